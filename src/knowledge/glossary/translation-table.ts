/** What a stem is in another language, with probabilities, best first. */
export type Translations = readonly (readonly [stem: string, probability: number])[];

/** From stems of one language to stems of another. */
export type TranslationTable = {
  readonly get: (stem: string) => Translations | undefined;
  readonly size: number;
  /** One stem a line: itself, then its translations with their probabilities in thousandths. */
  readonly text: () => string;
};

export const EMPTY_TABLE: TranslationTable = { get: () => undefined, size: 0, text: () => "" };

/** Writes one line of a table. */
export const tableLine = (stem: string, translations: Translations): string =>
  [stem, ...translations.flatMap(([other, p]) => [other, String(Math.round(p * 1000))])].join(" ");

/**
 * Reads a table. A line is taken apart only when its stem is asked for: a table of a large corpus
 * is there at once and takes little room.
 *
 * @throws Error where a line is not of a table
 */
export function translationTable(lines: readonly string[]): TranslationTable {
  const byStem = new Map<string, string>();
  for (const line of lines) {
    const end = line.indexOf(" ");
    if (end < 1) throw new Error(`Cannot read translation "${line}": expected a stem and more`);
    byStem.set(line.slice(0, end), line);
  }
  return {
    get: (stem) => {
      const line = byStem.get(stem);
      return line === undefined ? undefined : translationsIn(line);
    },
    size: byStem.size,
    text: () => lines.join("\n"),
  };
}

function translationsIn(line: string): Translations {
  const [, ...parts] = line.split(" ");
  return parts.flatMap((stem, at) =>
    at % 2 === 0 ? [[stem, Number(parts[at + 1]) / 1000] as const] : [],
  );
}
