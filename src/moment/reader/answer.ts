import { DAY_MS, HOUR_MS, MINUTE_MS } from "../../kernel/clock.ts";
import type { Instant } from "../../kernel/clock.ts";
import { isoDay } from "../calendar.ts";
import { checkMoment } from "../check-moment.ts";
import { instantsOf } from "../instants-of.ts";
import type { MomentProblem } from "../moment-problem.ts";
import { gapProblem } from "../moment.ts";
import type { Candidate, Field, Reading, Stated } from "../reading.ts";
import { showInstant } from "../show-instant.ts";
import type { WallClock } from "../wall-clock.ts";
import { knownZone } from "../zones/known-zone.ts";
import { nearestZones } from "../zones/nearest-zones.ts";
import { offsetAt } from "../zones/season.ts";
import type { Case } from "./case.ts";
import { approximated, joinedField, residueOf } from "./doubts.ts";
import type { HitOf, ZoneValue } from "./hit.ts";
import type { Clock } from "./settle-time.ts";
import { wordsOf } from "./text.ts";
import { weigh } from "./weigh.ts";
import type { Weighed } from "./weigh.ts";
import { instantsBy, zonesOfClaim } from "./zone-claims.ts";

/** What stands in the way, and how it can be answered. */
type Doubt = {
  readonly problem: MomentProblem;
  readonly field: Field;
  readonly options: readonly Stated[];
};

type Work = { readonly one: Case; readonly weighed: Weighed; readonly known: Partial<WallClock> };

/** The answer to a text that makes one statement. */
export function answerOne(one: Case): Reading {
  const weighed = weigh(one);
  const work: Work = { one, weighed, known: knownOf(one, weighed) };
  const impossible = impossibleIn(work);
  if (impossible !== undefined) return reject(work, impossible, []);
  const doubt =
    severalIn(work) ??
    elapsedIn(work) ??
    unclearDay(work) ??
    unclearTime(work) ??
    unclearZone(work);
  if (doubt?.problem.kind === "relative-duration")
    return elapsedReading(work, doubt.problem.instant);
  if (doubt !== undefined) return ask(work, doubt);
  const missing = missingOf(work);
  if (missing.length > 0) return outOfBounds(work) ?? needs(work, missing);
  return checked(work);
}

/** Several full statements that are not one instant. */
export function answerMultiple(one: Case, readings: readonly Reading[], dates: number): Reading {
  const oks = readings.filter((reading) => reading.status === "ok");
  const candidates = oks.map(({ wall, moment }) => ({
    stated: { date: wall.date, time: wall.time, zone: wall.zone },
    instant: moment.instant,
  }));
  const days = new Set(oks.map(({ wall }) => wall.date));
  const zones = new Set(oks.map(({ wall }) => wall.zone));
  const weighed = weigh(one);
  const base = { status: "needs", known: knownOf(one, weighed), candidates } as const;
  const zone = proposalOf(one);
  if (zones.size > 1 && (days.size === 1 || dates <= 1)) {
    const [first] = oks;
    const known =
      first === undefined
        ? base.known
        : { date: first.wall.date, time: first.wall.time, words: one.words };
    return {
      ...base,
      known,
      missing: ["timezone"],
      problem: { kind: "zone-offset-mismatch", typed: zoneWords(one) },
      ...zone,
    };
  }
  const field = days.size > 1 ? "date" : "time";
  return { ...base, missing: [field], problem: { kind: "multiple", field } };
}

function knownOf({ words }: Case, { day, clock, claims }: Weighed): Partial<WallClock> {
  const [claim] = claims;
  const zone = claims.length === 1 ? zoneName(claim) : undefined;
  return {
    ...(day === undefined ? {} : { date: isoDay(day) }),
    ...(clock === undefined ? {} : { time: clockText(clock) }),
    ...(zone === undefined ? {} : { zone }),
    words,
  };
}

