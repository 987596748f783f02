import type { Instant } from "../../kernel/clock.ts";
import type { MomentProblem } from "../moment-problem.ts";
import type { Candidate, Field, Reading, Stated } from "../reading.ts";
import { showInstant } from "../show-instant.ts";
import type { WallClock } from "../wall-clock.ts";
import { knownZone } from "../zones/known-zone.ts";
import type { Case } from "./case.ts";
import type { Doubt, Work } from "./doubt.ts";
import type { ZoneValue } from "./hit.ts";
import { instantsBy } from "./zone-claims.ts";

type Question = Reading & { readonly status: "needs" };

const FIELDS = ["date", "time", "timezone"] as const;

/** The parts that were not said at all, in the order in which they are asked for. */
export function missingOf({ weighed }: Work): readonly Field[] {
  const { date, time, claims } = weighed;
  const night = date.is === "night" && time.is === "none";
  const there = {
    date: date.is !== "none" && (date.is !== "night" || night),
    time: time.is === "one",
    timezone: claims.length > 0,
  };
  return FIELDS.filter((field) => !there[field]);
}

/** A question about one part, with what is known kept and every absent part named. */
export function ask(work: Work, { problem, field, options, keeps }: Doubt): Question {
  const { one, known } = work;
  const missing = FIELDS.filter((other) => other === field || isAbsent(work, other));
  const kept = keeps === true ? known : withoutField(known, field, problem);
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

/** The instants that every statement about the zone allows. */
export function shared(claims: readonly ZoneValue[], local: number): readonly Instant[] {
  const sets = claims.map((claim) => [...new Set(instantsBy(claim, local))]);
  return sets.reduce((some, others) => some.filter((at) => others.includes(at)), sets[0] ?? []);
}

/** A question for parts that were not said. */
export function needs({ one, known }: Work, missing: readonly Field[]): Reading {
  return {
    status: "needs",
    missing,
    known,
    candidates: [],
    ...(missing.includes("timezone") ? proposalOf(one) : {}),
  };
}

/** The zone of the profile, to be offered. */
export function proposalOf({ context: { profileZone } }: Case): { readonly proposal?: string } {
  const zone = profileZone === undefined ? undefined : knownZone(profileZone);
  return zone === undefined ? {} : { proposal: zone };
}

/** A refusal, with the nearest possible instants. */
export const reject = (
  { known }: Work,
  problem: MomentProblem,
  candidates: readonly Candidate[],
): Reading => ({
  status: "reject",
  problem,
  known,
  candidates,
});

/** The oldest moment there is, as the answer to offer. */
export const retentionCandidates = (earliest: Instant, zone = "UTC"): readonly Candidate[] => {
  const { date, time } = showInstant(earliest, zone, "en");
  return [{ stated: { date, time, zone }, instant: earliest }];
};
