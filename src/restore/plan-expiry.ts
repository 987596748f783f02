import { HOUR_MS, type Instant } from "../kernel/clock.ts";

/** How long a restore plan may wait for its approval where nothing else ends it. */
const PLAN_LIFE_MS = 4 * HOUR_MS;

type Life = {
  readonly createdAt: Instant;
  readonly planLifeMs?: number;
  readonly snapshotExpiresAt?: Instant;
  readonly estimateMs?: number;
  /** When the moment leaves its row of the retention schedule, and the snapshot may be thinned out. */
  readonly leavesRowAt?: Instant;
};

/** When a restore plan goes stale: four hours, or earlier where its snapshot may be gone by then. */
export function planExpiry(life: Life): Instant {
  const { createdAt, planLifeMs = PLAN_LIFE_MS, snapshotExpiresAt, estimateMs = 0 } = life;
  const ends = [createdAt + planLifeMs];
  if (snapshotExpiresAt !== undefined) ends.push(snapshotExpiresAt - 2 * estimateMs);
  if (life.leavesRowAt !== undefined) ends.push(life.leavesRowAt);
  return Math.min(...ends) as Instant;
}
