import type { Locale } from "../../kernel/locale.ts";

const FRENCH_CLAUSE = /[.;:!?](?:\s|$)|[()\n]|,\s+(?:mais|donc|car|et|ou)\s/;
const FRENCH_NE =
  /(?:^|[\s(«])(?:ne\s|n['’])(?!importe|p(?:eu|ou)[vx]?\w*\s\w+(?:er|ir|re)\b|cess\w*|os\w+|saurai\w*)/i;
const FRENCH_SECOND =
  /\b(?:pas|plus|jamais|aucune?s?|ni|que|rien|personne|guère|point|nulle?)\b|\bqu['’]|sans\s|avant\s|à moins/i;

/**
 * Whether a sentence's yes or no cannot be trusted, since its negation was damaged in translation:
 * a French "ne" without its partner, "et non" where "ne … pas" is meant, an emphasised English "not".
 */
export function hasDamagedNegation(text: string, raw: string, locale: Locale): boolean {
  if (locale !== "en" && /(?<=^|\s)(?:\*{1,2}|_{1,2})not(?:\*{1,2}|_{1,2})(?=\s|$)/m.test(raw))
    return true;
  if (locale !== "fr") return false;
  if (/\b(?:est|sont|a|ont)\s+(?:\*{1,2}|_{1,2})et non(?:\*{1,2}|_{1,2})/.test(raw)) return true;
  return text
    .split(FRENCH_CLAUSE)
    .some((clause) => FRENCH_NE.test(clause) && !FRENCH_SECOND.test(clause));
}
