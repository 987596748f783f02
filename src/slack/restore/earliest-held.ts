import type { Instant } from "../../kernel/clock.ts";
import { EngineError } from "../../restore/engine-error.ts";
import type { Context } from "../app/slack-needs.ts";
import type { FormValues } from "./form-values.ts";

type Needs = Pick<Context, "previewRestore" | "log">;

/** Before everything: whatever is held lies after it, so the engine names its oldest. */
const BEFORE_ALL = { instant: 0 as Instant, zone: "UTC", words: "" };

/**
 * The oldest moment that can be brought back to an environment, as its engine tells. Undefined where
 * nobody but support sees the snapshots, where some are left out, and while the engine is away.
 */
export async function earliestHeld(
  { previewRestore, log }: Needs,
  { project, environment }: Pick<FormValues, "project" | "environment">,
): Promise<Instant | undefined> {
  if (project === undefined || environment === undefined) return undefined;
  try {
    const draft = { project, environment, moment: BEFORE_ALL, wanted: [], reason: "" };
    const told = await previewRestore(draft);
    if (told.ok || told.problem.kind !== "no-snapshot-before") return undefined;
    return told.problem.leftOut === undefined ? told.problem.earliest : undefined;
  } catch (cause) {
    if (!(cause instanceof EngineError)) throw cause;
    log("warn", "an engine could not be asked", { kind: cause.kind, cause });
    return undefined;
  }
}
