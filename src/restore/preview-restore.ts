import type { Clock, Instant } from "../kernel/clock.ts";
import type { Plan, Product } from "../kernel/product.ts";
import { fail, ok } from "../kernel/result.ts";
import type { Result } from "../kernel/result.ts";
import type { Projects, WayBack, WayBackFor } from "./ports.ts";
import type { RestoreDeedProblem } from "./restore-deed-problem.ts";
import type { RestoreDraft } from "./restore-draft.ts";
import type { RestorePlan } from "./restore-plan.ts";
import { restoreRequestOf } from "./restore-request-of.ts";
import { scopeOf } from "./scope-of.ts";

type Needs = {
  readonly projects: Projects;
  readonly wayBackFor: WayBackFor;
  readonly now: Clock;
};

/** What the check view shows before anything is sent. */
export type RestorePreview = {
  readonly project: { readonly id: string; readonly name: string };
  readonly product: Product;
  readonly plan: Plan;
  readonly wayBack: Exclude<WayBack, { readonly mode: "none" }>;
  /** What would be used, from the engine's own list; absent where nobody but support sees the snapshots. */
  readonly found?: Pick<
    RestorePlan,
    "snapshot" | "gapMs" | "nextLater" | "leftOut" | "estimate" | "warnings" | "parts"
  >;
  /** Set where the gap is above the limit and must be accepted. */
  readonly gapToAccept?: number;
  readonly askedAt: Instant;
};

export type PreviewRestore = (
  draft: RestoreDraft,
) => Promise<Result<RestorePreview, RestoreDeedProblem>>;

/** How the environment comes back, from what, with what gap. Reads only; engine failures throw. */
export function previewRestore(needs: Needs & { readonly gapLimitMs: number }): PreviewRestore {
  return async (draft) => {
    const askedAt = needs.now();
    if (draft.moment.instant > askedAt) return fail({ kind: "in-the-future" });
    const way = wayOf(needs, draft);
    if (!way.ok) return way;
    const { project, wayBack } = way.value;
    const preview = {
      project: { id: project.id, name: project.name },
      product: project.product,
      plan: project.plan,
      wayBack,
      askedAt,
    };
    const engine = needs.projects.engineFor(project.id, draft.environment);
    if (engine === undefined) return ok(preview);
    const capabilities = await engine.capabilities(scopeOf(project, draft.environment));
    if (capabilities.list !== "yes") return ok(preview);
    const request = restoreRequestOf({
      project,
      draft,
      mode: wayBack.mode,
      parts: capabilities.parts,
      ticketId: "preview",
      requestedBy: "preview",
      gapLimitMs: Number.MAX_SAFE_INTEGER,
    });
    const planned = await engine.planRestore(request);
    if (!planned.ok) return planned;
    const { snapshot, gapMs, nextLater, leftOut, estimate, warnings, parts } = planned.value;
    return ok({
      ...preview,
      found: {
        snapshot,
        gapMs,
        warnings,
        ...(parts === undefined ? {} : { parts }),
        ...(nextLater === undefined ? {} : { nextLater }),
        ...(leftOut === undefined ? {} : { leftOut }),
        ...(estimate === undefined ? {} : { estimate }),
      },
      ...(gapMs > needs.gapLimitMs ? { gapToAccept: gapMs } : {}),
    });
  };
}

type Way = {
  readonly project: NonNullable<ReturnType<Projects["find"]>>;
  readonly wayBack: Exclude<WayBack, { readonly mode: "none" }>;
};

/** The project of a draft and policy's way back for its environment. */
export function wayOf(
  { projects, wayBackFor }: Pick<Needs, "projects" | "wayBackFor">,
  draft: Pick<RestoreDraft, "project" | "environment">,
): Result<Way, RestoreDeedProblem> {
  const project = projects.find(draft.project);
  if (project === undefined || !project.environments.includes(draft.environment)) {
    return fail({ kind: "unknown-project", project: draft.project });
  }
  const { product, plan } = project;
  const wayBack = wayBackFor({ product, plan, environment: draft.environment });
  if (wayBack.mode === "none") return fail({ kind: "no-way-back", cell: wayBack.cell });
  return ok({ project, wayBack });
}
