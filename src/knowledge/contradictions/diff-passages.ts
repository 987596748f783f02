import type { Locale } from "../../kernel/locale.ts";
import type { Knowledge } from "../knowledge.ts";
import type { Evidence } from "../policy.ts";
import { tokensOf } from "../question/tokens.ts";
import { sentencesOf } from "./sentence.ts";

/** One state of the corpus, and what proves a cell or a fact in it. */
export type ProvenIn = {
  readonly knowledge: Pick<Knowledge, "section">;
  readonly evidence: readonly Evidence[];
};

/** A sentence that proves something, before and after; one of them where it is new or gone. */
export type PassageChange = {
  /** `article#anchor` */
  readonly where: string;
  readonly before?: string;
  readonly after?: string;
};

type Passage = { readonly where: string; readonly quote: string; readonly sentence: string };

/**
 * What proves something in one language, compared: another quote, and another wording around the
 * same quote. Changed ones in the order of the newer state, then those that are gone.
 */
export function diffPassages(before: ProvenIn, after: ProvenIn, locale: Locale): PassageChange[] {
  const [old, present] = [passagesOf(before, locale), passagesOf(after, locale)];
  const left = old.filter((was) => !present.some((now) => isSame(was, now)));
  const changes = present.flatMap((now) => {
    const was = old.find((one) => isSame(one, now)) ?? takeFrom(left, now.where);
    if (was === undefined) return [{ where: now.where, after: now.sentence }];
    const { where } = now;
    if (was.sentence !== now.sentence)
      return [{ where, before: was.sentence, after: now.sentence }];
    return was.quote === now.quote ? [] : [{ where, before: was.quote, after: now.quote }];
  });
  return [...changes, ...left.map(({ where, sentence }) => ({ where, before: sentence }))];
}

function passagesOf({ knowledge, evidence }: ProvenIn, locale: Locale): Passage[] {
  return evidence.flatMap(({ article, anchor, quote: quotes }) => {
    const quote = quotes[locale];
    if (quote === undefined) return [];
    const sentences = sentencesIn(knowledge, { article, anchor }, locale);
    return [{ where: `${article}#${anchor}`, quote, sentence: holding(sentences, quote) }];
  });
}

const isSame = (one: Passage, other: Passage): boolean =>
  one.where === other.where && one.quote === other.quote;

/** Takes out the first one of a section: what stands there now is its new wording. */
function takeFrom(left: Passage[], where: string): Passage | undefined {
  const at = left.findIndex((one) => one.where === where);
  return at === -1 ? undefined : left.splice(at, 1)[0];
}

type Place = Pick<Evidence, "article" | "anchor">;

/** The sentences of a section, block by block. */
function sentencesIn(
  { section }: ProvenIn["knowledge"],
  { article, anchor }: Place,
  locale: Locale,
): string[][] {
  const blocks = section(article, anchor, locale)?.section.blocks ?? [];
  return blocks.map((block) => sentencesOf(block, locale).map(({ text }) => text));
}

/** The sentence a quote stands in, or the fewest in a row; the quote itself where there are none. */
function holding(blocks: readonly (readonly string[])[], quote: string): string {
  const runs = blocks.flatMap((sentences) =>
    sentences.flatMap((_one, start) =>
      sentences.slice(start).map((_two, more) => sentences.slice(start, start + more + 1)),
    ),
  );
  const [shortest] = runs
    .filter((run) => run.join(" ").includes(quote))
    .toSorted((a, b) => a.length - b.length);
  return shortest?.join(" ") ?? quote;
}

/** From this share of common words on, one sentence is taken for another wording of the other. */
const ALIKE = 0.4;

/** The sentence that took the place of a quote: new in its section, and the most like it. */
export function successorOf(
  quote: string,
  place: Place,
  states: { before: ProvenIn["knowledge"]; after: ProvenIn["knowledge"]; locale: Locale },
): string | undefined {
  const { before, after, locale } = states;
  const old = new Set(sentencesIn(before, place, locale).flat());
  const fresh = sentencesIn(after, place, locale)
    .flat()
    .filter((sentence) => !old.has(sentence))
    .map((sentence) => ({ sentence, likeness: likeness(quote, sentence) }));
  const [best] = fresh.toSorted((a, b) => b.likeness - a.likeness);
  return best === undefined || best.likeness < ALIKE ? undefined : best.sentence;
}

function likeness(one: string, other: string): number {
  const [a, b] = [new Set(tokensOf(one)), new Set(tokensOf(other))];
  const either = a.union(b).size;
  return either === 0 ? 0 : a.intersection(b).size / either;
}
