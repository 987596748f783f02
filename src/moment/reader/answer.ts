import type { Instant } from "../../kernel/clock.ts";
import type { Reading } from "../reading.ts";
import { showInstant } from "../show-instant.ts";
import { knownZone } from "../zones/known-zone.ts";
import { ask, missingOf, needs, proposalOf, reject } from "./ask.ts";
import type { Case } from "./case.ts";
import { bounded, checked, outOfBounds } from "./checked.ts";
import { zoneWords } from "./doubt.ts";
import type { Work } from "./doubt.ts";
import { knownOf, zoneName } from "./known.ts";
import {
  elapsedIn,
  happenedAt,
  impossibleIn,
  severalIn,
  unclearDay,
  unclearTime,
  unclearZone,
} from "./unclear.ts";
import { weigh } from "./weigh.ts";

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
    happenedAt(work) ??
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
