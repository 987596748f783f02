type Bench = { readonly usage: string; readonly run: () => Promise<unknown> };

const benches: Readonly<Record<string, Bench>> = {
  search: {
    usage: `search --data DIR | --corpus PATH --queries FILE
  Search beside FlexSearch, MiniSearch, Orama and SQLite FTS5, on the same articles and queries.
  --tables LIST    engines,ablation,only,language,growth (all)
  --engines NAME   one engine; may be repeated (all)
  --growth LIST    how many times the English articles are taken (1,10,50)
  --minutes N      the most an engine may take for one set (20)
  --megabytes N    the most an engine may hold (6000)
  --parsed FILE    articles read before
  --json FILE      the figures as JSON
  --check          exit 1 where a goal is missed or was not measured`,
    run: () => import("./search/search-bench.ts"),
  },
  engine: {
    usage: `engine [MEGABYTES] [--files 3000]
  A snapshot of so much data (1000 MB), half of it incompressible and a tenth of it a database, its
  verification and its restore, beside restic and tar, zstd and age. Then a snapshot while another
  process writes to the database, damage, a restore, and a comparison of every byte.`,
    run: () => import("./engine.ts"),
  },
  desk: {
    usage: `desk
  Events and tickets a second, and how long they wait, on both databases, beside Bolt without a desk.`,
    run: () => import("./desk.ts"),
  },
};

const words = process.argv.slice(2);
const [what = ""] = words;
const bench = benches[what];
if (words.includes("--help")) {
  const shown = bench === undefined ? Object.values(benches) : [bench];
  for (const { usage } of shown) console.log(`npm run bench -- ${usage}\n`);
} else if (bench === undefined) {
  console.error(`Cannot run "${what}": expected one of ${Object.keys(benches).join(", ")}`);
  process.exitCode = 2;
} else await bench.run();
