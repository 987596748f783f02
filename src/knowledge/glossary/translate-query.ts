import { foldWord } from "../search/fold-word.ts";
import type { Word } from "../search/analyser.ts";
import type { LocaleIndex } from "../search/locale-index.ts";
import type { TranslatedQuery } from "../search/rank-locale.ts";
import type { TermGroup } from "../search/ranked-list.ts";
import type { TranslationTable } from "./translation-table.ts";
import { EMPTY_TABLE } from "./translation-table.ts";

const IDENTICAL = 0.15;
const MENDED = 0.8;
const PART = 0.7;
const COGNATE = 0.7;

/** Two languages, and the table that leads from the first to the second. */
export type Way = {
  readonly from: LocaleIndex;
  readonly to: LocaleIndex;
  readonly table?: TranslationTable | undefined;
};

type Alternatives = TermGroup["alternatives"];
type Asked = { readonly word: Word; weight: number };

/** Says a query in another language, word by word. */
export function translateQuery(words: readonly Word[], way: Way): TranslatedQuery {
  const asked = new Map<string, Asked>();
  const terms = new Set<string>();
  for (const word of words) {
    if (word.stop) continue;
    for (const term of [word.stem, ...word.parts]) terms.add(term);
    const known = asked.get(word.stem);
    if (known === undefined) asked.set(word.stem, { word, weight: 1 });
    else known.weight += 1;
  }
  const groups = [...asked.values()].flatMap((one) => groupsFor(one, way));
  return { groups, missing: Math.max(0, terms.size - groups.length) };
}

/** The first way that works: the table, the same form, a slip mended, compound parts, a cognate. */
function groupsFor({ word, weight }: Asked, way: Way): TermGroup[] {
  const whole = fromTable(word, way) ?? asItIs(word, way) ?? mended(word, way);
  if (whole !== undefined) return [{ weight, alternatives: whole }];
  const parts = partsOf(word, way);
  if (parts.length > 0) {
    return parts.map((alternatives) => ({ weight: weight * PART, alternatives }));
  }
  const cognates = way.to.repair.stems.mend(word.stem);
  if (cognates.length === 0) return [];
  return [{ weight, alternatives: cognates.map(([term, p]) => [term, p * COGNATE] as const) }];
}

function fromTable(word: Word, way: Way): Alternatives | undefined {
  const entries = (way.table ?? EMPTY_TABLE).get(word.stem);
  if (entries === undefined) return undefined;
  const same = identical(word, way);
  return same === undefined || entries.some(([stem]) => stem === same)
    ? entries
    : [...entries, [same, IDENTICAL]];
}

/** Identifiers and names of products are the same everywhere. */
function asItIs(word: Word, way: Way): Alternatives | undefined {
  const same = identical(word, way);
  return same === undefined ? undefined : [[same, 1]];
}

function identical({ word, stem, folded }: Word, { to }: Way): string | undefined {
  return [to.analyser.stem(word), stem, folded].find((form) => to.lists.stems.knows(form));
}

function mended({ stem }: Word, { from, table = EMPTY_TABLE }: Way): Alternatives | undefined {
  if (from.size === 0 || from.lists.stems.knows(stem)) return undefined;
  const repairs = from.repair.stems.mend(stem).filter(([term]) => table.get(term) !== undefined);
  const sum = repairs.reduce((total, [, p]) => total + p, 0);
  if (sum === 0) return undefined;
  return repairs.flatMap(([term, p]) =>
    (table.get(term) ?? []).map(([there, q]) => [there, MENDED * (p / sum) * q] as const),
  );
}

function partsOf({ parts }: Word, { table = EMPTY_TABLE }: Way): Alternatives[] {
  return parts.flatMap((part) => {
    const entries = table.get(foldWord(part));
    return entries === undefined ? [] : [entries];
  });
}
