/** A word of a text and where it stands. */
export type Word = { readonly word: string; readonly from: number; readonly to: number };

/** Words between one stop, dash or joint and the next, told by their places. */
export type Clause = {
  readonly at: readonly number[];
  readonly text: string;
  /** The number of its sentence. */
  readonly sentence: number;
};

/** A sentence and whether its mark makes it a question. */
export type Sentence = {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly hasMark: boolean;
};

const SENTENCE =
  /(?<!(?:^|[ .(])(?:mr|mrs|ms|dr|st|vs|nr|e\.g|i\.e|etc|approx|bijv|bv|dhr|mevr|m\.a\.w|p\.ex|par ex|mme|t\.ex|bl\.a|dvs|ca)\.?)(?:[.!?…]+(?=[\s)"']|$)|\n+)/gu;

/** The sentences of a text, with the mark at their end. */
export function sentencesOf(text: string): readonly Sentence[] {
  const ends = [...text.matchAll(SENTENCE)].map(({ 0: mark, index }) => index + mark.length);
  return [...ends, text.length].flatMap((to, at) => {
    const from = at === 0 ? 0 : (ends[at - 1] ?? 0);
    const part = text.slice(from, to);
    return /[\p{L}\p{N}]/u.test(part)
      ? [{ from, to, text: part, hasMark: /\?["')\s!.]*$/u.test(part) }]
      : [];
  });
}

/** The words of a text. */
export const wordsOf = (text: string): readonly Word[] =>
  [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) => ({
    word,
    from: index,
    to: index + word.length,
  }));

const BREAK = /[,;:?!()…–—](?!\p{L}|\p{N})|[(]|\.(?=\s)|\s-+\s|\n/u;

/** The clauses of a text; a joint opens one without a mark. */
export function clausesOf(text: string, words: readonly Word[], joint: RegExp): readonly Clause[] {
  const joints = new Set(
    [...text.matchAll(new RegExp(joint.source, "gu"))].map(({ index }) => index),
  );
  const sentences = sentencesOf(text);
  const groups: number[][] = [[]];
  words.forEach(({ from }, at) => {
    const gap = at === 0 ? "" : text.slice(words[at - 1]?.to, from);
    if (BREAK.test(gap) || joints.has(from)) groups.push([]);
    groups.at(-1)?.push(at);
  });
  return groups.flatMap((at) => {
    const [first, last] = [words[at[0] ?? -1], words[at.at(-1) ?? -1]];
    if (first === undefined || last === undefined) return [];
    const sentence = sentences.findIndex((one) => first.from < one.to);
    return [{ at, text: text.slice(first.from, last.to), sentence }];
  });
}