function zoneName(claim: ZoneValue | undefined): string | undefined {
  if (claim?.is === "zone") return claim.zone;
  return claim?.is === "abbreviation" ? claim.offset : undefined;
}

function clockText({ minutes, second }: Clock): string {
  const pad = (part: number) => String(part).padStart(2, "0");
  const text = `${pad(Math.floor(minutes / 60) % 24)}:${pad(minutes % 60)}`;
  return second === 0 ? text : `${text}:${pad(second)}`;
}

const typedBy = (
  { text }: Case,
  { start, end }: { readonly start: number; readonly end: number },
): string => wordsOf(text, start, end);

function impossibleIn({ one, weighed: { date, time } }: Work): MomentProblem | undefined {
  if (date.is === "doubt" && date.kind === "impossible-date")
    return { kind: "impossible-date", typed: typedBy(one, date.hit) };
  return time.is === "impossible"
    ? { kind: "impossible-time", typed: typedBy(one, time.hit) }
    : undefined;
}

function severalIn({ one, weighed: { date, time } }: Work): Doubt | undefined {
  const { chosen } = one.context;
  const joined = joinedField(one.text, one.all);
  const open = joined !== undefined && chosen?.[joined] === undefined ? joined : undefined;
  if (date.is === "multiple" || open === "date") {
    const days = date.is === "multiple" ? date.days : [];
    return {
      problem: { kind: "multiple", field: "date" },
      field: "date",
      options: days.map(dayOption),
    };
  }
  if (time.is !== "multiple" && open !== "time") return undefined;
  const clocks = time.is === "multiple" ? time.clocks : [];
  return {
    problem: { kind: "multiple", field: "time" },
    field: "time",
    options: clocks.map(clockOption),
  };
}

const dayOption = (day: number): Stated => ({ date: isoDay(day) });
const clockOption = (clock: Clock): Stated => ({ time: clockText(clock) });

/** "2 hours ago" with nothing else said about day and time. */
function elapsedIn({ one, weighed: { date, time } }: Work): Doubt | undefined {
  const hit = one.hits.find((other) => other.kind === "date" && other.value.is === "elapsed");
  if (
    hit?.kind !== "date" ||
    hit.value.is !== "elapsed" ||
    date.is !== "none" ||
    time.is !== "none"
  )
    return undefined;
  const about = approximated(one.text, one.all);
  if (about !== undefined)
    return {
      problem: { kind: "approximate-time", typed: typedBy(one, hit) },
      field: "time",
      options: [],
    };
  const { ms, ahead } = hit.value;
  const instant = (one.context.now + (ahead === true ? ms : -ms)) as Instant;
  return { problem: { kind: "relative-duration", instant }, field: "timezone", options: [] };
}

function elapsedReading(work: Work, instant: Instant): Reading {
  const { one, weighed } = work;
  if (instant > one.context.now) return reject(work, { kind: "future" }, []);
  const zone = weighed.claims.length === 1 ? zoneName(weighed.claims[0]) : undefined;
  if (zone !== undefined) {
    const { date, time } = showInstant(instant, zone, "en");
    return bounded(work, { instant, zone, wall: { date, time, zone, words: one.words } });
  }
  const doubt = unclearZone(work);
  const problem = doubt?.problem ?? ({ kind: "relative-duration", instant } as const);
  const { profileZone } = one.context;
  const offered = profileZone === undefined ? undefined : knownZone(profileZone);
  const candidates = offered === undefined ? [] : [{ stated: { zone: offered }, instant }];
  return {
    status: "needs",
    missing: ["timezone"],
    problem,
    known: { words: one.words },
    candidates,
    ...proposalOf(one),
  };
}

