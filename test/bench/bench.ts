const benches: Readonly<Record<string, () => Promise<unknown>>> = {
  search: () => import("./search/search-bench.ts"),
  engine: () => import("./engine.ts"),
  desk: () => import("./desk.ts"),
};

const [what = ""] = process.argv.slice(2);
const run = benches[what];
if (run === undefined) {
  console.error(`Cannot run "${what}": expected one of ${Object.keys(benches).join(", ")}`);
  process.exitCode = 2;
} else await run();
