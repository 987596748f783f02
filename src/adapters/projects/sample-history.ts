import { HOUR_MS, type Clock, type Instant } from "../../kernel/clock.ts";
import type { Environment } from "../../kernel/product.ts";
import { scopeOf } from "../../restore/scope-of.ts";
import { localEngine, type LocalEngine } from "../engines/local/local-engine.ts";
import type { Store } from "../engines/local/store.ts";
import type { ProjectSite } from "./project-site.ts";
import { growSampleShop } from "./sample-shop.ts";

type Needs = {
  readonly folder: string;
  readonly store: Store;
  readonly sites: readonly ProjectSite[];
  readonly now: Clock;
};

/** Ages of the sample's snapshots in hours, oldest first. */
const AUTOMATIC_HOURS = [50, 26, 12, 6, 3, 2, 1] as const;
const MANUAL_HOURS = [48, 24, 3] as const;

/**
 * Gives the freshly made sample shops a past: real snapshots, taken now by an engine whose clock is
 * put back, with new orders in between. So a person who tries the desk has something to go back to.
 */
export async function sampleHistory({ folder, store, sites, now }: Needs): Promise<void> {
  let age = 0;
  const clock: Clock = () => (now() - age) as Instant;
  const engine = localEngine({ store, projects: sites, now: clock });
  try {
    for (const taking of sites.flatMap(everySnapshot)) {
      age = taking.hours * HOUR_MS;
      await take(engine, taking);
      growSampleShop(folder, taking.site.id, taking.environment);
    }
  } finally {
    await engine.close();
  }
}

const everySnapshot = (site: ProjectSite): Taking[] =>
  site.environments.flatMap((environment) => {
    const automatic = site.plan === "pro" && environment !== "integration";
    const ages = automatic ? AUTOMATIC_HOURS : MANUAL_HOURS;
    return ages.map((hours) => ({ site, environment, automatic, hours }));
  });

type Taking = {
  readonly site: ProjectSite;
  readonly environment: Environment;
  readonly automatic: boolean;
  readonly hours: number;
};

async function take(engine: LocalEngine, taking: Taking): Promise<void> {
  const { site, environment, automatic, hours } = taking;
  const scope = scopeOf(site, environment);
  const { id } = await engine.create(
    { scope, origin: automatic ? "automatic" : "manual" },
    {
      idempotencyKey: `sample ${scope.resource} ${hours}`,
      actor: "demo",
      signal: new AbortController().signal,
      fence: 1,
    },
  );
  await engine.settled(id);
}