function unclearDay({ one, weighed: { date, time, day } }: Work): Doubt | undefined {
  if (date.is === "doubt") {
    const typed = typedBy(one, date.hit);
    const kind = date.kind === "impossible-date" ? "ambiguous-date" : date.kind;
    return { problem: { kind, typed }, field: "date", options: date.days.map(dayOption) };
  }
  if (time.is !== "one" || !time.midnight || date.is !== "one" || date.night || day === undefined)
    return undefined;
  const hit = one.hits.find((other) => other.kind === "time");
  const typed = hit === undefined ? "" : typedBy(one, hit);
  const options = [day, day + 1].map((end) => ({ date: isoDay(end), time: clockText(time.clock) }));
  return { problem: { kind: "ambiguous-midnight", typed }, field: "date", options };
}

function unclearTime({ one, weighed: { time } }: Work): Doubt | undefined {
  if (one.context.chosen?.time !== undefined) return undefined;
  const about = time.is === "approximate" ? time.hit : approximated(one.text, one.all);
  if (about !== undefined) {
    return {
      problem: { kind: "approximate-time", typed: typedBy(one, about) },
      field: "time",
      options: [],
    };
  }
  if (time.is !== "ambiguous") return undefined;
  const typed = typedBy(one, time.hit);
  return {
    problem: { kind: "ambiguous-time", typed },
    field: "time",
    options: time.clocks.map(clockOption),
  };
}

/** Names that stand for no zone, or for several. */
function unclearZone({ one, weighed: { claims } }: Work): Doubt | undefined {
  const unknown = claims.find((claim) => claim.is === "unknown");
  if (unknown?.is === "unknown") {
    const options = nearestZones(unknown.typed).map((zone) => ({ zone }));
    return { problem: { kind: "unknown-zone", zone: unknown.typed }, field: "timezone", options };
  }
  const several = claims.find((claim) => claim.is === "several");
  if (several?.is !== "several") return undefined;
  const options = several.zones.map((zone) => ({ zone }));
  return { problem: { kind: "ambiguous-zone", typed: zoneWords(one) }, field: "timezone", options };
}

/** The words of every zone in the text. */
const zoneWords = (one: Case): string =>
  one.hits
    .filter((hit): hit is HitOf<"zone"> => hit.kind === "zone")
    .map((hit) => typedBy(one, hit))
    .join(", ");

type Question = Reading & { readonly status: "needs" };

const FIELDS = ["date", "time", "timezone"] as const;

function missingOf({ weighed }: Work): readonly Field[] {
  const { date, time, claims } = weighed;
  const night = date.is === "night" && time.is === "none";
  const there = {
    date: date.is !== "none" && (date.is !== "night" || night),
    time: time.is === "one",
    timezone: claims.length > 0,
  };
  return FIELDS.filter((field) => !there[field]);
}

function ask(work: Work, { problem, field, options }: Doubt): Question {
  const { one, known } = work;
  const missing = FIELDS.filter((other) => other === field || isAbsent(work, other));
  const kept = withoutField(known, field, problem);
  const candidates = options.map((stated) => candidateOf(work, stated));
  return {
    status: "needs",
    missing,
    problem,
    known: kept,
    candidates,
    ...(missing.includes("timezone") ? proposalOf(one) : {}),
  };
}

/** A part that was not said at all, or is in doubt itself. */
function isAbsent({ weighed: { date, time, claims } }: Work, field: Field): boolean {
  if (field === "date") return date.is === "none" || date.is === "doubt" || date.is === "multiple";
  if (field === "time") return time.is !== "one";
  return claims.length === 0 || claims.some(({ is }) => is === "several" || is === "unknown");
}

function withoutField(
  known: Partial<WallClock>,
  field: Field,
  problem: MomentProblem,
): Partial<WallClock> {
  const { date, time, zone, words = "" } = known;
  const keepDate = field !== "date" && date !== undefined;
  const keepTime = field !== "time" && time !== undefined && problem.kind !== "approximate-time";
  const keepZone = zone !== undefined && (field !== "timezone" || problem.kind === "dst-overlap");
  return {
    ...(keepDate ? { date } : {}),
    ...(keepTime ? { time } : {}),
    ...(keepZone ? { zone } : {}),
    words,
  };
}

