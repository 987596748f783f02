import type { Locale } from "../kernel/locale.ts";
import { LOCALES } from "../kernel/locale.ts";
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
  const odd = oddOption(input);
  if (odd !== undefined) return fail(odd);
  const asked: Asked = {
    words: query.slice(0, MAX_QUERY),
    known: {
      ...option("plan", PLANS, input["plan"]),
      ...option("environment", ENVIRONMENTS, input["environment"]),
    },
    ...option("locale", LOCALES, input["locale"]),
  };
  return ok({ id: String(id), asked });
}

const OPTIONS: readonly (readonly [name: string, words: readonly string[]])[] = [
  ["locale", LOCALES],
  ["plan", PLANS],
  ["environment", ENVIRONMENTS],
];

/** Says which option holds a word that is not one of ours. */
function oddOption(input: Fields): string | undefined {
  const odd = OPTIONS.find(([name, words]) => {
    const given = input[name];
    return given !== undefined && given !== null && !words.some((one) => one === given);
  });
  return odd === undefined ? undefined : `expected ${odd[0]} to be one of ${odd[1].join(", ")}`;
}

function option<Name extends string, Word extends string>(
  name: Name,
  words: readonly Word[],
  given: unknown,
): { readonly [Key in Name]?: Word } {
  const found = words.find((one) => one === given);
  return (found === undefined ? {} : { [name]: found }) as { readonly [Key in Name]?: Word };
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
