import { liveKnowledge } from "../adapters/content/live-knowledge.ts";
import { readContent } from "../adapters/content/read-content.ts";
import { startArticlePages } from "../adapters/article-pages.ts";
import type { Config } from "../config.ts";
import { ConfigError } from "../config.ts";
import type { Fault } from "../knowledge/fault.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import type { WayBackFor } from "../restore/ports.ts";
import type { Log } from "../slack/app/log.ts";
import type { KnowledgeDoor } from "../slack/knowledge/knowledge-door.ts";
import type { Cite } from "../slack/restore/render-hand-over.ts";
import type { KeptKnowledgeOptions } from "./build-kept-knowledge.ts";
import { keptKnowledge, searchCacheIn } from "./build-kept-knowledge.ts";
import { openKnowledge } from "./knowledge-door.ts";
import type { LinkTo, Opened, WritersKnowledge } from "./knowledge-door.ts";

export type ComposedKnowledge = {
  readonly door: KnowledgeDoor;
  readonly cite: Cite;
  readonly wayBackFor: WayBackFor;
  readonly writers: WritersKnowledge;
  /** Calls back after each edit that was taken over. */
  readonly onEdit: (listener: () => void) => void;
  close(): Promise<void>;
};

/**
 * Reads the corpus, follows its edits, and serves its articles. An edit is taken over as a whole; one that
 * breaks the proof of a verdict leaves what was read before in force, and says so.
 *
 * @throws ConfigError where the corpus cannot prove its own policy
 */
export async function composeKnowledge(config: Config, log: Log): Promise<ComposedKnowledge> {
  let current: { readonly of: Knowledge; readonly opened: Opened } | undefined;
  const listeners: (() => void)[] = [];
  const kept = keptKnowledge({ content: config.content, cache: searchCacheIn(config.data) });
  const live = await liveKnowledge({
    folder: config.content,
    build: kept.build,
    onSwap: ({ articles }) => {
      log("info", "an edit of the corpus is read", { articles: articles.length });
      for (const listener of listeners) listener();
    },
    onRefused: (faults) =>
      log("error", "an edit of the corpus is refused: the last good one stays", {
        faults: faults.map(inOneLine),
      }),
  });
  if (!live.ok) throw new ConfigError(live.problem.map(inOneLine));
  const pages = await startArticlePages({
    port: config.articlesPort,
    article: (locale, slug) =>
      live.value.current().articles.find((one) => one.locale === locale && one.slug === slug),
  });
  const base = config.articlesUrl ?? pages.url;
  const opened = (): Opened => {
    const of = live.value.current();
    if (current?.of !== of) {
      const linkTo: LinkTo = ({ locale, slug, anchor }) => `${base}/${locale}/${slug}#${anchor}`;
      current = { of, opened: openKnowledge(of, linkTo) };
    }
    return current.opened;
  };
  return {
    door: {
      answer: (asked) => opened().door.answer(asked),
      proofOf: (answer) => opened().door.proofOf(answer),
      inOtherLanguages: (asked, answer) => opened().door.inOtherLanguages(asked, answer),
      isChatter: (words) => opened().door.isChatter(words),
      verdictOf: (cell, locale) => opened().door.verdictOf(cell, locale),
    },
    cite: (place, locale) => opened().cite(place, locale),
    wayBackFor: (place) => opened().wayBackFor(place),
    writers: presentFor(opened),
    onEdit: (listener) => void listeners.push(listener),
    close: async () => {
      live.value.close();
      kept.close();
      await pages.close();
    },
  };
}

/** What writers are told follows every edit. */
const presentFor = (opened: () => Opened): WritersKnowledge => ({
  corpus: () => opened().writers.corpus(),
  verdicts: () => opened().writers.verdicts(),
  verdictNow: (cell, locale) => opened().writers.verdictNow(cell, locale),
  review: () => opened().writers.review(),
});

/** @throws ConfigError that names file, line and reason of what is wrong */
export async function readKnowledge(
  folder: string,
  options: Omit<KeptKnowledgeOptions, "content"> = {},
): Promise<Knowledge> {
  const { files } = await readContent(folder);
  const kept = keptKnowledge({ content: folder, ...options });
  const built = await kept.build(files);
  kept.close();
  if (built.ok) return built.value;
  throw new ConfigError(built.problem.map(inOneLine));
}

const inOneLine = ({ file, line, rule, reason }: Fault): string =>
  `${file}:${line}: ${rule}: ${reason}`;
