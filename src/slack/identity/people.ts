import type { Clock } from "../../kernel/clock.ts";
import { DAY_MS, MINUTE_MS } from "../../kernel/clock.ts";
import { personId, teamOf, userOf } from "../../kernel/ids.ts";
import type { PersonId } from "../../kernel/ids.ts";
import type { Locale } from "../../kernel/locale.ts";
import type { Rights } from "../../desk/rights.ts";
import type { Log } from "../app/log.ts";
import type { SlackClient } from "../app/slack-client.ts";
import { membersOf } from "./members.ts";
import type { Profile } from "./profile.ts";
import { readProfile } from "./read-profile.ts";
import type { SlackUser } from "./read-profile.ts";

const FRESH_MS = 10 * MINUTE_MS;

/** Who people are: language, zone and rights, kept in memory so that a commit can ask without waiting. */
export interface People {
  /** Learns the team and reads everybody who has rights. */
  connect(client: SlackClient, team: string): Promise<void>;
  /** As known now. Somebody Slack has not told us about yet has no rights and counts as foreign. */
  readonly rightsOf: (person: PersonId) => Rights;
  known(person: PersonId): Profile | undefined;
  readonly localeOf: (person: PersonId) => Locale;
  /** Reads a person where that is needed; never waits longer than `waitMs`, never throws. */
  meet(person: PersonId, waitMs?: number): Promise<Profile | undefined>;
  /** Slack has told us about a change. */
  changed(user: SlackUser): void;
  groupsChanged(): Promise<void>;
}

type Needs = {
  readonly staff: readonly string[];
  readonly approvers: readonly string[];
  readonly now: Clock;
  readonly log: Log;
};

/** People as Slack knows them. Nothing is written down: after a start it is asked again. */
export function slackPeople({ staff, approvers, now, log }: Needs): People {
  const profiles = new Map<PersonId, Profile>();
  const asking = new Map<PersonId, Promise<Profile | undefined>>();
  const staffMembers = membersOf(staff, log);
  const approvingMembers = membersOf(approvers, log);
  let slack: { client: SlackClient; team: string } | undefined;

  const keep = (user: SlackUser, person: PersonId, team: string): Profile => {
    const profile = readProfile(user, person, { team, at: now() });
    profiles.set(person, profile);
    return profile;
  };

  const ask = async (person: PersonId): Promise<Profile | undefined> => {
    if (slack === undefined) return undefined;
    try {
      const { client, team } = slack;
      const answer = await client.users.info({ user: userOf(person), include_locale: true });
      return keep(answer.user ?? {}, person, team);
    } catch (cause) {
      log("warn", "a person cannot be read", { person, cause });
      return profiles.get(person);
    } finally {
      asking.delete(person);
    }
  };

  const askOnce = (person: PersonId): Promise<Profile | undefined> => {
    const running = asking.get(person) ?? ask(person);
    asking.set(person, running);
    return running;
  };

  const rightsOf = (person: PersonId): Rights => {
    const profile = profiles.get(person);
    const foreign = profile === undefined || profile.foreign || teamOf(person) !== slack?.team;
    return {
      staff: !foreign && staffMembers.has(userOf(person)),
      approver: !foreign && approvingMembers.has(userOf(person)),
      foreign,
    };
  };

  const groupsChanged = async (): Promise<void> => {
    if (slack === undefined) return;
    const { client, team } = slack;
    await staffMembers.refresh(client);
    await approvingMembers.refresh(client);
    const trusted = new Set([...staffMembers.all(), ...approvingMembers.all()]);
    await Promise.all([...trusted].map((user) => askOnce(personId(team, user))));
  };

  return {
    rightsOf,
    groupsChanged,
    async connect(client, team) {
      slack = { client, team };
      await groupsChanged();
    },
    known: (person) => profiles.get(person),
    localeOf: (person) => profiles.get(person)?.locale ?? "en",
    async meet(person, waitMs = DAY_MS) {
      const profile = profiles.get(person);
      const fresh = profile !== undefined && now() - profile.readAt < FRESH_MS;
      if (fresh) return profile;
      const answer = askOnce(person);
      return profile ?? within(answer, waitMs);
    },
    changed(user) {
      if (slack === undefined || user.id === undefined) return;
      const person = personId(user.team_id ?? slack.team, user.id);
      const locale = user.locale ?? profiles.get(person)?.locale;
      keep({ ...user, ...(locale === undefined ? {} : { locale }) }, person, slack.team);
    },
  };
}

/** The answer, or undefined after `waitMs`. */
async function within<T>(answer: Promise<T>, waitMs: number): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(
      () => {
        resolve(undefined);
      },
      Math.min(waitMs, 30_000),
    );
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
