import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { layOutData } from "./engine-data.ts";

const MB = 1024 * 1024;
/** Megabytes of data: `node test/bench/engine.ts 200`. */
const size = Number(process.argv.findLast((word) => /^\d+$/.test(word)) ?? 1000) * MB;
const FILES = 3000;

type Row = {
  readonly what: string;
  readonly seconds: number;
  readonly peakMb: number;
  readonly sizeMb?: number;
};

const root = mkdtempSync(join(tmpdir(), "snapdesk-bench-"));
const rows: Row[] = [];
const at = (name: string) => join(root, name);

/** Runs a command under the time tool: wall time and the peak memory of its largest process. */
function measure(what: string, command: readonly string[], env: NodeJS.ProcessEnv = {}): void {
  const log = at("time.txt");
  const started = performance.now();
  const [program = "", ...args] = command;
  const timed = ["-f", "%M", "-o", log, program, ...args];
  const ran = spawnSync("/usr/bin/time", timed, {
    env: { ...process.env, ...env },
    encoding: "utf8",
  });
  const seconds = (performance.now() - started) / 1000;
  if (ran.status !== 0) throw new Error(`${what}: ${ran.stderr}`);
  rows.push({ what, seconds, peakMb: Number(readFileSync(log, "utf8").trim()) / 1024 });
}

const has = (program: string): boolean => spawnSync("which", [program]).status === 0;

const sizeOf = (folder: string): number =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => statSync(join(folder, name)))
    .filter((stats) => stats.isFile())
    .reduce((sum, stats) => sum + stats.size, 0) / MB;

function withSize(megabytes: number): void {
  const last = rows.pop();
  if (last !== undefined) rows.push({ ...last, sizeMb: megabytes });
}

try {
  process.stdout.write(`laying out ${size / MB} MB in ${FILES} files\n`);
  const data = await layOutData(at("data"), {
    files: FILES,
    bytes: size,
    databaseBytes: size / 10,
  });
  const engine = (deed: string) => [
    process.execPath,
    join(import.meta.dirname, "engine-deed.ts"),
    deed,
    root,
  ];
  measure("snapdesk: snapshot", engine("create"));
  withSize(sizeOf(at("store/snapshots")));
  measure("snapdesk: verify content", engine("verify"));
  measure("snapdesk: restore and compare", engine("restore"));
  execFileSync("diff", ["-r", data.media, at("restored/bench/media")]);
  if (has("restic")) {
    const env = {
      RESTIC_PASSWORD: "bench",
      RESTIC_REPOSITORY: at("restic"),
      RESTIC_CACHE_DIR: at("cache"),
    };
    measure("restic: init", ["restic", "init"], env);
    measure("restic: snapshot", ["restic", "backup", "-q", at("data")], env);
    withSize(sizeOf(at("restic")));
    measure("restic: check --read-data", ["restic", "check", "-q", "--read-data"], env);
    measure(
      "restic: restore --verify",
      ["restic", "restore", "latest", "-q", "--verify", "--target", at("restic-back")],
      env,
    );
  }
  if (has("age") && has("zstd")) {
    execFileSync("age-keygen", ["-o", at("key.txt")], { stdio: "ignore" });
    const recipient = execFileSync("age-keygen", ["-y", at("key.txt")], {
      encoding: "utf8",
    }).trim();
    const archive = at("tools.tar.zst.age");
    measure("tar | zstd -3 | age", [
      "bash",
      "-c",
      `tar -C ${at("data")} -c . | zstd -q -3 | age -r ${recipient} > ${archive}; sync ${archive}`,
    ]);
    withSize(statSync(archive).size / MB);
    measure("age -d | zstd -d | tar -x", [
      "bash",
      "-c",
      `mkdir ${at("tools-back")}; age -d -i ${at("key.txt")} ${archive} | zstd -dc | tar -x -C ${at("tools-back")}`,
    ]);
  }
  for (const { what, seconds, peakMb, sizeMb } of rows) {
    const held = sizeMb === undefined ? "" : `${sizeMb.toFixed(0)} MB`;
    process.stdout.write(
      `${what.padEnd(32)} ${seconds.toFixed(1).padStart(6)} s ${peakMb.toFixed(0).padStart(6)} MB peak  ${held}\n`,
    );
  }
} finally {
  rmSync(root, { recursive: true, force: true });
}
