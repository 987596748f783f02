import { readInstant, toRfc3339 } from "../kernel/clock.ts";
import { isLocale } from "../kernel/locale.ts";
import { readMoment } from "./read-moment.ts";
import type { Candidate, Context, Field, Reading } from "./reading.ts";

/** One text to read, as a line of a batch. */
export type MomentInput = {
  readonly id?: string;
  readonly text: string;
  /** RFC 3339. */
  readonly now: string;
  /** The zone of the profile; offered, never applied. */
  readonly userTz?: string | null;
  readonly locale?: string;
  /** RFC 3339; nothing older can be brought back. */
  readonly earliest?: string;
};

/** What was read, as a line of a batch. */
export type MomentOutput = {
  readonly id?: string;
  readonly status: Reading["status"];
  readonly date?: string;
  readonly time?: string;
  readonly zone?: string;
  readonly instantUtc?: string;
  readonly missing?: readonly Field[];
  readonly reason?: string;
  readonly proposal?: string;
  /** Instants in UTC where they are known, else dates or times. */
  readonly candidates?: readonly string[];
};

/**
 * Reads one line of a batch.
 *
 * @throws where `now` or `earliest` is no instant
 */
export function momentLine(input: MomentInput): MomentOutput {
  const reading = readMoment(input.text, contextOf(input));
  return { ...(input.id === undefined ? {} : { id: input.id }), ...outputOf(reading) };
}

function contextOf({ now, userTz, locale, earliest }: MomentInput): Context {
  return {
    now: instantFrom(now),
    ...(isLocale(locale) ? { locale } : {}),
    ...(typeof userTz === "string" ? { profileZone: userTz } : {}),
    ...(earliest === undefined ? {} : { earliest: instantFrom(earliest) }),
  };
}

function instantFrom(text: string): Context["now"] {
  const at = readInstant(text);
  if (at === undefined)
    throw new Error(`Cannot read instant "${text}": expected RFC 3339 with an offset`);
  return at;
}

function outputOf(reading: Reading): Omit<MomentOutput, "id"> {
  if (reading.status === "ok") {
    const { date, time, zone } = reading.wall;
    return { status: "ok", date, time, zone, instantUtc: toRfc3339(reading.moment.instant) };
  }
  const { words: _words, ...known } = reading.known;
  const candidates = reading.candidates
    .map((one) => candidateLine(one, reading))
    .filter((line) => line !== "");
  return {
    status: reading.status,
    ...known,
    ...(reading.status === "needs" ? { missing: reading.missing } : {}),
    ...(reading.problem === undefined ? {} : { reason: reading.problem.kind }),
    ...(reading.status === "needs" && reading.proposal !== undefined
      ? { proposal: reading.proposal }
      : {}),
    ...(candidates.length === 0 ? {} : { candidates }),
  };
}

/** Days stay days: which day is the question. Everything else is an instant where it can be. */
function candidateLine({ stated, instant }: Candidate, reading: Reading): string {
  const { date, time } = stated;
  const asksDay = reading.status === "needs" && reading.missing.includes("date");
  if (asksDay && date !== undefined) return time === undefined ? date : `${date}T${time}`;
  if (instant !== undefined) return toRfc3339(instant);
  return [date, time].filter((part) => part !== undefined).join("T");
}
