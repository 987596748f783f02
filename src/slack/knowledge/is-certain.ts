import type { Answer } from "../../knowledge/answer.ts";

/**
 * Whether an answer nobody asked us for by name is worth saying: a proven verdict in a language and of a
 * product that are not in doubt, or the one fact that a backup question lacks.
 */
export function isCertain(answer: Answer): boolean {
  const { kind, fence, localeSure, topic, verdicts } = answer;
  if (!localeSure || fence !== undefined) return false;
  if (kind === "ask-back") return topic.action !== undefined;
  return kind === "verdict" && verdicts.every(({ verdict }) => verdict !== "not-documented");
}

/** Words that begin a question, in our four languages. */
const BEGINS =
  /^(?:can|could|may|is|are|do|does|did|how|what|when|where|which|who|why|will|est-ce|puis-je|peut-on|pouvons-nous|comment|combien|quand|quel(?:le)?s?|qu(?:e|i|oi)|où|pourquoi|y a-t-il|kan|kunnen|mag|mogen|zijn|hoe|wat|wanneer|waar|welke?|wie|waarom|worden|får|går|är|hur|vad|när|var|vilken|vilka|vilket|vem|varför|finns)\b/iu;

/** Whether words are put as a question, and to nobody in particular. */
export const asksEverybody = (raw: string, words: string): boolean =>
  !raw.includes("<@") && (words.includes("?") || BEGINS.test(words.trim()));
