import { digestOf } from "../kernel/digest.ts";
import type { Locale } from "../kernel/locale.ts";
import type { Steps } from "../kernel/steps.ts";
import { atOnce } from "../kernel/steps.ts";
import type { Article, SourceFile } from "./article.ts";
import { alignAnchors, corpusFaults, faultIn } from "./corpus/corpus-checks.ts";
import { linkFaults } from "./corpus/link-checks.ts";
import type { FindInclude } from "./corpus/prepare-lines.ts";
import { otherLanguage } from "./corpus/prose.ts";
import type { ArticlePlace, ReadArticle } from "./corpus/read-article.ts";
import { placeOf, readArticle, unreadable } from "./corpus/read-article.ts";
import type { SourceLine } from "./corpus/source-lines.ts";
import { decodeSource, linesOf } from "./corpus/source-lines.ts";
import type { Fault } from "./fault.ts";

export type Corpus = { readonly articles: readonly Article[]; readonly faults: readonly Fault[] };

/** Articles already read, by the digest of their text: reading the same text again costs nothing. */
export type ArticleCache = Map<string, ReadArticle>;

/**
 * Reads every article of a corpus. One bad file never stops the rest; nothing is dropped in
 * silence. Files that are no articles (menus, includes, images) are passed over.
 */
export const readCorpus = (files: readonly SourceFile[], cache?: ArticleCache): Corpus =>
  atOnce(readCorpusInSteps(files, cache));

/** See `readCorpus`. */
export function* readCorpusInSteps(
  files: readonly SourceFile[],
  cache: ArticleCache = new Map(),
): Steps<Corpus> {
  const faults: Fault[] = [];
  const include = includesOf(files);
  const read: ReadArticle[] = [];
  for (const file of files) {
    const place = placeOf(file.path);
    if (place === undefined) continue;
    if (place === "unknown-locale") {
      faults.push({ file: file.path, ...unreadable("locale-unknown", "not one of our languages") });
      continue;
    }
    const one = readFile(file, place, { include, cache });
    faults.push(...one.faults.map((fault) => faultIn(place, fault)));
    if (one.article !== undefined) read.push(one);
    yield;
  }
  const aligned = yield* alignAll(read);
  for (const one of aligned) {
    faults.push(...linksOf(one, aligned));
    yield;
  }
  faults.push(...corpusFaults(aligned.filter(({ article }) => article.status === "article")));
  yield;
  return { articles: aligned.map(asItIs), faults: inOrder(onceEach(faults)) };
}

type Reading = { readonly include: IncludesFor; readonly cache: ArticleCache };
type Unreadable = Omit<ReadArticle, "article" | "prose"> & { readonly article?: undefined };

function readFile(
  file: SourceFile,
  place: ArticlePlace,
  { include, cache }: Reading,
): ReadArticle | Unreadable {
  const text = decodeSource(file.bytes);
  if (!text.ok) {
    return { links: [], faults: [unreadable(text.problem.rule, text.problem.reason)] };
  }
  const { find, version } = include(place.locale);
  const key = digestOf(`${file.path}\n${version}\n${text.value}`);
  const known = cache.get(key);
  if (known !== undefined) return known;
  const fresh = readArticle(text.value, place, find);
  cache.set(key, fresh);
  return fresh;
}

function* alignAll(read: readonly ReadArticle[]): Steps<ReadArticle[]> {
  const english = new Map(
    read
      .filter(({ article }) => article.locale === "en")
      .map((one) => [one.article.slug, one.article]),
  );
  const aligned: ReadArticle[] = [];
  for (const one of read) {
    const article = alignAnchors(one.article, english.get(one.article.slug));
    aligned.push({ ...one, article });
    yield;
  }
  return aligned;
}

function linksOf(one: ReadArticle, all: readonly ReadArticle[]): Fault[] {
  return linkFaults(one, articlesOf(all, one.article.locale)).map((fault) =>
    faultIn(one.article, fault),
  );
}

const BY_LOCALE = new WeakMap<readonly ReadArticle[], Map<Locale, Map<string, Article>>>();

function articlesOf(all: readonly ReadArticle[], locale: Locale): ReadonlyMap<string, Article> {
  const known = BY_LOCALE.get(all) ?? new Map<Locale, Map<string, Article>>();
  BY_LOCALE.set(all, known);
  const found =
    known.get(locale) ??
    new Map(
      all
        .filter(({ article }) => article.locale === locale)
        .map((one) => [one.article.slug, one.article]),
    );
  known.set(locale, found);
  return found;
}

/** An article in another language than its folder is hidden: it is no evidence for that folder. */
const asItIs = ({ article, prose }: ReadArticle): Article =>
  article.status === "article" && otherLanguage(prose, article.locale) !== undefined
    ? { ...article, status: "hidden" }
    : article;

const inLocale = (path: string, locale: Locale): boolean => `/${path}`.includes(`/${locale}/`);

type IncludesFor = (locale: Locale) => { readonly find: FindInclude; readonly version: string };

function includesOf(files: readonly SourceFile[]): IncludesFor {
  const includes = files.filter(({ path }) => /(?:^|\/)_includes\/.*\.md$/.test(path));
  const texts = includes.flatMap(({ path, bytes }) => {
    const text = decodeSource(bytes);
    return text.ok ? [{ path, lines: linesOf(text.value, path) }] : [];
  });
  const version = texts.flatMap(({ lines }) => lines.map((line) => line.text)).join("\n");
  return (locale) => ({
    version: version === "" ? "" : digestOf(version),
    find: (name) => {
      if (texts.length === 0) return undefined;
      const own = texts.filter(({ path }) => inLocale(path, locale));
      const english = texts.filter(({ path }) => inLocale(path, "en"));
      return includedIn(own, name) ?? includedIn(english, name) ?? "missing";
    },
  });
}

type IncludeText = { readonly path: string; readonly lines: readonly SourceLine[] };

function includedIn(
  texts: readonly IncludeText[],
  name: string,
): readonly SourceLine[] | undefined {
  if (name.includes("/")) return texts.find(({ path }) => `/${path}`.endsWith(name))?.lines;
  for (const { lines } of texts) {
    const start = lines.findIndex(({ text }) => /^#+\s/.test(text) && text.includes(`{#${name}}`));
    if (start === -1) continue;
    const end = lines.findIndex(({ text }, index) => index > start && /^#+\s/.test(text));
    return lines.slice(start + 1, end === -1 ? undefined : end);
  }
  return undefined;
}

/** The same rule many times in one file is one fault that says how often. */
function onceEach(faults: readonly Fault[]): Fault[] {
  const groups = Map.groupBy(faults, ({ file, rule, severity }) => `${severity} ${rule} ${file}`);
  return [...groups.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined || same.length <= 3) return same;
    return [{ ...first, reason: `${first.reason} (and ${same.length - 1} more in this file)` }];
  });
}

const inOrder = (faults: readonly Fault[]): Fault[] =>
  faults.toSorted((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
