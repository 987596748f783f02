import type { Instant } from "../../kernel/clock.ts";
import { isoDay } from "../calendar.ts";
import type { MomentProblem } from "../moment-problem.ts";
import type { Stated } from "../reading.ts";
import { nearestZones } from "../zones/nearest-zones.ts";
import { beforeIt } from "./before-it.ts";
import { besideEvent } from "./beside-event.ts";
import type { Case } from "./case.ts";
import { clockOption, dayOption, typedBy, zoneWords } from "./doubt.ts";
import type { Doubt, Work } from "./doubt.ts";
import type { Hit, HitOf } from "./hit.ts";
import { approximated, joinedField } from "./doubts.ts";
import { clockText } from "./known.ts";
import { toldOf } from "./told-of.ts";
import { unknownBetween } from "./unknown-between.ts";

/** A date or a time that does not exist. */
export function impossibleIn({ one, weighed: { date, time } }: Work): MomentProblem | undefined {
  if (date.is === "doubt" && date.kind === "impossible-date")
    return { kind: "impossible-date", typed: typedBy(one, date.hit) };
  return time.is === "impossible"
    ? { kind: "impossible-time", typed: typedBy(one, time.hit) }
    : undefined;
}

/** More than one day or time. */
export function severalIn({ one, weighed: { date, time } }: Work): Doubt | undefined {
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

/** "2 hours ago" with nothing else said about day and time. */
export function elapsedIn({ one, weighed: { date, time } }: Work): Doubt | undefined {
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

/** A day that may be several, or midnight, which may be either end of it. */
export function unclearDay({ one, weighed: { date, time, day } }: Work): Doubt | undefined {
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

/** A date or a time that tells when something happened: what was said is offered, not taken. */
export function happenedAt({ one, weighed: { day, clock } }: Work): Doubt | undefined {
  const told = toldOf(one.text, one.all);
  if (told?.sense !== "happened") return undefined;
  const { hit } = told;
  if (one.context.chosen?.[hit.kind] !== undefined) return undefined;
  const typed = typedBy(one, hit);
  return hit.kind === "time"
    ? {
        problem: { kind: "approximate-time", typed },
        field: "time",
        options: clock === undefined ? [] : [clockOption(clock)],
        keeps: true,
      }
    : {
        problem: { kind: "ambiguous-date", typed },
        field: "date",
        options: day === undefined ? [] : [dayOption(day)],
        keeps: true,
      };
}

/** A time that is not exact, or may be either half of the day. */
export function unclearTime({ one, weighed: { time } }: Work): Doubt | undefined {
  const { chosen } = one.context;
  const shift = one.hits.find((hit) => hit.kind === "date" && hit.value.is === "shift");
  const about = time.is === "approximate" ? time.hit : (shift ?? aboutTime(one));
  const open = about === undefined ? [] : openFields(about, chosen);
  const [field] = open;
  if (about !== undefined && field !== undefined) {
    return {
      problem: { kind: "approximate-time", typed: typedBy(one, about) },
      field,
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

const aboutTime = ({ text, all }: Case): HitOf<"date"> | HitOf<"time"> | undefined =>
  approximated(text, all) ??
  besideEvent(text, all) ??
  beforeIt(text, all) ??
  hedgedIn(text, all) ??
  unknownBetween(text, all);

function hedgedIn(text: Case["text"], all: Case["all"]): HitOf<"date"> | HitOf<"time"> | undefined {
  const told = toldOf(text, all);
  return told?.sense === "hedged" ? told.hit : undefined;
}

/** What has to be said again: around a time the time, around a day ("not the 3rd") the day as well. */
const openFields = (about: Hit, chosen: Stated | undefined): readonly ("date" | "time")[] =>
  (about.kind === "date" ? (["time", "date"] as const) : (["time"] as const)).filter(
    (field) => chosen?.[field] === undefined,
  );

/** Names that stand for no zone, or for several. */
export function unclearZone({ one, weighed: { claims } }: Work): Doubt | undefined {
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
