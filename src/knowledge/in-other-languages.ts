import { LOCALES } from "../kernel/locale.ts";
import type { Answer, Asked } from "./answer.ts";
import type { AnswerQuestion } from "./answer-question.ts";

/** The same answer in the three other languages, each with its own quotes. */
export const inOtherLanguages =
  (answer: AnswerQuestion) =>
  (asked: Asked, given: Answer): readonly Answer[] =>
    LOCALES.filter((locale) => locale !== given.locale).map((locale) =>
      answer({ ...asked, locale, readIn: given.locale }),
    );
