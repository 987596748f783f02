import type { AskedQuestion } from "../../desk/asked-question.ts";
import type { Instant } from "../../kernel/clock.ts";
import type { Answer } from "../../knowledge/answer.ts";
import { readMoment } from "../../moment/read-moment.ts";
import type { Candidate, Reading, Stated } from "../../moment/reading.ts";

/** What has been settled of the moment since it was asked for. */
export type Wish = {
  /** Said afterwards, and in full: they count instead of the first words. */
  readonly words?: string;
  readonly chosen?: Stated;
};

/** An answer to somebody who wants data back, with the moment as far as it is settled. */
export type WishAnswer = Answer & { readonly wish?: Wish };

/** Somebody wants data back: the moment is read from their words, or asked for. */
export const isWish = ({ answer }: AskedQuestion<Answer>): boolean =>
  answer.kind === "restore-request";

/**
 * The moment a wish names. "Yesterday" counts from when it was said, however late somebody answers what
 * was asked back, and in the zone that was chosen since.
 *
 * @param more what is taken for chosen as well, and the oldest moment there is
 */
export function readWish(
  question: AskedQuestion<WishAnswer>,
  profileZone?: string,
  more: { readonly chosen?: Stated; readonly earliest?: Instant } = {},
): Reading {
  const { words, locale, askedAt, answer } = question;
  const { wish = {} } = answer;
  const { earliest } = more;
  const chosen = { ...wish.chosen, ...more.chosen };
  return readMoment(wish.words ?? words, {
    now: askedAt,
    locale,
    ...(profileZone === undefined ? {} : { profileZone }),
    ...(Object.keys(chosen).length === 0 ? {} : { chosen }),
    ...(earliest === undefined ? {} : { earliest }),
  });
}

/** Nothing of a moment was said yet. */
export const isUntold = (reading: Reading): boolean =>
  reading.status === "needs" && reading.problem === undefined && reading.missing.length === 3;

/** What a click may settle: the candidates, or else the zone of the profile. */
export function optionsOf(reading: Reading): readonly Candidate[] {
  if (reading.status === "ok" || isUntold(reading)) return [];
  const { candidates } = reading;
  if (reading.status === "reject" || candidates.length > 0) return candidates;
  return reading.proposal === undefined ? [] : [{ stated: { zone: reading.proposal } }];
}

/** `2026-11-18|14:30|Europe/Stockholm`: what a button settles, in its id. */
export const statedText = ({ date = "", time = "", zone = "" }: Stated): string =>
  [date, time, zone].join("|");
