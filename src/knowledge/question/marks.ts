type Places = ReadonlySet<number>;
/** Where in a text patterns are found, told by the places of its words. */
export type Marks = {
  readonly words: readonly string[];
  /** The words a pattern spans; of a wide one, which spans anything, only its ends. */
  readonly within: (patterns: readonly RegExp[]) => Places;
  /** The same, and every word a pattern has by itself. */
  readonly named: (patterns: readonly RegExp[]) => Places;
  /** The few words after an opening, up to the end of its clause. */
  readonly after: (opening: RegExp) => Places;
  /** The same, and the words of clauses without a deed. */
  readonly asides: (opening: RegExp, deeds: Places) => Places;
};

type Found = { readonly word: string; readonly from: number; readonly to: number };

const WIDE = 4;
/** An aside about the occasion is short: what comes later is the question again. */
const LONGEST_ASIDE = 7;

/** The words of a text, to be marked by patterns. */
export function marksOn(text: string): Marks {
  const found = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }): Found => ({
    word,
    from: index,
    to: index + word.length,
  }));
  const spans = (patterns: readonly RegExp[]): number[][] =>
    patterns.flatMap((pattern) =>
      [...text.matchAll(new RegExp(pattern.source, "gu"))].map(({ 0: match, index }) =>
        placesIn(found, index, index + match.length),
      ),
    );
  const alone = (patterns: readonly RegExp[]): number[] =>
    found.flatMap(({ word }, at) =>
      patterns.some((one) => one.exec(word)?.[0] === word) ? [at] : [],
    );
  const clauses = clausesOf(text, found);
  const after = (opening: RegExp) => spans([opening]).flatMap((span) => afterIn(clauses, span));
  return {
    words: found.map(({ word }) => word),
    within: (patterns) => new Set(spans(patterns).flatMap(ends)),
    named: (patterns) => new Set([...spans(patterns).flatMap(ends), ...alone(patterns)]),
    after: (opening) => new Set(after(opening)),
    asides: (opening, deeds) =>
      new Set([
        ...clauses.filter((clause) => !clause.some((at) => deeds.has(at))).flat(),
        ...after(opening),
      ]),
  };
}

const placesIn = (found: readonly Found[], start: number, end: number): number[] =>
  found.flatMap(({ from, to }, at) => (from >= start && to <= end ? [at] : []));

const ends = (span: readonly number[]): readonly number[] =>
  span.length <= WIDE ? span : span.filter((_, at) => at === 0 || at === span.length - 1);

/** Words between one stop or dash and the next. */
function clausesOf(text: string, found: readonly Found[]): number[][] {
  const clauses: number[][] = [[]];
  found.forEach(({ from }, at) => {
    const gap = at === 0 ? "" : text.slice(found[at - 1]?.to, from);
    if (/[,;:?!()–—]|\.(?=\s)|\s-+\s/.test(gap)) clauses.push([]);
    clauses.at(-1)?.push(at);
  });
  return clauses;
}

function afterIn(clauses: readonly (readonly number[])[], span: readonly number[]): number[] {
  const last = span.at(-1) ?? 0;
  const clause = clauses.find((one) => one.includes(last)) ?? [];
  return [...span, ...clause.filter((at) => at > last && at <= last + LONGEST_ASIDE)];
}
