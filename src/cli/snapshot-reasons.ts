import type { LeftOut } from "../restore/left-out.ts";

/** What stands in the way of a plan, by the code of its precondition. */
const FAILING: Readonly<Record<string, string>> = {
  "environment-active": "the environment is not active",
  "free-space": "there is not enough free space",
  "key-held": "the key of the snapshot is not here",
  "databases-closed": "a program still has a database open; stop it first",
  "parts-held": "the snapshot does not hold everything that is wanted",
  "points-below-limit": "there are as many recovery points as there may be; delete one first",
  "one-volume": "a data disk is made of one volume; name it with --only",
  "whole-instance": "a template is made of the whole environment, without --only",
  "target-name": "the target is no single name; use letters, digits, dots and dashes",
  "target-free": "something with the target's name is there already; choose another --target",
};

/** Why one snapshot may not serve. */
const WHY_NOT: Readonly<Record<string, string>> = {
  "after-the-moment": "it ends after the moment",
  "not-available": "it is not whole",
  "expires-too-soon": "it ends before a restore would",
  "not-found": "there is none of that name",
  "other-kind": "an environment is reverted to recovery points, and all else comes from snapshots",
};

/** What is worth knowing about a plan. */
const NOTES: Readonly<Record<string, string>> = {
  "recovery-point-is-no-backup": "a recovery point is a safety net, not a backup",
  "replaces-current-data": "the present data is replaced",
  "later-snapshot-exists": "there is a later one too, after the moment",
  "files-changed-while-read": "files changed while it was taken; they may not fit together",
  "not-everything-kept": "some entries were not kept in it",
};

const REASONS: Readonly<Record<string, string>> = {
  "plan-rule": "the plan does not allow it for this environment",
  "not-documented": "nothing is documented for this environment",
  "not-connected": "no engine is connected for it",
  "engine-lacks-it": "the engine cannot do it",
};

/** `a program still has a database open`, or the code itself where there are no words for it. */
export const failingText = (code: string): string => FAILING[code] ?? code;

export const whyNotText = (code: string): string => WHY_NOT[code] ?? code;
export const noteText = (code: string): string => NOTES[code] ?? code;

/** How many snapshots were not looked at, and why: a sentence for each reason. */
export const leftOutTexts = ({
  leftOut = [],
}: {
  readonly leftOut?: readonly LeftOut[];
}): string[] => leftOut.map(({ why, count }) => LEFT_OUT[why](count));

const LEFT_OUT: Readonly<Record<LeftOut["why"], (count: number) => string>> = {
  "unknown-signer": (count) =>
    count === 1
      ? "1 snapshot is left out: the key that signed it is not here"
      : `${count} snapshots are left out: the keys that signed them are not here`,
};

/** Why something is not supported, in words. */
export const reasonText = (reason: string): string => REASONS[reason] ?? reason;
