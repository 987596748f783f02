import type { Locale } from "../../kernel/locale.ts";
import type { Catalogue, LocaleNumbers } from "./catalogue.ts";
import { catalogueOf } from "./catalogue.ts";
import type { LocaleIndex } from "./locale-index.ts";
import { ScoreSheet } from "./score-sheet.ts";

/** Where the scores of one language are written while a query runs. */
export type LocaleRoom = {
  readonly index: LocaleIndex;
  readonly numbers: LocaleNumbers;
  /** The article of a section, by numbers. */
  readonly articleOf: Int32Array;
  readonly articles: ScoreSheet;
  readonly sections: ScoreSheet;
};

/** Where a query works: one sheet for every language, and for all of them together. */
export type SearchRoom = {
  readonly catalogue: Catalogue;
  readonly locales: ReadonlyMap<Locale, LocaleRoom>;
  readonly articles: ScoreSheet;
  readonly sections: ScoreSheet;
};

type Locales = ReadonlyMap<Locale, LocaleIndex>;

/** Gives a clean room for these languages: the same one until an article changes. */
export function searchRooms(): (locales: Locales) => SearchRoom {
  let present: { readonly of: Locales; readonly version: number; room: SearchRoom } | undefined;
  return (locales) => {
    const version = [...locales.values()].reduce((sum, one) => sum + one.version, 0);
    if (present?.of !== locales || present.version !== version) {
      present = { of: locales, version, room: roomFor(locales) };
    }
    cleared(present.room);
    return present.room;
  };
}

function roomFor(locales: Locales): SearchRoom {
  const catalogue = catalogueOf(locales);
  const sheets = () => ({
    articles: new ScoreSheet(catalogue.slugs.length),
    sections: new ScoreSheet(catalogue.articleOf.length),
  });
  const rooms = [...locales].flatMap(([locale, index]) => {
    const numbers = catalogue.locales.get(locale);
    const { articleOf } = catalogue;
    return numbers === undefined
      ? []
      : [[locale, { index, numbers, articleOf, ...sheets() }] as const];
  });
  return { catalogue, locales: new Map(rooms), ...sheets() };
}

function cleared({ articles, sections, locales }: SearchRoom): void {
  for (const sheet of [articles, sections]) sheet.clear();
  for (const room of locales.values()) {
    room.articles.clear();
    room.sections.clear();
  }
}
