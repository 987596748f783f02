import type { Locale } from "../../kernel/locale.ts";
import type { Article, Section } from "../article.ts";
import { tokensOf } from "../question/tokens.ts";
import type { ConceptMarks } from "../terms/concept-marks.ts";
import type { Claim } from "./claim.ts";
import { claimOf } from "./claim.ts";
import type { FindMentions } from "./mentions.ts";
import { sentencesOf } from "./sentence.ts";

/** A sentence ready to be compared: what it claims, and what it shares with its translations. */
export type Unit = {
  readonly text: string;
  readonly line: number;
  readonly kind: "heading" | "text" | "row";
  readonly claim: Claim;
  /** Begins a paragraph, an item or a row. */
  readonly opens: boolean;
  /** What survives translation, by weight: numbers, names, code, concepts, beginnings of words. */
  readonly traits: ReadonlyMap<string, number>;
};

/** How sentences of any language are read. */
export type Reading = { readonly mentions: FindMentions; readonly marks: ConceptMarks };

const SHOWN: ReadonlySet<string> = new Set(["code", "image"]);

/** The sentences of a section in order, its heading first. */
export function unitsOf(section: Section, locale: Locale, reading: Reading): Unit[] {
  const heading = { text: section.heading, line: section.lines[0], damaged: false };
  const blocks = section.blocks.filter(({ kind }) => !SHOWN.has(kind));
  return [
    ...(section.heading === "" || section.anchor === ""
      ? []
      : [unitOf(heading, { locale, reading, kind: "heading", opens: true })]),
    ...blocks.flatMap((block) =>
      sentencesOf(block, locale).map((sentence, index) => {
        const kind = block.kind === "cell-row" ? "row" : "text";
        return unitOf(sentence, { locale, reading, kind, opens: index === 0 });
      }),
    ),
  ];
}

/** The title and the description of an article, compared as sentences of their own. */
export function headUnits(article: Article, reading: Reading): Unit[] {
  const { locale, title, description = "" } = article;
  return [title, description]
    .map((text) => ({ text, line: 1, damaged: false }))
    .map((one) => unitOf(one, { locale, reading, kind: "heading", opens: true }));
}

type Placing = Pick<Unit, "kind" | "opens"> & {
  readonly locale: Locale;
  readonly reading: Reading;
};
type Text = { readonly text: string; readonly line: number; readonly damaged: boolean };

function unitOf({ text, line, damaged }: Text, { locale, reading, kind, opens }: Placing): Unit {
  const read = claimOf(text, locale, reading.mentions);
  const claim = damaged && read.cues.negation.least === 0 ? { ...read, damaged: true } : read;
  return { text, line, kind, opens, claim, traits: traitsOf(text, claim, { locale, reading }) };
}

const CODE = /[\p{L}\p{N}]*(?:[_/.:@=-][\p{L}\p{N}]+)+|\p{Lu}{2,}[\p{L}\p{N}]*|\p{L}+\p{N}+/gu;
const COMMON_HEAD = 5;

function traitsOf(
  text: string,
  claim: Claim,
  { locale, reading }: Pick<Placing, "locale" | "reading">,
): ReadonlyMap<string, number> {
  const traits = new Map<string, number>();
  const tokens = tokensOf(text);
  for (const word of tokens) {
    if (word.length >= COMMON_HEAD) traits.set(`~${word.slice(0, COMMON_HEAD - 1)}`, 0.4);
  }
  for (const mark of reading.marks(tokens, locale)) traits.set(mark, 1);
  for (const { concept } of claim.mentions) traits.set(`#${concept}`, 1);
  for (const { value } of claim.quantities) traits.set(`=${value}`, 1.5);
  for (const [code] of text.matchAll(CODE)) traits.set(code.toLowerCase(), 1.5);
  return traits;
}

/** How alike two lots of sentences are, 0 to 1, by what survives translation. */
export function alike(one: readonly Unit[], other: readonly Unit[]): number {
  const [left, right] = [traitsIn(one), traitsIn(other)];
  let [shared, total] = [0, 0];
  for (const [trait, weight] of left) {
    total += weight;
    if (right.has(trait)) shared += 2 * weight;
  }
  for (const weight of right.values()) total += weight;
  return total === 0 ? 0 : shared / total;
}

const traitsIn = (units: readonly Unit[]): ReadonlyMap<string, number> => {
  const [first] = units;
  if (first !== undefined && units.length === 1) return first.traits;
  return new Map(units.flatMap((unit) => [...unit.traits]));
};
