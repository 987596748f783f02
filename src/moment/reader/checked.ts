import { DAY_MS, HOUR_MS, MINUTE_MS } from "../../kernel/clock.ts";
import type { Instant } from "../../kernel/clock.ts";
import { isoDay } from "../calendar.ts";
import { checkMoment } from "../check-moment.ts";
import { instantsOf } from "../instants-of.ts";
import { gapProblem } from "../moment.ts";
import type { Reading } from "../reading.ts";
import { showInstant } from "../show-instant.ts";
import type { WallClock } from "../wall-clock.ts";
import { offsetAt } from "../zones/season.ts";
import { ask, reject, retentionCandidates, shared } from "./ask.ts";
import type { Case } from "./case.ts";
import { dayOption, typedBy, zoneWords } from "./doubt.ts";
import type { Work } from "./doubt.ts";
import { residueOf } from "./doubts.ts";
import type { ZoneValue } from "./hit.ts";
import { clockText, zoneName } from "./known.ts";
import { zonesOfClaim } from "./zone-claims.ts";

/** What is out of bounds whatever the missing part may be: in every zone, at any hour of the day. */
export function outOfBounds(work: Work): Reading | undefined {
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

/** Everything was said: the instants of the local time by every statement. */
export function checked(work: Work): Reading {
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

/** The question about a time that happened twice. */
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
export function bounded(work: Work, { instant, zone, wall }: Settled): Reading {
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
