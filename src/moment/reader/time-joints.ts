import { BOOKS, pastPhrase } from "./books.ts";
import type { Text } from "./text.ts";

const JOINTS = [BOOKS.timeJoints, BOOKS.clockWords, BOOKS.looseClockWords, BOOKS.dateJoints];

/** Past a word that only ties a date or a time to what stands before it: `at`, `kl`, `du`. */
export const pastJoint = (text: Text, at: number): number =>
  Math.max(...JOINTS.map((book) => pastPhrase(book, text, at)));
