import type { Instant } from "../../kernel/clock.ts";
import type { PersonId } from "../../kernel/ids.ts";
import { isLocale } from "../../kernel/locale.ts";
import type { Locale } from "../../kernel/locale.ts";
import type { Profile } from "./profile.ts";

/** Slack's user object, as far as it is read. */
export type SlackUser = {
  readonly id?: string;
  readonly team_id?: string;
  readonly name?: string;
  readonly real_name?: string;
  readonly locale?: string;
  readonly tz?: string;
  readonly deleted?: boolean;
  readonly is_bot?: boolean;
  readonly is_restricted?: boolean;
  readonly is_ultra_restricted?: boolean;
  readonly is_stranger?: boolean;
};

const MARKS = ["is_bot", "is_restricted", "is_ultra_restricted", "is_stranger", "deleted"] as const;

/** The language part of `sv-SE`; English where we do not speak it. */
const localeOf = (tag: string | undefined): Locale => {
  const language = (tag ?? "").slice(0, 2).toLowerCase();
  return isLocale(language) ? language : "en";
};

/** @param team the team the app is installed in; whoever is of another one is foreign */
export function readProfile(
  user: SlackUser,
  person: PersonId,
  { team, at }: { readonly team: string; readonly at: Instant },
): Profile {
  const marked = MARKS.some((mark) => user[mark] === true);
  const elsewhere = user.team_id !== undefined && user.team_id !== team;
  return {
    person,
    name: user.real_name ?? user.name ?? person,
    locale: localeOf(user.locale),
    ...(user.tz === undefined || user.tz === "" ? {} : { zone: user.tz }),
    foreign: marked || elsewhere,
    deactivated: user.deleted === true,
    readAt: at,
  };
}
