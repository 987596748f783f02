import { MIGRATIONS } from "../../src/adapters/stores/migrate.ts";
import type { Migration } from "../../src/adapters/stores/migrate.ts";

export const STEPS = 20;
export const TABLES = 20;

const step = (n: number): Migration => ({
  name: `9${String(n).padStart(2, "0")}-step`,
  up: async (t) => {
    for (let i = 0; i < TABLES; i += 1) {
      await t.schema.createTable(`step_${n}_${i}`).addColumn("a", "text").execute();
    }
  },
});

/** Our own steps, and twenty more that make twenty tables each. */
export const LONG_WAY: readonly Migration[] = [
  ...MIGRATIONS,
  ...Array.from({ length: STEPS }, (_, n) => step(n)),
];
