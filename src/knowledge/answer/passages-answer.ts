import type { Answer, Citation, SectionHit } from "../answer.ts";
import type { Block } from "../article.ts";
import { NOT_COVERED } from "../question/subject.ts";
import { tokensOf } from "../question/tokens.ts";
import { STOP_WORDS } from "../words/stop-words.ts";
import { citationOf, sectionsWith } from "./cite.ts";
import { speaksOfCopies, touchesDomain } from "./out-of-bounds.ts";
import type { Thought } from "./thought.ts";
import { say } from "./thought.ts";

const STEM = 5;
const ENOUGH = 0.5;
const ENOUGH_ON_SUBJECT = 0.45;
const MOST_QUOTES = 2;

/** The passages that answer a question no rule covers; nothing where they only share a word by luck. */
export function passagesAnswer(thought: Thought): Answer | undefined {
  if (thought.subject === NOT_COVERED) return undefined;
  const wanted = contentStems(thought);
  const guarded = thought.knowledge.cells.length > 0;
  if (wanted.length === 0 || (guarded && !touchesDomain(thought.question.signals)))
    return undefined;
  const quoted = thought.hits.slice(0, 5).flatMap((hit) => quoteIn(hit, wanted, thought));
  const bar = speaksOfCopies(thought.question.signals) ? ENOUGH_ON_SUBJECT : ENOUGH;
  const good = quoted.filter(({ share, matched }) => share >= bar && matched >= 2);
  const citations = good.slice(0, MOST_QUOTES).map(({ citation }) => citation);
  if (citations.length === 0) return undefined;
  return say(thought, {
    kind: "passages",
    text: [thought.texts.passages, ...citations.map(({ quote }) => quote)].join("\n"),
    citations,
    sections: sectionsWith(citations, thought.hits),
  });
}

type Quoted = { readonly citation: Citation; readonly share: number; readonly matched: number };

function contentStems({ question: { tokens, locale } }: Thought): string[] {
  const content = tokens.filter((one) => one.length > 2 && !STOP_WORDS[locale].has(one));
  return [...new Set(content.map(stem))];
}

const stem = (token: string): string => token.slice(0, STEM);

function quoteIn(hit: SectionHit, wanted: readonly string[], { knowledge }: Thought): Quoted[] {
  const found = knowledge.section(hit.slug, hit.anchor, hit.locale);
  if (found === undefined) return [];
  const { article, section } = found;
  const around = stemsOf(`${article.title} ${section.heading}`);
  const [best] = section.blocks
    .filter(({ kind }) => kind !== "image")
    .map((block) => ({ block, matched: matches(block, wanted) }))
    .toSorted((a, b) => b.matched - a.matched);
  if (best === undefined) return [];
  const inside = stemsOf(section.blocks.map(({ display }) => display).join(" "));
  const matched = wanted.filter((one) => inside.has(one) || around.has(one)).length;
  const quote = sentencesOf(best.block.display, wanted);
  return [
    {
      citation: citationOf(article, section, quote, knowledge),
      share: matched / wanted.length,
      matched,
    },
  ];
}

const stemsOf = (text: string): ReadonlySet<string> => new Set(tokensOf(text).map(stem));

function matches(block: Block, wanted: readonly string[]): number {
  const own = stemsOf(block.display);
  return wanted.filter((one) => own.has(one)).length - (block.kind === "code" ? 0.5 : 0);
}

const LONG_QUOTE = 320;

/** The block itself where it is short, else its best sentence and the next, word for word. */
function sentencesOf(text: string, wanted: readonly string[]): string {
  if (text.length <= LONG_QUOTE) return text;
  const ends = [...text.matchAll(/[.!?](?=\s)/g)].map(({ index }) => index + 1);
  const starts = [0, ...ends];
  const sentences = starts.map((start, at) => [start, ends[at] ?? text.length] as const);
  const scored = sentences.map(([from, to]) => {
    const own = stemsOf(text.slice(from, to));
    return wanted.filter((one) => own.has(one)).length;
  });
  const best = scored.indexOf(Math.max(...scored));
  const [from] = sentences[best] ?? [0];
  const [, to] = sentences[Math.min(best + 1, sentences.length - 1)] ?? [0, text.length];
  return text.slice(from, to).trim();
}

/** Plainly said: not in our articles; with the nearest ones. */
export function unknownAnswer(thought: Thought): Answer {
  const { texts, hits, question } = thought;
  const near = speaksOfCopies(question.signals) ? hits.slice(0, 3) : [];
  return near.length === 0
    ? say(thought, {
        kind: "out-of-scope",
        text: `${texts.unknown} ${texts.outOfScope}`,
        sections: [],
      })
    : say(thought, {
        kind: "unknown",
        text: `${texts.unknown} ${texts.unknownNearest}`,
        sections: near,
      });
}
