import { partsWanted, type Part } from "./part.ts";
import type { Project } from "./ports.ts";
import type { RestoreDraft } from "./restore-draft.ts";
import type { RestoreMode, RestoreRequest, Target } from "./restore-plan.ts";

type Input = {
  readonly project: Pick<Project, "id" | "product" | "plan">;
  readonly draft: Pick<RestoreDraft, "environment" | "moment" | "wanted" | "acceptedGapMs">;
  readonly mode: RestoreMode;
  /** What the engine can give back alone. */
  readonly parts: readonly Part[];
  readonly ticketId: string;
  readonly requestedBy: string;
  readonly gapLimitMs: number;
  readonly snapshotId?: string;
  readonly target?: Target;
};

/** What an engine is asked for, from what a person asked for. A new target unless staff say otherwise. */
export function restoreRequestOf(input: Input): RestoreRequest {
  const { project, draft, snapshotId } = input;
  const parts = partsWanted(draft.wanted, input.parts);
  const resource = `${project.id}/${draft.environment}`;
  return {
    scope: {
      product: project.product,
      plan: project.plan,
      environment: draft.environment,
      resource,
    },
    moment: draft.moment.instant,
    mode: input.mode,
    target: input.target ?? { where: "new", name: `${draft.environment}-${input.ticketId}` },
    ...(parts === undefined ? {} : { parts }),
    ticketId: input.ticketId,
    requestedBy: input.requestedBy,
    gapLimitMs: input.gapLimitMs,
    ...(snapshotId === undefined ? {} : { snapshotId }),
    ...(draft.acceptedGapMs === undefined ? {} : { acknowledgedGapMs: draft.acceptedGapMs }),
  };
}
