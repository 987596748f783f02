import type { Instant } from "../kernel/clock.ts";
import type { Locale } from "../kernel/locale.ts";
import type { MomentProblem } from "./moment-problem.ts";
import type { Candidate, Field, Reading } from "./reading.ts";
import { showDay, showInstant, utcClock } from "./show-instant.ts";
import type { MissingName, MomentTexts, ProblemFacts } from "./texts.ts";
import { textsOf } from "./texts-of.ts";
import { isFixed, offsetMsAt } from "./zones/offset-at.ts";
import { offsetAt, seasonAt } from "./zones/season.ts";
import { zoneLabel } from "./zones/zone-label.ts";

/** One clear sentence or question for a problem, in a person's language. */
export function problemText(problem: MomentProblem, locale: Locale): string {
  const { problems } = textsOf(locale);
  const facts: ProblemFacts = { ...NO_FACTS, ...factsOf(problem, locale) };
  if (problem.kind !== "multiple") return problems[problem.kind](facts);
  return problems[problem.field === "date" ? "multiple-dates" : "multiple-times"](facts);
}

/** The question for parts that were not stated; empty where nothing is missing. */
export function missingText(missing: readonly Field[], locale: Locale): string {
  const asked = missing.join("+");
  const { missing: questions } = textsOf(locale);
  return isMissingName(asked, questions) ? questions[asked] : "";
}

/** What a reading asks or refuses, in one sentence; undefined where it is a moment. */
export function readingText(reading: Reading, locale: Locale): string | undefined {
  if (reading.status === "ok") return undefined;
  if (reading.status === "reject") return problemText(reading.problem, locale);
  return reading.problem === undefined
    ? missingText(reading.missing, locale)
    : problemText(reading.problem, locale);
}

/**
 * The words on a candidate's button: `first 02:30, summer time (00:30 UTC)`,
 * `Tuesday 3 November 2026 14:30, Europe/Paris (13:30 UTC)`, or the one part it settles.
 */
export function candidateText(
  candidate: Candidate,
  problem: MomentProblem | undefined,
  locale: Locale,
): string {
  const { stated, instant } = candidate;
  if (instant === undefined) return partsText(candidate, locale);
  if (problem?.kind === "dst-overlap") return overlapText(problem, instant, locale);
  const zone = stated.zone ?? "UTC";
  const { weekday, longDate, time, date } = showInstant(instant, zone, locale);
  const where = isFixed(zone) ? `UTC${offsetAt(zone, instant)}` : zone;
  const utc = utcClock(instant, date);
  return `${weekday} ${longDate} ${time}, ${where} (${utc})`;
}

/** The two buttons of a time that happened twice, first one first. */
export function overlapTexts(
  problem: MomentProblem & { readonly kind: "dst-overlap" },
  locale: Locale,
): readonly [first: string, second: string] {
  return [
    overlapText(problem, problem.first, locale),
    overlapText(problem, problem.second, locale),
  ];
}

function overlapText(
  problem: MomentProblem & { readonly kind: "dst-overlap" },
  instant: Instant,
  locale: Locale,
): string {
  const texts = textsOf(locale);
  const { time, date } = showInstant(instant, problem.zone, locale);
  const which = instant === problem.first ? texts.first : texts.second;
  const kept = seasonText(problem.zone, instant, texts);
  return `${which} ${time}, ${kept} (${utcClock(instant, date)})`;
}

function seasonText(zone: string, at: Instant, texts: MomentTexts): string {
  const season = seasonAt(zone, at);
  if (season === undefined) return `UTC${offsetAt(zone, at)}`;
  return season === "summer" ? texts.summerTime : texts.winterTime;
}

function partsText({ stated }: Candidate, locale: Locale): string {
  const { date, time, zone } = stated;
  const day = date === undefined ? undefined : showDay(date, locale);
  const place = zone === undefined ? undefined : zoneLabel(zone, locale);
  return [day, time, place].filter((part) => part !== undefined).join(", ");
}

const NO_FACTS: ProblemFacts = {
  typed: "",
  day: "",
  zone: "",
  from: "",
  to: "",
  earlier: "",
  later: "",
};

const isMissingName = (text: string, questions: MomentTexts["missing"]): text is MissingName =>
  Object.hasOwn(questions, text);

function factsOf(problem: MomentProblem, locale: Locale): Partial<ProblemFacts> {
  if (problem.kind === "dst-gap") return gapFacts(problem, locale);
  if (problem.kind === "dst-overlap") return clockFacts(problem.first, problem.zone, locale);
  if (problem.kind === "relative-duration") return clockFacts(problem.instant, "UTC", locale);
  if (problem.kind === "outside-retention") {
    return { earlier: fullText(problem.earliest, "UTC", locale) };
  }
  const typed = typedIn(problem);
  return problem.kind === "weekday-mismatch"
    ? { typed, day: showDay(problem.date, locale) }
    : { typed };
}

function typedIn(problem: MomentProblem): string {
  if ("typed" in problem) return problem.typed;
  if (problem.kind === "unknown-zone") return problem.zone;
  return problem.kind === "unparsed-residue" ? problem.left : "";
}

function clockFacts(at: Instant, zone: string, locale: Locale): Partial<ProblemFacts> {
  const { weekday, longDate, time } = showInstant(at, zone, locale);
  return { from: time, day: `${weekday} ${longDate}`, zone };
}

function gapFacts(
  problem: MomentProblem & { readonly kind: "dst-gap" },
  locale: Locale,
): Partial<ProblemFacts> {
  const { zone, typed, jump, earlier, later } = problem;
  const [day = "", time = ""] = typed.split(" ");
  const before = showInstant((jump + shift(zone, jump)) as Instant, "UTC", locale);
  const after = showInstant(jump, zone, locale);
  const sameDay = before.date === after.date;
  const edge = (shown: typeof before) => (sameDay ? shown.time : `${shown.date} ${shown.time}`);
  const read = (at: Instant) => fullText(at, zone, locale);
  return {
    typed: `${showDay(day, locale)} ${time}`,
    zone,
    from: edge(before),
    to: edge(after),
    earlier: sameDay ? showInstant(earlier, zone, locale).time : read(earlier),
    later: sameDay ? showInstant(later, zone, locale).time : read(later),
  };
}

/** The offset in force just before a change, in milliseconds. */
const shift = (zone: string, change: Instant): number => offsetMsAt(zone, change - 1);

function fullText(at: Instant, zone: string, locale: Locale): string {
  const { weekday, longDate, time } = showInstant(at, zone, locale);
  return zone === "UTC" ? `${weekday} ${longDate} ${time} UTC` : `${weekday} ${longDate} ${time}`;
}
