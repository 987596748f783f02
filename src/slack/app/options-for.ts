import type { types } from "@slack/bolt";
import type { Body } from "./incoming.ts";
import { textIn } from "./incoming.ts";
import type { InteractionNeeds } from "./interaction-needs.ts";
import { readPerson, readView } from "./read-payload.ts";
import type { OptionsTable } from "./turn.ts";

/** Somebody types into a select: what fits, from memory; nothing where that fails. */
export async function optionsFor(
  { people, log }: InteractionNeeds,
  table: OptionsTable,
  body: Body,
): Promise<readonly types.PlainTextOption[]> {
  const action = textIn(body, "action_id") ?? "";
  const person = readPerson(body);
  const view = readView(body);
  try {
    const typed = textIn(body, "value") ?? "";
    const locale = people.localeOf(person);
    const asked = { person, locale, action, typed, ...(view === undefined ? {} : { view }) };
    return (await table[action]?.(asked)) ?? [];
  } catch (cause) {
    log("error", "options cannot be found", { action, cause });
    return [];
  }
}
