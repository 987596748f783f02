import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { layOutData } from "./engine-data.ts";
import { underWriteLoad } from "./engine-load.ts";
import { lineOf, measure, type Row } from "./measure.ts";

const MB = 1024 * 1024;
/** What src/snapdesk.js keeps compiled, kept here too: a bench that is the first start ever measures something else. */
const COMPILED = join(import.meta.dirname, "../../node_modules/.cache/snapdesk");

const { values: options, positionals } = parseArgs({
  args: process.argv.slice(2),
  allowPositionals: true,
  options: { files: { type: "string", default: "3000" } },
});
const size = Number(positionals.find((word) => /^\d+$/.test(word)) ?? 1000) * MB;
const files = Number(options.files);

const temporary = mkdtempSync(join(tmpdir(), "snapdesk-bench-"));
try {
  await bench(temporary);
} finally {
  rmSync(temporary, { recursive: true, force: true });
}

async function bench(root: string): Promise<void> {
  process.stdout.write(`laying out ${size / MB} MB in ${files} files\n`);
  const data = await layOutData(join(root, "data"), {
    files,
    bytes: size,
    databaseBytes: size / 10,
  });
  engine(root, "nothing", "start");
  say(engine(root, "create", "snapshot"), join(root, "store/snapshots"));
  say(engine(root, "verify", "verify content"));
  say(engine(root, "restore", "restore and compare"));
  execFileSync("diff", ["-r", data.media, join(root, "restored/bench/media")]);
  if (has("restic")) withRestic(root);
  if (has("age") && has("zstd")) withTools(root);
  rmSync(join(root, "restored"), { recursive: true });
  const found = await underWriteLoad({
    root,
    ...data,
    create: () => say(engine(root, "create", "snapshot under writes")),
    restore: () => say(engine(root, "restore", "restore after damage")),
  });
  process.stdout.write(`${found}\n`);
}

function engine(root: string, deed: string, what: string): Row {
  const command = [process.execPath, join(import.meta.dirname, "engine-deed.ts"), deed, root];
  return measure(`snapdesk: ${what}`, command, { NODE_COMPILE_CACHE: COMPILED });
}

function withRestic(root: string): void {
  const repository = join(root, "restic");
  const env = {
    RESTIC_PASSWORD: "bench",
    RESTIC_REPOSITORY: repository,
    RESTIC_CACHE_DIR: join(root, "cache"),
  };
  const restic = (what: string, ...args: string[]) =>
    measure(`restic: ${what}`, ["restic", ...args], env);
  say(restic("init", "init"));
  say(restic("snapshot", "backup", "-q", join(root, "data")), repository);
  say(restic("check --read-data", "check", "-q", "--read-data"));
  const target = join(root, "restic-back");
  say(restic("restore --verify", "restore", "latest", "-q", "--verify", "--target", target));
}

function withTools(root: string): void {
  const key = join(root, "key.txt");
  execFileSync("age-keygen", ["-o", key], { stdio: "ignore" });
  const recipient = execFileSync("age-keygen", ["-y", key], { encoding: "utf8" }).trim();
  const archive = join(root, "tools.tar.zst.age");
  const shell = (what: string, script: string) => measure(what, ["bash", "-c", script]);
  const pack = `tar -C ${join(root, "data")} -c . | zstd -q -3 | age -r ${recipient} > ${archive}; sync ${archive}`;
  say(shell("tar | zstd -3 | age", pack), archive);
  const back = join(root, "tools-back");
  const unpack = `mkdir ${back}; age -d -i ${key} ${archive} | zstd -dc | tar -x -C ${back}`;
  say(shell("age -d | zstd -d | tar -x", unpack));
}

function say(row: Row, stored?: string): void {
  process.stdout.write(lineOf(stored === undefined ? row : { ...row, sizeMb: sizeOf(stored) }));
}

function has(program: string): boolean {
  return spawnSync("which", [program]).status === 0;
}

function sizeOf(place: string): number {
  const stats = statSync(place);
  if (!stats.isDirectory()) return stats.size / MB;
  return readdirSync(place).reduce((sum, name) => sum + sizeOf(join(place, name)), 0);
}
