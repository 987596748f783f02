const RAW = /[\p{L}\p{N}]+(?:[._\-/:][\p{L}\p{N}]+)*/gu;
const JOINT = /[._\-/:]/;
const CAMEL = /\p{Ll}\p{Lu}/u;
const HUMPS = /\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})|\p{N}+/gu;
const LONGEST_WHOLE = 40;

/** The stretches of a text that hold words: `l`, `ACSD-48059`, `app/etc/env.php`. */
export const rawWords = (text: string): readonly string[] => text.match(RAW) ?? [];

/**
 * The words of one stretch, in lower case: identifiers whole and in parts, `getProductById` whole
 * and by its humps.
 */
export function wordsOf(raw: string): string[] {
  if (!JOINT.test(raw)) return humps(raw);
  const parts = raw.split(JOINT);
  const whole = parts.length === 2 || (/[\p{N}_]/u.test(raw) && raw.length <= LONGEST_WHOLE);
  return [...(whole ? [raw.toLowerCase()] : []), ...parts.flatMap(humps)];
}

function humps(word: string): string[] {
  const low = word.toLowerCase();
  if (!CAMEL.test(word)) return [low];
  return [low, ...(word.match(HUMPS) ?? []).map((part) => part.toLowerCase())];
}
