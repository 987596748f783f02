import type { Heard } from "./heard.ts";
import { GOING_BACK, HABITS } from "./held.ts";
import type { Places } from "./marks.ts";
import { PLAIN, WAYS } from "./speech.ts";

/** What commands do: those may run in a pipeline as well as in a terminal. */
const RUN_BY_COMMAND: ReadonlySet<string> = new Set([
  "manual-snapshot",
  "scheduled-snapshot",
  "list-snapshots",
  "database-dump",
  "restore",
]);

/**
 * The words of a way that changes no answer: who runs the command and from where, the role that it
 * takes anyhow, the hour of the day. A pipeline is one only beside the command it runs.
 */
export function waysIn({ question, action, marks }: Heard): Places {
  const { locale, signals } = question;
  const { runner, machine, admin, hours, saidOf } = WAYS[locale];
  const runs = RUN_BY_COMMAND.has(action);
  const own = saidOf[action];
  return marks.across([
    hours,
    ...(own === undefined ? [] : [own]),
    ...(runs ? [admin] : []),
    ...(runs && !GOING_BACK.has(action) ? [machine] : []),
    ...(runs && saysCommand(signals) ? [runner] : []),
  ]);
}

const saysCommand = (signals: Heard["question"]["signals"]): boolean =>
  signals.has("command") || signals.has("schedule") || signals.has("dump");

/** An occasion that is no copy: "after a failed import", "before launch". */
export const occasionsIn = ({ question, marks }: Heard): Places =>
  marks.across([WAYS[question.locale].mishap, WAYS[question.locale].unlaunched]);

/** "Only at night": a habit that keeps to its hours is another one. */
export function narrowed({ question: { locale }, action, marks }: Heard): Places {
  const only = `(?:${PLAIN[locale].limiting.source}) (?:${WAYS[locale].hours.source})`;
  return HABITS.has(action) ? marks.across([new RegExp(only, "u")]) : new Set();
}
