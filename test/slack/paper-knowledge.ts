import type { Answer, Asked, Citation, Topic } from "../../src/knowledge/answer.ts";
import type { Locale } from "../../src/kernel/locale.ts";
import { LOCALES } from "../../src/kernel/locale.ts";
import { ENVIRONMENTS, PLANS } from "../../src/kernel/product.ts";
import type { KnowledgeDoor } from "../../src/slack/knowledge/knowledge-door.ts";

/** A sentence of an article that does not exist, marked-up signs included. */
export const citation = (locale: Locale): Citation => ({
  slug: "backup-faq",
  anchor: "pro",
  heading: "Pro plan",
  title: "Backup FAQ",
  locale,
  quote: `Quote in ${locale}: <b>staging & production</b> are backed up *automatically*.`,
  edition: "2026-08-02",
  url: `https://kb.example/${locale}/backup-faq#pro`,
});

const LANGUAGE: readonly [RegExp, Locale][] = [
  [/\bkan jag|säkerhets|och\b/i, "sv"],
  [/\bkan ik|back-uppen/i, "nl"],
  [/puis-je|sauvegarder/i, "fr"],
  [/\bcan i|what|and\b/i, "en"],
];

/** Somebody wants something back. */
const WISH = /\bput .* back\b|tillbaka|remettre|terugzetten/i;

const verdict = (locale: Locale, yes: boolean): Answer["verdicts"][number] => ({
  cell: "manual-snapshot.pro.staging",
  verdict: yes ? "yes" : "no",
  text: yes ? "It can be done." : "It cannot be done by hand.",
  citations: [citation(locale)],
});

/** Just enough knowledge for the Slack layer: words decide, nothing is looked up. */
function answer(asked: Asked): Answer {
  const base = baseOf(asked);
  const { locale, topic } = base;
  if (WISH.test(asked.words)) return { ...base, kind: "restore-request" };
  if (topic.environment === undefined && topic.plan === undefined) return base;
  if (topic.plan === undefined && asked.unsure?.includes("plan") === true) {
    const verdicts = [verdict(locale, true), verdict(locale, false)];
    return { ...base, kind: "verdict", verdicts, text: "It depends." };
  }
  if (topic.plan === undefined) {
    return {
      ...base,
      kind: "ask-back",
      askBack: ["plan"],
      choices: PLANS.map((value) => ({ field: "plan" as const, value })),
    };
  }
  const proven = verdict(locale, topic.environment === "integration" || topic.plan === "starter");
  return {
    ...base,
    kind: "verdict",
    verdict: proven.verdict,
    verdicts: [proven],
    citations: proven.citations,
    text: proven.text,
  };
}

/** Nothing known yet: language, topic, and what the thread has settled. */
function baseOf({ words, locale: asked, fallbackLocale, known = {} }: Asked): Answer {
  const found = LANGUAGE.find(([pattern]) => pattern.test(words))?.[1];
  const lower = words.toLowerCase();
  const topic = topicOf(lower, known);
  const kept = lower.includes(known.plan ?? "") ? undefined : known.plan;
  return {
    kind: "unknown",
    locale: asked ?? found ?? fallbackLocale ?? "en",
    localeSure: found !== undefined,
    topic,
    assumed: kept === undefined ? {} : { plan: kept },
    verdicts: [],
    citations: [],
    sections: [],
    text: "",
  };
}

function topicOf(lower: string, known: Topic): Topic {
  const plan = PLANS.find((one) => lower.includes(one)) ?? known.plan;
  const environment = ENVIRONMENTS.find((one) => lower.includes(one)) ?? known.environment;
  return {
    ...(plan === undefined ? {} : { plan }),
    ...(environment === undefined ? {} : { environment }),
  };
}

export const paperKnowledge: KnowledgeDoor = {
  answer,
  proofOf: ({ verdicts }) =>
    verdicts.map(({ cell }) => ({ cell, citations: LOCALES.map(citation), contradictions: [] })),
  inOtherLanguages: (asked) => LOCALES.map((locale) => answer({ ...asked, locale })),
  isChatter: (words) => /^(?:thanks|tack|merci|bedankt)\W*$/i.test(words),
  verdictOf: (cell, locale) => ({ ...verdict(locale, true), cell }),
};
