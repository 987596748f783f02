import type { Clock } from "../../kernel/clock.ts";
import { userOf } from "../../kernel/ids.ts";
import type { PersonId } from "../../kernel/ids.ts";
import type { Log } from "../app/log.ts";
import type { SlackClient } from "../app/slack-client.ts";
import type { Profile } from "./profile.ts";
import { readProfile } from "./read-profile.ts";
import type { SlackUser } from "./read-profile.ts";

/** Where people are asked for. */
export type Directory = { readonly client: SlackClient; readonly team: string };

/** Profiles in memory; each person is asked for once at a time. */
export type ProfileCache = {
  readonly known: (person: PersonId) => Profile | undefined;
  readonly keep: (user: SlackUser, person: PersonId, team: string) => Profile;
  /** Asks Slack; the profile known before, where Slack does not answer. */
  readonly ask: (directory: Directory, person: PersonId) => Promise<Profile | undefined>;
};

export function profileCache({
  now,
  log,
}: {
  readonly now: Clock;
  readonly log: Log;
}): ProfileCache {
  const profiles = new Map<PersonId, Profile>();
  const asking = new Map<PersonId, Promise<Profile | undefined>>();

  const keep: ProfileCache["keep"] = (user, person, team) => {
    const profile = readProfile(user, person, { team, at: now() });
    profiles.set(person, profile);
    return profile;
  };

  const ask = async (
    { client, team }: Directory,
    person: PersonId,
  ): Promise<Profile | undefined> => {
    try {
      const answer = await client.users.info({ user: userOf(person), include_locale: true });
      return keep(answer.user ?? {}, person, team);
    } catch (cause) {
      log("warn", "a person cannot be read", { person, cause });
      return profiles.get(person);
    } finally {
      asking.delete(person);
    }
  };

  return {
    known: (person) => profiles.get(person),
    keep,
    ask: (directory, person) => {
      const running = asking.get(person) ?? ask(directory, person);
      asking.set(person, running);
      return running;
    },
  };
}
