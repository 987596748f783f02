import type { Locale } from "../../kernel/locale.ts";

/** How often each folded word stands in the corpus of one language. */
export type Vocabulary = ReadonlyMap<string, number>;

/** The folded parts of a folded compound word, none where it is no compound. */
export type SplitCompound = (word: string) => readonly string[];

const JOINTS: Partial<Record<Locale, readonly string[]>> = {
  sv: ["", "s", "e", "a", "o", "u"],
  nl: ["", "s", "en", "e", "n"],
};
const LEAST_PART = 4;
/** A part must stand at least this often in the corpus. */
export const LEAST_COUNT = 3;
const LEAST_WORD = 8;
const MOST_PARTS = 3;

/** Splits Swedish and Dutch compounds by the corpus' own words; other languages have none. */
export function compoundSplitter(locale: Locale, vocabulary: Vocabulary): SplitCompound {
  const joints = JOINTS[locale];
  if (joints === undefined) return () => [];
  return (word) => {
    if (word.length < LEAST_WORD || !/^\p{L}+$/u.test(word)) return [];
    const best = cutsOf(word, MOST_PARTS, { joints, vocabulary })
      .filter(({ parts }) => parts.length > 1)
      .reduce<Cut | undefined>((found, cut) => {
        return found === undefined || weight(cut) > weight(found) ? cut : found;
      }, undefined);
    return best?.parts ?? [];
  };
}

type Cut = { readonly parts: readonly string[]; readonly product: number };
type Knows = { readonly joints: readonly string[]; readonly vocabulary: Vocabulary };

const weight = ({ parts, product }: Cut): number => product ** (1 / parts.length) / parts.length;

/** Every way to read a word as one to `most` known words. */
function cutsOf(word: string, most: number, knows: Knows): Cut[] {
  const cuts: Cut[] = [];
  const whole = countOf(word, knows);
  if (whole > 0) cuts.push({ parts: [word], product: whole });
  if (most === 1) return cuts;
  for (let at = LEAST_PART; at + LEAST_PART <= word.length; at += 1) {
    const head = headOf(word.slice(0, at), knows);
    if (head === undefined) continue;
    for (const { parts, product } of cutsOf(word.slice(at), most - 1, knows)) {
      cuts.push({ parts: [head.part, ...parts], product: head.count * product });
    }
  }
  return cuts;
}

function countOf(part: string, { vocabulary }: Knows): number {
  const count = part.length < LEAST_PART ? 0 : (vocabulary.get(part) ?? 0);
  return count < LEAST_COUNT ? 0 : count;
}

/** The commonest word a part can be once its joint is dropped: `stagings-` is `staging`. */
function headOf(text: string, knows: Knows): { part: string; count: number } | undefined {
  let best: { part: string; count: number } | undefined;
  for (const joint of knows.joints) {
    if (!text.endsWith(joint)) continue;
    const part = text.slice(0, text.length - joint.length);
    const count = countOf(part, knows);
    if (count > (best?.count ?? 0)) best = { part, count };
  }
  return best;
}
