import type { Instant } from "../../src/kernel/clock.ts";
import type { Snapshot } from "../../src/restore/snapshot.ts";

/** An available snapshot whose content ends at an instant. */
export const aSnapshot = (id: string, to: number, more: Partial<Snapshot> = {}): Snapshot => ({
  engine: "local",
  id,
  scope: { product: "commerce-cloud", plan: "starter", resource: "shop/production" },
  kind: "snapshot",
  origin: "manual",
  pointInTime: { from: (to - 5) as Instant, to: to as Instant },
  createdAt: (to - 5) as Instant,
  state: "available",
  rawState: "committed",
  consistency: "crash",
  holds: ["files"],
  encrypted: true,
  locked: false,
  ...more,
});
