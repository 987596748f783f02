import { canonicalJson } from "../../kernel/canonical-json.ts";
import { digestOf } from "../../kernel/digest.ts";
import type { Locale } from "../../kernel/locale.ts";
import type { Article } from "../article.ts";
import type { Fault } from "../fault.ts";

/** A sentence as one language has it. */
export type Passage = {
  readonly locale?: Locale;
  readonly file: string;
  readonly line: number;
  readonly edition?: string;
  readonly sentence: string;
};

/** A contradiction between languages, as it is put before a knowledge writer. */
export type Finding = {
  /** The hash of its sentences: stays as long as none of them is changed, wherever they stand. */
  readonly key: string;
  readonly rule: ContradictionRule;
  /** The odd one out first. */
  readonly passages: readonly Passage[];
};

const CONTRADICTION_RULES = [
  "negation-differs",
  "negation-damaged",
  "scope-differs",
  "quantity-differs",
  "environment-differs",
  "plan-differs",
] as const;

export type ContradictionRule = (typeof CONTRADICTION_RULES)[number];

const contradictionRule = (rule: string): ContradictionRule | undefined =>
  CONTRADICTION_RULES.find((one) => one === rule);

/** The hash of a fault's sentences, in whatever order they are told. */
export function findingKey({ rule, slug, locale, excerpt, others = [] }: Fault): string {
  const sentences = [{ locale, excerpt }, ...others]
    .map((one) => `${one.locale ?? ""} ${one.excerpt}`)
    .toSorted();
  return digestOf(canonicalJson({ rule, slug, sentences }));
}

/** The contradictions among faults; each once. */
export function findingsIn(faults: readonly Fault[], articles: readonly Article[]): Finding[] {
  const editions = new Map(articles.map(({ file, edition }) => [file, edition]));
  const found = faults.flatMap((fault): Finding[] => {
    const rule = contradictionRule(fault.rule);
    if (rule === undefined) return [];
    const places = [fault, ...(fault.others ?? [])];
    return [
      { key: findingKey(fault), rule, passages: places.map((one) => passage(one, editions)) },
    ];
  });
  return [...new Map(found.map((one) => [one.key, one])).values()];
}

type Place = Pick<Fault, "locale" | "file" | "line" | "excerpt">;

function passage(
  { locale, file, line, excerpt }: Place,
  editions: ReadonlyMap<string, string | undefined>,
): Passage {
  const edition = editions.get(file);
  return {
    ...(locale === undefined ? {} : { locale }),
    file,
    line,
    ...(edition === undefined ? {} : { edition }),
    sentence: excerpt,
  };
}
