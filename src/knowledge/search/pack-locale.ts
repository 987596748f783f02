import type { Locale } from "../../kernel/locale.ts";
import type { ArticleUnit, ListName, LocaleNeeds } from "./locale-index.ts";
import { LocaleIndex, openLists, TUNING } from "./locale-index.ts";
import type { PackedPostings } from "./packed-postings.ts";
import { packedPostings } from "./packed-postings.ts";
import type { ListUnits } from "./ranked-list.ts";
import { RankedList } from "./ranked-list.ts";

export type PackedList = ListUnits & { readonly postings: PackedPostings };

/** The index of one language as it is kept and sent. */
export type PackedLocale = {
  readonly locale: Locale;
  /** By unit; none where it was removed. */
  readonly articles: readonly (readonly [slug: string, digest: string] | undefined)[];
  /** Unit of the article and place in it, by turns. */
  readonly sections: Int32Array;
  readonly vocabulary: readonly (readonly [word: string, count: number])[];
  readonly lists: Readonly<Record<ListName, PackedList>>;
};

/** Packs an index, whatever was added and removed since it was built. */
export function packLocale({
  locale,
  articles,
  sections,
  vocabulary,
  lists,
}: LocaleIndex): PackedLocale {
  const pack = (name: ListName): PackedList => {
    return { ...lists[name].units(), postings: lists[name].pack() };
  };
  return {
    locale,
    articles: articles.map((one) => (one === undefined ? undefined : [one.slug, one.digest])),
    sections: Int32Array.from(sections.flatMap(({ article, position }) => [article, position])),
    vocabulary: [...vocabulary],
    lists: openLists(pack),
  };
}

/** Opens a packed index. Its articles are only known by slug and digest until they are renewed. */
export function unpackLocale(packed: PackedLocale, needs: LocaleNeeds): LocaleIndex {
  const open = (name: ListName): RankedList => {
    const list = packed.lists[name];
    return new RankedList(packedPostings(needs.postings, list.postings), TUNING[name], list);
  };
  const lists = openLists(open);
  const sections = Array.from({ length: packed.sections.length / 2 }, (_, at) => ({
    article: packed.sections[2 * at] ?? 0,
    position: packed.sections[2 * at + 1] ?? 0,
  }));
  const articles = packed.articles.map((one): ArticleUnit | undefined =>
    one === undefined ? undefined : { slug: one[0], digest: one[1] },
  );
  const vocabulary = new Map(packed.vocabulary);
  return new LocaleIndex(packed.locale, { vocabulary, lists, articles, sections }, needs);
}
