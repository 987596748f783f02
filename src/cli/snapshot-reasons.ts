/** What stands in the way of a plan, by the code of its precondition. */
const FAILING: Readonly<Record<string, string>> = {
  "environment-active": "the environment is not active",
  "free-space": "there is not enough free space",
  "key-held": "the key of the snapshot is not here",
  "databases-closed": "a program still has a database open; stop it first",
  "parts-held": "the snapshot does not hold everything that is wanted",
  "target-name": "the target is no single name; use letters, digits, dots and dashes",
  "target-free": "something with the target's name is there already; choose another --target",
};

const REASONS: Readonly<Record<string, string>> = {
  "plan-rule": "the plan does not allow it for this environment",
  "not-documented": "nothing is documented for this environment",
  "not-connected": "no engine is connected for it",
  "engine-lacks-it": "the engine cannot do it",
};

/** `a program still has a database open`, or the code itself where there are no words for it. */
export const failingText = (code: string): string => FAILING[code] ?? code;

/** Why something is not supported, in words. */
export const reasonText = (reason: string): string => REASONS[reason] ?? reason;