/** A possible answer, with the instant it would give where the rest is known. */
function candidateOf({ weighed, known }: Work, stated: Stated): Candidate {
  const { date, time, zone } = { ...known, ...stated };
  if (date === undefined || time === undefined || zone === undefined) return { stated };
  const claims =
    stated.zone === undefined && weighed.claims.length > 0 ? weighed.claims : [zoneClaim(zone)];
  const instants = shared(claims, localFrom(date, time));
  const [instant] = instants;
  return instant === undefined || instants.length > 1
    ? { stated }
    : { stated: { ...stated, zone }, instant };
}

const zoneClaim = (zone: string): ZoneValue => ({ is: "zone", zone });

const localFrom = (date: string, time: string): number =>
  Date.parse(`${date}T${time.length === 5 ? `${time}:00` : time}Z`);

function shared(claims: readonly ZoneValue[], local: number): readonly Instant[] {
  const sets = claims.map((claim) => [...new Set(instantsBy(claim, local))]);
  return sets.reduce((some, others) => some.filter((at) => others.includes(at)), sets[0] ?? []);
}

function needs({ one, known }: Work, missing: readonly Field[]): Reading {
  return {
    status: "needs",
    missing,
    known,
    candidates: [],
    ...(missing.includes("timezone") ? proposalOf(one) : {}),
  };
}

function proposalOf({ context: { profileZone } }: Case): { readonly proposal?: string } {
  const zone = profileZone === undefined ? undefined : knownZone(profileZone);
  return zone === undefined ? {} : { proposal: zone };
}

const reject = (
  { known }: Work,
  problem: MomentProblem,
  candidates: readonly Candidate[],
): Reading => ({
  status: "reject",
  problem,
  known,
  candidates,
});

/** What is out of bounds whatever the missing part may be: in every zone, at any hour of the day. */
function outOfBounds(work: Work): Reading | undefined {
  const { one, weighed } = work;
  const { day, clock, claims } = weighed;
  if (day === undefined) return undefined;
  const zone = claims.length === 1 ? zoneName(claims[0]) : undefined;
  const start = day * DAY_MS + (clock === undefined ? 0 : clock.minutes * MINUTE_MS);
  const end = clock === undefined ? start + DAY_MS : start;
  const [soonest] = zone === undefined ? [start - 14 * HOUR_MS] : instantsOf(start, zone);
  const latest =
    zone === undefined ? end + 12 * HOUR_MS : (instantsOf(end, zone).at(-1) ?? end + 12 * HOUR_MS);
  const { now, earliest } = one.context;
  if (soonest !== undefined && soonest > now) return reject(work, { kind: "future" }, []);
  const old = earliest !== undefined && latest < earliest;
  return old
    ? reject(work, { kind: "outside-retention", earliest }, retentionCandidates(earliest, zone))
    : undefined;
}

const retentionCandidates = (earliest: Instant, zone = "UTC"): readonly Candidate[] => {
  const { date, time } = showInstant(earliest, zone, "en");
  return [{ stated: { date, time, zone }, instant: earliest }];
};

/** Everything was said: the instants of the local time by every statement. */
function checked(work: Work): Reading {
  const { one, weighed } = work;
  const { day = 0, clock = { minutes: 0, second: 0 }, claims, date } = weighed;
  const local = day * DAY_MS + clock.minutes * MINUTE_MS + clock.second * 1_000;
  const instants = shared(claims, local);
  const [instant, second] = instants;
  if (instant === undefined) return withoutInstant(work, local);
  if (date.is === "weekday-mismatch") return weekdayMismatch(work);
  if (second !== undefined) return overlap(work, [instant, second]);
  const zone = statedZone(claims, local, instant);
  const wall = { date: isoDay(day), time: clockText(clock), zone, words: one.words };
  return bounded(work, { instant, zone, wall });
}

