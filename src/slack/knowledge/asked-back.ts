import type { Answer } from "../../knowledge/answer.ts";

/** An answer that came after something had been asked back. */
export type SettledAnswer = Answer & { readonly askedBack?: true };

/** Keeps with an answer that a question back came before it. */
export const afterAskBack = (answer: Answer): SettledAnswer => ({ ...answer, askedBack: true });

/** Whether the desk had to ask back, settled since or not. */
export const wasAskedBack = (answer: SettledAnswer): boolean =>
  answer.kind === "ask-back" || answer.askedBack === true;
