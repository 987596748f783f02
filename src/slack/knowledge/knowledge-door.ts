import type { Answer, Asked, Citation, ProvenVerdict } from "../../knowledge/answer.ts";
import type { Locale } from "../../kernel/locale.ts";

/** The proof of one verdict: its quotation in every language, and what contradicts it. */
export type Proof = {
  readonly cell: string;
  readonly citations: readonly Citation[];
  readonly contradictions: readonly string[];
};

/** What the listeners ask knowledge for. Everything is in memory and answers in milliseconds. */
export type KnowledgeDoor = {
  readonly answer: (asked: Asked) => Answer;
  readonly proofOf: (answer: Answer) => readonly Proof[];
  /** The same answer in the other languages. */
  readonly inOtherLanguages: (asked: Asked, answer: Answer) => readonly Answer[];
  /** Thanks, greetings and the like: nothing to answer. */
  readonly isChatter: (words: string) => boolean;
  /** What a policy cell says and what proves it, in a language. */
  readonly verdictOf: (cell: string, locale: Locale) => ProvenVerdict | undefined;
};