/** The zone as stated; the offset where only that tells which of two instants is meant. */
function statedZone(claims: readonly ZoneValue[], local: number, instant: Instant): string {
  const ruled = claims.find((claim) => claim.is === "zone" && !/^[+-]|^UTC$/.test(claim.zone));
  const name = zoneName(ruled ?? claims[0]) ?? "UTC";
  return instantsOf(local, name).length > 1 ? offsetAt(name, instant) : name;
}

function withoutInstant(work: Work, local: number): Reading {
  const { one, weighed, known } = work;
  const gaps = weighed.claims.every(
    (claim) => claim.is === "zone" && instantsOf(local, claim.zone).length === 0,
  );
  const zone = zoneName(weighed.claims[0]) ?? "UTC";
  if (!gaps) {
    const problem = { kind: "zone-offset-mismatch", typed: zoneWords(one) } as const;
    const zones = [...new Set(weighed.claims.flatMap(zonesOfClaim))];
    return ask(work, {
      problem,
      field: "timezone",
      options: zones.map((name) => ({ zone: name })),
    });
  }
  if (weighed.date.is === "weekday-mismatch") return weekdayMismatch(work);
  const problem = gapProblem(local, zone, `${known.date ?? ""} ${known.time ?? ""}`);
  const instants = problem.kind === "dst-gap" ? [problem.earlier, problem.later] : [];
  const candidates = instants.map((instant) => {
    const { date, time } = showInstant(instant, zone, "en");
    return { stated: { date, time, zone }, instant };
  });
  return reject(work, problem, candidates);
}

function weekdayMismatch(work: Work): Reading {
  const { one, weighed } = work;
  if (weighed.date.is !== "weekday-mismatch")
    throw new Error("Cannot ask about a weekday: expected a mismatch");
  const { hit, day, days } = weighed.date;
  const problem = {
    kind: "weekday-mismatch",
    date: isoDay(day),
    typed: typedBy(one, hit),
  } as const;
  const asked = ask(work, { problem, field: "date", options: days.map(dayOption) });
  return { ...asked, known: { ...asked.known, date: isoDay(day) } };
}

function overlap(work: Work, [first, second]: readonly [Instant, Instant]): Reading {
  const zone = zoneName(work.weighed.claims[0]) ?? "UTC";
  const asked = ask(work, {
    problem: { kind: "dst-overlap", first, second, zone },
    field: "timezone",
    options: [],
  });
  const candidates = [first, second].map((instant) => ({
    stated: { zone: offsetAt(zone, instant) },
    instant,
  }));
  return { ...asked, candidates };
}

type Settled = { readonly instant: Instant; readonly zone: string; readonly wall: WallClock };

/** The last checks: future, retention, an age that does not fit, and words that nothing explains. */
function bounded(work: Work, { instant, zone, wall }: Settled): Reading {
  const { one } = work;
  const { now, earliest, chosen } = one.context;
  const moment = { instant, zone, words: one.words };
  const inBounds = checkMoment(moment, earliest === undefined ? { now } : { now, earliest });
  if (!inBounds.ok) {
    const { problem } = inBounds;
    return reject(
      work,
      problem,
      problem.kind === "outside-retention" ? retentionCandidates(problem.earliest, zone) : [],
    );
  }
  if (!agesFit(one, instant))
    return ask(work, { problem: { kind: "multiple", field: "date" }, field: "date", options: [] });
  const answered = chosen?.date !== undefined || chosen?.time !== undefined;
  const left = answered ? undefined : residueOf(one.text, one.all, one.rules.articles);
  if (left === undefined) return { status: "ok", moment, wall };
  const field = /^\d{1,2}$/.test(left) ? "time" : "date";
  return ask(work, { problem: { kind: "unparsed-residue", left }, field, options: [] });
}

/** "26 hours ago" beside a full date must be that long ago. */
const agesFit = ({ hits, context }: Case, instant: Instant): boolean =>
  hits.every((hit) => {
    if (hit.kind !== "date" || hit.value.is !== "elapsed") return true;
    const { ms, unitMs, ahead } = hit.value;
    return ahead !== true && Math.abs(context.now - instant - ms) <= unitMs;
  });
