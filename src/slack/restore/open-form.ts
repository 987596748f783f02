import type { AskedQuestion } from "../../desk/asked-question.ts";
import type { Place } from "../../desk/ticket.ts";
import type { Instant } from "../../kernel/clock.ts";
import type { Locale } from "../../kernel/locale.ts";
import type { TicketId } from "../../kernel/ids.ts";
import type { Answer } from "../../knowledge/answer.ts";
import { candidateText, readingText } from "../../moment/problem-text.ts";
import { readMoment } from "../../moment/read-moment.ts";
import type { Reading, Stated } from "../../moment/reading.ts";
import type { Context } from "../app/slack-needs.ts";
import { againButton } from "../app/make-turn.ts";
import { loadingView } from "../app/small-views.ts";
import type { Turn } from "../app/turn.ts";
import { isUntold, isWish, readWish } from "../moment/wish.ts";
import { earliestHeld } from "./earliest-held.ts";
import { formView } from "./form-view.ts";
import type { FormValues } from "./form-values.ts";

/** What a form is opened from. */
export type OpenedFrom = {
  readonly place: Place;
  /** Words that may name moment and environment. */
  readonly words?: string;
  /** When they were said, if not now: "yesterday" counts from then. */
  readonly saidAt?: Instant;
  readonly question?: AskedQuestion<Answer>;
  readonly locale?: Locale;
  /** A request whose moment is changed, and what it said. */
  readonly change?: { readonly id: TicketId; readonly values: FormValues };
};

/**
 * Opens the restore form: a loading view at once, since a trigger lives three seconds, then the form
 * with everything filled in that is certain. `value` lets a click that came too late be made again.
 */
export async function openForm(
  needs: Context,
  turn: Turn,
  value: string,
  find: () => Promise<OpenedFrom>,
): Promise<void> {
  const { person, text } = turn;
  if (needs.people.rightsOf(person).foreign) return turn.tell(text.app.membersOnly);
  const loading = loadingView(text, { title: text.form.title });
  const opened = await turn.open(loading, againButton(text, "restore.open", value));
  if (opened === undefined) return;
  const from = await find();
  const locale = from.locale ?? from.question?.locale ?? turn.locale;
  const reading = await heldReading(needs, turn, from, locale);
  const values = from.change?.values ?? prefilled(needs, turn, from, { locale, reading });
  const asked = from.change === undefined ? askedIn(reading, locale) : undefined;
  const origin = {
    place: from.place,
    locale,
    draft: await needs.drafts.begin(person),
    ...(from.change === undefined ? {} : { change: from.change.id }),
  };
  const { projects, now } = needs;
  await turn.update(
    opened,
    formView(values, origin, {
      projects,
      now: now(),
      ...(asked === undefined ? {} : { asked }),
    }),
  );
}

/** What the words say for certain; the zone of the profile is offered in its field. */
function prefilled(
  needs: Context,
  turn: Turn,
  from: OpenedFrom,
  { locale, reading }: { readonly locale: Locale; readonly reading: Reading },
): FormValues {
  const { words = "" } = from;
  return {
    ...projectIn(needs, words),
    ...environmentIn(needs, from, locale),
    ...momentIn(reading, needs.people.known(turn.person)?.zone),
    wanted: [],
    reason: words.slice(0, 1_200),
  };
}

/** The project that is named, or the only one there is. */
function projectIn({ projects }: Context, words: string): Pick<FormValues, "project"> {
  const all = projects.list();
  const named = all.find((one) => words.includes(one.id) || words.includes(one.name));
  const project = named ?? (all.length === 1 ? all[0] : undefined);
  return project === undefined ? {} : { project: project.id };
}

function environmentIn(
  { knowledge }: Context,
  { words = "", question }: OpenedFrom,
  locale: Locale,
): Pick<FormValues, "environment"> {
  const read = words === "" ? {} : knowledge.answer({ words, locale }).topic;
  const { environment } = question?.answer.topic ?? read;
  return environment === undefined ? {} : { environment };
}

/** Read once more where the words are complete: nothing may be held from that long ago. */
async function heldReading(
  needs: Context,
  turn: Turn,
  from: OpenedFrom,
  locale: Locale,
): Promise<Reading> {
  const read = readingOf(needs, turn, from, locale);
  const reading = read();
  if (reading.status !== "ok" || from.change !== undefined) return reading;
  const where = { ...projectIn(needs, from.words ?? ""), ...environmentIn(needs, from, locale) };
  const earliest = await earliestHeld(needs, where);
  return earliest === undefined ? reading : read(earliest);
}

type When = Pick<FormValues, "date" | "time" | "zone">;

/** What the words say, read in the zone of the profile where they name none: it stands in its field, to be seen. */
function readingOf(needs: Context, turn: Turn, from: OpenedFrom, locale: Locale) {
  const profileZone = needs.people.known(turn.person)?.zone;
  const offered = profileZone === undefined ? {} : { profileZone };
  const { words = "", question, saidAt = needs.now() } = from;
  const read = (more: { readonly chosen?: Stated; readonly earliest?: Instant }): Reading =>
    question !== undefined && isWish(question)
      ? readWish(question, profileZone, more)
      : readMoment(words, { now: saidAt, locale, ...offered, ...more });
  return (earliest?: Instant): Reading => {
    const bound = earliest === undefined ? {} : { earliest };
    const first = read(bound);
    const unnamed = first.status === "needs" && first.missing.includes("timezone");
    return unnamed && profileZone !== undefined && !namesUnclearZone(first)
      ? read({ ...bound, chosen: { zone: profileZone } })
      : first;
  };
}

function momentIn(reading: Reading, profileZone: string | undefined): When {
  const stated = reading.status === "ok" ? reading.wall : reading.known;
  const zone = pickerZone(stated.zone) ?? (namesUnclearZone(reading) ? undefined : profileZone);
  return {
    ...(stated.date === undefined ? {} : { date: stated.date }),
    ...(stated.time === undefined ? {} : { time: stated.time.slice(0, 5) }),
    ...(zone === undefined ? {} : { zone }),
  };
}

/** What the words leave open, with the readings they may have. */
function askedIn(reading: Reading, locale: Locale): string | undefined {
  if (reading.status === "ok" || isUntold(reading)) return undefined;
  const named = reading.candidates.map((one) => candidateText(one, reading.problem, locale));
  return [readingText(reading, locale) ?? "", ...named].join("\n• ");
}

/** Words name a zone, but not which: the profile's would be a guess against them. */
const UNSETTLED = new Set(["ambiguous-zone", "unknown-zone", "zone-offset-mismatch"]);

const namesUnclearZone = (reading: Reading): boolean =>
  reading.status !== "ok" && UNSETTLED.has(reading.problem?.kind ?? "");

/** A fixed offset is written with `UTC` in the picker. */
const pickerZone = (zone: string | undefined): string | undefined =>
  zone !== undefined && /^[+-]/.test(zone) ? `UTC${zone}` : zone;
