import type { PackedTerms } from "../search/packed-terms.ts";
import { NO_PLACE, packTerms, placeOfTerm } from "../search/packed-terms.ts";

/** What a stem is in another language, with probabilities, best first. */
export type Translations = readonly (readonly [stem: string, probability: number])[];

/** From stems of one language to stems of another. */
export type TranslationTable = {
  readonly get: (stem: string) => Translations | undefined;
  readonly size: number;
};

export const EMPTY_TABLE: TranslationTable = { get: () => undefined, size: 0 };

/** A table as it is kept. */
export type PackedTable = {
  readonly stems: PackedTerms;
  /** What follows each stem in its line, one after another. */
  readonly translations: string;
  /** Where the translations of each stem end. */
  readonly ends: Uint32Array;
};

/** Writes one line of a table: a stem, then its translations with their probabilities in thousandths. */
export const tableLine = (stem: string, translations: Translations): string =>
  [stem, ...translations.flatMap(([other, p]) => [other, String(Math.round(p * 1000))])].join(" ");

/**
 * Packs the lines of a table.
 *
 * @throws Error where a line is not of a table
 */
export function packTable(lines: readonly string[]): PackedTable {
  const stems: string[] = [];
  const translations: string[] = [];
  const ends = new Uint32Array(lines.length);
  let end = 0;
  lines.forEach((line, place) => {
    const cut = line.indexOf(" ");
    if (cut < 1) throw new Error(`Cannot read translation "${line}": expected a stem and more`);
    stems.push(line.slice(0, cut));
    translations.push(line.slice(cut + 1));
    end += line.length - cut - 1;
    ends[place] = end;
  });
  return { stems: packTerms(stems), translations: translations.join(""), ends };
}

/**
 * Opens a table. Translations are taken apart only when their stem is asked for: a table of a large
 * corpus is there at once and takes little room.
 */
export function translationTable({ stems, translations, ends }: PackedTable): TranslationTable {
  return {
    get: (stem) => {
      const place = placeOfTerm(stems, stem);
      if (place === NO_PLACE) return undefined;
      return translationsIn(translations.slice(ends[place - 1] ?? 0, ends[place]));
    },
    size: ends.length,
  };
}

function translationsIn(text: string): Translations {
  const parts = text.split(" ");
  return parts.flatMap((stem, at) =>
    at % 2 === 0 ? [[stem, Number(parts[at + 1]) / 1000] as const] : [],
  );
}
