import type { Locale } from "../kernel/locale.ts";
import { isLocale } from "../kernel/locale.ts";
import type { Environment, Plan } from "../kernel/product.ts";
import { ENVIRONMENTS, PLANS } from "../kernel/product.ts";
import type { Result } from "../kernel/result.ts";
import { fail, ok } from "../kernel/result.ts";
import type { Answer, Asked, Citation, Missing, SectionHit, Topic } from "./answer.ts";

/** One line of `ask --batch`, read and checked. */
export type AskLine = { readonly id: string; readonly asked: Asked };

/** What `ask --batch` prints for one line; the command adds `moment` to a restore request. */
export type AskedLine = {
  readonly id?: string;
  readonly locale: Locale;
  readonly kind: Answer["kind"];
  readonly verdict?: NonNullable<Answer["verdict"]>;
  readonly product?: string;
  readonly plan?: Plan;
  readonly environment?: Environment;
  readonly action?: string;
  readonly askBack?: readonly Missing[];
  readonly text: string;
  readonly citations: readonly Pick<Citation, "slug" | "anchor" | "heading" | "locale" | "quote">[];
  readonly sections: readonly SectionHit[];
};

type Fields = Readonly<Record<string, unknown>>;

const isFields = (input: unknown): input is Fields =>
  typeof input === "object" && input !== null && !Array.isArray(input);

const MAX_QUERY = 4000;

/** Reads a line's object; the problem is the reason to print. */
export function readAskLine(input: unknown): Result<AskLine, string> {
  if (!isFields(input)) return fail("expected an object");
  const { id, query } = input;
  if (typeof id !== "string" && typeof id !== "number") return fail("expected an id");
  if (typeof query !== "string" || query.trim() === "") return fail("expected a query");
  const locale = input["locale"];
  if (locale !== undefined && !isLocale(locale)) return fail(`unknown locale "${String(locale)}"`);
  const plan = oneOf(PLANS, input["plan"]);
  const environment = oneOf(ENVIRONMENTS, input["environment"]);
  if (plan === "unknown-word") return fail(`unknown plan "${String(input["plan"])}"`);
  if (environment === "unknown-word") {
    return fail(`unknown environment "${String(input["environment"])}"`);
  }
  const known: Topic = {
    ...(plan === undefined ? {} : { plan }),
    ...(environment === undefined ? {} : { environment }),
  };
  const words = query.slice(0, MAX_QUERY);
  return ok({
    id: String(id),
    asked: { words, known, ...(locale === undefined ? {} : { locale }) },
  });
}

function oneOf<Word extends string>(
  words: readonly Word[],
  given: unknown,
): Word | "unknown-word" | undefined {
  if (given === undefined || given === null) return undefined;
  return words.find((one) => one === given) ?? "unknown-word";
}

/** An answer in the shape of a batch line; `ask --json` prints the same without an id. */
export function askedLine(answer: Answer, id?: string): AskedLine {
  const { locale, kind, verdict, topic, askBack, text, citations, sections } = answer;
  return {
    ...(id === undefined ? {} : { id }),
    locale,
    kind,
    ...(verdict === undefined ? {} : { verdict }),
    ...(kind === "out-of-scope" ? {} : topicOf(topic)),
    ...(askBack === undefined ? {} : { askBack }),
    text: [answer.fence, text, answer.doubt].filter((one) => one !== undefined).join("\n"),
    citations: citations.map(({ slug, anchor, heading, locale: own, quote }) => ({
      slug,
      anchor,
      heading,
      locale: own,
      quote,
    })),
    sections: sections.slice(0, 10),
  };
}

const topicOf = ({ product, plan, environment, action }: Topic): Partial<AskedLine> => ({
  ...(product === undefined ? {} : { product }),
  ...(plan === undefined ? {} : { plan }),
  ...(environment === undefined ? {} : { environment }),
  ...(action === undefined ? {} : { action }),
});
