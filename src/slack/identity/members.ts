import type { SlackClient } from "../app/slack-client.ts";
import type { Log } from "../app/log.ts";

/** User ids named directly, and those of user groups, which Slack is asked for. */
export type Members = {
  has(user: string): boolean;
  all(): readonly string[];
  /** Asks Slack again for the groups. A free plan has none: the ids named directly still count. */
  refresh(client: SlackClient): Promise<void>;
};

const isGroup = (id: string): boolean => id.startsWith("S");

/** Members of a list like `U0SAM, U0INES` or `S0STAFF`. */
export function membersOf(ids: readonly string[], log: Log): Members {
  const named = ids.filter((id) => !isGroup(id));
  const groups = ids.filter(isGroup);
  let users = new Set(named);
  return {
    has: (user) => users.has(user),
    all: () => [...users],
    async refresh(client) {
      const found = new Set(named);
      for (const usergroup of groups) {
        try {
          const answer = await client.usergroups.users.list({ usergroup });
          for (const user of answer.users ?? []) found.add(user);
        } catch (cause) {
          log("warn", "user group cannot be read; nobody has rights through it", {
            usergroup,
            cause,
          });
        }
      }
      users = found;
    },
  };
}
