import { readContent } from "../adapters/content/read-content.ts";
import { startArticlePages } from "../adapters/article-pages.ts";
import type { Config } from "../config.ts";
import { ConfigError } from "../config.ts";
import type { Fault } from "../knowledge/fault.ts";
import { buildKnowledge } from "../knowledge/knowledge.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import type { WayBackFor } from "../restore/ports.ts";
import type { Log } from "../slack/app/log.ts";
import type { KnowledgeDoor } from "../slack/knowledge/knowledge-door.ts";
import type { Cite } from "../slack/restore/render-hand-over.ts";
import { openKnowledge } from "./knowledge-door.ts";

export type ComposedKnowledge = {
  readonly door: KnowledgeDoor;
  readonly cite: Cite;
  readonly wayBackFor: WayBackFor;
  close(): Promise<void>;
};

/**
 * Reads the corpus, and the pages on which its articles can be read.
 *
 * @throws ConfigError where the corpus cannot prove its own policy
 */
export async function composeKnowledge(config: Config, log: Log): Promise<ComposedKnowledge> {
  let knowledge = await readKnowledge(config.content);
  const pages = await startArticlePages({
    port: config.articlesPort,
    article: (locale, slug) =>
      knowledge.articles.find((one) => one.locale === locale && one.slug === slug),
  });
  const base = config.articlesUrl ?? pages.url;
  const open = (state: Knowledge) =>
    openKnowledge(state, ({ locale, slug, anchor }) => `${base}/${locale}/${slug}#${anchor}`);
  let opened = open(knowledge);
  log("info", "the corpus is read", { articles: knowledge.articles.length });
  return {
    door: {
      answer: (asked) => opened.door.answer(asked),
      proofOf: (answer) => opened.door.proofOf(answer),
      inOtherLanguages: (asked, answer) => opened.door.inOtherLanguages(asked, answer),
      isChatter: (words) => opened.door.isChatter(words),
      verdictOf: (cell, locale) => opened.door.verdictOf(cell, locale),
    },
    cite: (place, locale) => opened.cite(place, locale),
    wayBackFor: (place) => opened.wayBackFor(place),
    close: () => pages.close(),
  };
}

/** @throws ConfigError that names file, line and reason of what is wrong */
export async function readKnowledge(folder: string): Promise<Knowledge> {
  const { files } = await readContent(folder);
  const built = buildKnowledge({ files });
  if (built.ok) return built.value;
  throw new ConfigError(built.problem.map(inOneLine));
}

export const inOneLine = ({ file, line, rule, reason }: Fault): string =>
  `${file}:${line}: ${rule}: ${reason}`;
