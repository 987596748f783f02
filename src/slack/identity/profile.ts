import type { Instant } from "../../kernel/clock.ts";
import type { PersonId } from "../../kernel/ids.ts";
import type { Locale } from "../../kernel/locale.ts";

/** What Slack says about a person, as the desk uses it. */
export type Profile = {
  readonly person: PersonId;
  readonly name: string;
  /** Of the person's client; only decides where their own words are too few to tell. */
  readonly locale: Locale;
  /** IANA name; missing for bots and some foreign people. */
  readonly zone?: string;
  /** Guest, other team, deactivated or bot. */
  readonly foreign: boolean;
  readonly deactivated: boolean;
  readonly readAt: Instant;
};
