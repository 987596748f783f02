import type { Reading } from "../reading.ts";
import type { Case } from "./case.ts";
import { answerMultiple, answerOne } from "./answer.ts";
import type { Hit } from "./hit.ts";
import { weigh } from "./weigh.ts";

type Group = { readonly hits: Hit[]; readonly whole: boolean };

/** Nobody says one instant more often than this. */
const MOST_GROUPS = 4;

/** Settles a scanned text: one statement, or several full ones that must be the same instant. */
export function settle(one: Case): Reading {
  const { date, time } = weigh(one);
  const several = time.is === "multiple" || date.is === "multiple";
  const groups = several && one.context.chosen === undefined ? groupsOf(one.hits) : [];
  return groups.length > 1 && groups.length <= MOST_GROUPS ? together(one, groups) : answerOne(one);
}

/** "14:30 Paris time (13:30 UTC)": each time with its zone, a date counting until the next one. */
function groupsOf(hits: readonly Hit[]): readonly Group[] {
  const groups: Hit[][] = [[]];
  for (const [index, hit] of hits.entries()) {
    const current = groups.at(-1) ?? [];
    const later = hits.slice(index).some((other) => other.kind === "time");
    const opens = hit.kind === "time" || (hit.kind === "date" && later);
    if (opens && has(current, "time") && has(current, "zone")) groups.push([hit]);
    else current.push(hit);
  }
  const whole = groups.every((group) => has(group, "time") && has(group, "zone"));
  return whole ? withDates(groups) : [];
}

const has = (group: readonly Hit[], kind: Hit["kind"]): boolean =>
  group.some((hit) => hit.kind === kind);

/** A date counts from where it stands; one that is said last of all counts for every time before it. */
function withDates(groups: readonly Hit[][]): readonly Group[] {
  const undated = datesOf(groups[0] ?? []).length === 0;
  let dates = undated ? (groups.map(datesOf).find((own) => own.length > 0) ?? []) : [];
  return groups.map((group) => {
    const own = datesOf(group);
    const counted = own.every(
      (hit) => hit.kind === "date" && hit.value.is === "relative" && hit.value.counted === true,
    );
    const missing = own.length === 0 || (counted && dates.length > 0);
    const hits = missing ? [...dates, ...group] : group;
    dates = missing ? dates : own;
    return { hits, whole: !missing };
  });
}

const datesOf = (group: readonly Hit[]): readonly Hit[] =>
  group.filter((hit) => hit.kind === "date" && hit.value.is !== "elapsed");

function together(one: Case, groups: readonly Group[]): Reading {
  const readings = groups.map(({ hits }) => answerOne({ ...one, hits }));
  const [first] = readings;
  if (first === undefined) return answerOne(one);
  const instants = readings.map(instantsOfReading);
  const shared = instants.reduce((some, others) => some.filter((at) => others.includes(at)));
  const [instant] = shared;
  if (instant !== undefined && shared.length === 1) {
    const exact = readings.find((reading) => reading.status === "ok");
    return first.status === "ok" || exact === undefined
      ? first
      : (overlapSettled(first, instant) ?? exact);
  }
  const stuck = readings.find((reading) => reading.status !== "ok");
  return stuck ?? answerMultiple(one, readings, groups.filter(({ whole }) => whole).length);
}

/** The instants a reading leaves open. */
function instantsOfReading(reading: Reading): readonly number[] {
  if (reading.status === "ok") return [reading.moment.instant];
  const overlap = reading.status === "needs" && reading.problem?.kind === "dst-overlap";
  return overlap ? reading.candidates.map(({ instant }) => instant ?? 0) : [];
}

/** A time that happened twice, settled by a second statement: the offset is its zone. */
function overlapSettled(first: Reading, instant: number): Reading | undefined {
  if (first.status !== "needs" || first.problem?.kind !== "dst-overlap") return undefined;
  const candidate = first.candidates.find((one) => one.instant === instant);
  const { date, time, words } = first.known;
  const zone = candidate?.stated.zone;
  if (
    candidate?.instant === undefined ||
    date === undefined ||
    time === undefined ||
    zone === undefined
  )
    return undefined;
  const wall = { date, time, zone, words: words ?? "" };
  return { status: "ok", moment: { instant: candidate.instant, zone, words: wall.words }, wall };
}
