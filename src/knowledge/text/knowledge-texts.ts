import type { Locale } from "../../kernel/locale.ts";
import { EN } from "./en.ts";
import { FR } from "./fr.ts";
import { NL } from "./nl.ts";
import { SV } from "./sv.ts";

/** What knowledge says in its own words, beside what it quotes. */
export type KnowledgeTexts = {
  readonly askPlan: string;
  readonly askEnvironment: string;
  readonly askBoth: string;
  readonly whyPlan: string;
  readonly whyEnvironment: string;
  readonly whyBoth: string;
  readonly conditions: string;
  readonly unknown: string;
  readonly unknownNearest: string;
  readonly outOfScope: string;
  /** To a question in a language that is none of ours. */
  readonly otherLanguage: string;
  readonly noAccount: string;
  readonly passages: string;
  /** Instead of a yes, where words of the question were not understood. */
  readonly notUnderstood: (words: string) => string;
  readonly restoreWish: string;
  readonly findPlan: string;
  /** A word of CloudMC in a question about Adobe Commerce, and the other way round. */
  readonly fenceFromCloudmc: string;
  readonly fenceFromCommerce: string;
};

const TEXTS: Readonly<Record<Locale, KnowledgeTexts>> = { en: EN, fr: FR, nl: NL, sv: SV };

export const knowledgeTexts = (locale: Locale): KnowledgeTexts => TEXTS[locale];
