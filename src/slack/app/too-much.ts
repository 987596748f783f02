/** No payload of Slack's comes near it; what reads one goes down level by level. */
const DEEPEST = 32;

/** Bytes of one frame or request at most. */
export const MOST_BYTES = 1024 * 1024;

/** Whether a value is nested deeper than anything of Slack's. Looks without going down itself. */
export function isTooDeep(value: unknown): boolean {
  let level: readonly unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((one) =>
      typeof one === "object" && one !== null ? Object.values(one) : [],
    );
  }
  return false;
}
