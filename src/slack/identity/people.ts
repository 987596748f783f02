import type { Clock } from "../../kernel/clock.ts";
import { DAY_MS, MINUTE_MS } from "../../kernel/clock.ts";
import { personId, teamOf, userOf } from "../../kernel/ids.ts";
import type { PersonId } from "../../kernel/ids.ts";
import type { Locale } from "../../kernel/locale.ts";
import type { Rights } from "../../desk/rights.ts";
import type { Log } from "../app/log.ts";
import type { SlackClient } from "../app/slack-client.ts";
import { membersOf } from "./members.ts";
import { profileCache } from "./profile-cache.ts";
import type { Directory } from "./profile-cache.ts";
import type { Profile } from "./profile.ts";
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
  readonly writers?: readonly string[];
  readonly now: Clock;
  readonly log: Log;
};

/** People as Slack knows them. Nothing is written down: after a start it is asked again. */
export function slackPeople({ staff, approvers, writers = [], now, log }: Needs): People {
  const profiles = profileCache({ now, log });
  const staffMembers = membersOf(staff, log);
  const approvingMembers = membersOf(approvers, log);
  const writingMembers = membersOf(writers, log);
  let directory: Directory | undefined;

  const rightsOf = (person: PersonId): Rights => {
    const profile = profiles.known(person);
    const foreign = profile === undefined || profile.foreign || teamOf(person) !== directory?.team;
    return {
      staff: !foreign && staffMembers.has(userOf(person)),
      approver: !foreign && approvingMembers.has(userOf(person)),
      writer: !foreign && writingMembers.has(userOf(person)),
      foreign,
    };
  };

  const groupsChanged = async (): Promise<void> => {
    if (directory === undefined) return;
    const here = directory;
    const lists = [staffMembers, approvingMembers, writingMembers];
    for (const list of lists) await list.refresh(here.client);
    const trusted = new Set(lists.flatMap((list) => list.all()));
    await Promise.all([...trusted].map((user) => profiles.ask(here, personId(here.team, user))));
  };

  const meet: People["meet"] = async (person, waitMs = DAY_MS) => {
    const profile = profiles.known(person);
    const fresh = profile !== undefined && now() - profile.readAt < FRESH_MS;
    if (fresh || directory === undefined) return profile;
    const answer = profiles.ask(directory, person);
    return profile ?? within(answer, waitMs);
  };

  return {
    rightsOf,
    groupsChanged,
    meet,
    async connect(client, team) {
      directory = { client, team };
      await groupsChanged();
    },
    known: profiles.known,
    localeOf: (person) => profiles.known(person)?.locale ?? "en",
    changed(user) {
      if (directory === undefined || user.id === undefined) return;
      const { team } = directory;
      const person = personId(user.team_id ?? team, user.id);
      const locale = user.locale ?? profiles.known(person)?.locale;
      profiles.keep({ ...user, ...(locale === undefined ? {} : { locale }) }, person, team);
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
