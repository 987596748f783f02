import { existsSync } from "node:fs";
import type { Command } from "commander";
import { ConfigError } from "../config.ts";
import type { Config } from "../config.ts";
import { SECOND_MS, systemClock, toRfc3339 } from "../kernel/clock.ts";
import { nextWeek } from "../desk/week-start.ts";
import { readKnowledge } from "../main/compose-knowledge.ts";
import { openEngines } from "../main/open-engine.ts";
import { readManifest } from "../main/open-slack.ts";
import { good } from "./doctor/finding.ts";
import type { Finding } from "./doctor/finding.ts";
import { lookAtExport } from "./doctor/look-at-export.ts";
import { lookAtBackup, lookAtDatabase, lookAtDisk } from "./doctor/look-at-store.ts";
import { print, printJson } from "./output.ts";

type Look = () => Promise<Finding> | Finding;

/** `snapdesk doctor`: what is wrong with the set-up, and how to mend it. */
export function doctorCommand(program: Command, config: () => Config): void {
  program
    .command("doctor")
    .description("look at configuration, database, disk, engine, corpus, Slack and clock")
    .option(
      "--restore-check [export]",
      "also open the newest backup as a restore would, or a file made by snapdesk export",
    )
    .option("--json", "as JSON")
    .action(async (options: { readonly json?: true; readonly restoreCheck?: true | string }) => {
      const findings = await examine(config, options.restoreCheck);
      if (options.json === true) printJson(findings);
      else print(findings.map(inWords).join("\n"));
      if (findings.some(({ ok }) => !ok)) process.exitCode = 1;
    });
}

function inWords({ what, ok, found, mend }: Finding): string {
  const state = mend === undefined ? "ok  " : "note";
  const line = `${ok ? state : "BAD "} ${what.padEnd(14)} ${found}`;
  return mend === undefined ? line : `${line}\n     ${"".padEnd(14)} → ${mend}`;
}

/** @param copy the newest backup, or the export that is named */
async function examine(
  config: () => Config,
  copy: true | string | undefined,
): Promise<readonly Finding[]> {
  let settings: Config;
  try {
    settings = config();
  } catch (cause) {
    if (!(cause instanceof ConfigError)) throw cause;
    return cause.faults.map((fault) => ({
      what: "configuration",
      ok: false,
      found: fault,
      mend: "set it in .env; .env.example explains every variable",
    }));
  }
  const looks: Record<string, Look> = {
    configuration: () =>
      good("configuration", settings.slack === undefined ? "local workspace" : "Slack"),
    database: () => lookAtDatabase(settings),
    disk: () => lookAtDisk(settings),
    corpus: () => lookAtCorpus(settings),
    engine: () => lookAtEngine(settings),
    slack: () => lookAtSlack(settings),
    writers: () => lookAtWriters(settings),
    ...(copy === true ? { backup: () => lookAtBackup(settings) } : {}),
    ...(typeof copy === "string"
      ? { backup: () => lookAtExport(settings, copy, systemClock) }
      : {}),
  };
  return Promise.all(Object.entries(looks).map(([what, look]) => attempt(what, look)));
}

/** A look that fails is a finding too. */
async function attempt(what: string, look: Look): Promise<Finding> {
  try {
    return await look();
  } catch (cause) {
    return { what, ok: false, found: cause instanceof Error ? cause.message : String(cause) };
  }
}

async function lookAtCorpus({ content }: Config): Promise<Finding> {
  const { articles, cells } = await readKnowledge(content);
  return good("corpus", `${articles.length} articles, ${cells.length} policy cells, each proven`);
}

/** What to do about what the engine finds in itself. */
const ADVICE: Readonly<Record<string, string>> = {
  "recovery-key-offline":
    "move the recovery key from the keys folder to a safe place off this machine",
  "free-space": "free some space in the data folder",
};

async function lookAtEngine(config: Config): Promise<Finding> {
  if (!existsSync(config.projects))
    return good("engine", "no projects yet: the sample is made at the first start");
  const { local, projects } = await openEngines(config, systemClock);
  try {
    const { state, checks } = await local.health();
    const advice = checks.filter(({ ok }) => !ok).map(({ code }) => ADVICE[code] ?? code);
    const found = `local engine ${state}, ${projects.list().length} projects`;
    return state === "down"
      ? { what: "engine", ok: false, found, mend: advice.join("; ") }
      : good("engine", [found, ...advice].join("; "));
  } finally {
    await local.close();
  }
}

function lookAtWriters({ kbChannel, hours }: Config): Finding {
  if (kbChannel === undefined) {
    return good("writers", "no channel: nothing is posted to them; set SNAPDESK_KB_CHANNEL");
  }
  const { begins } = nextWeek(hours, systemClock());
  return good("writers", `the next report is posted in ${kbChannel} at ${toRfc3339(begins)}`);
}

const MAX_SKEW_MS = 60 * SECOND_MS;

async function lookAtSlack({ slack }: Config): Promise<Finding> {
  if (slack === undefined) return good("slack", "not configured: the local workspace stands in");
  const response = await fetch(new URL("auth.test", slack.apiUrl), {
    method: "POST",
    headers: { authorization: `Bearer ${slack.botToken}` },
    signal: AbortSignal.timeout(10 * SECOND_MS),
  });
  const answer = (await response.json()) as { ok?: boolean; error?: string; team?: string };
  if (answer.ok !== true) {
    return {
      what: "slack",
      ok: false,
      found: `the bot token is refused: ${answer.error ?? response.status}`,
      mend: "copy the token again from OAuth & Permissions",
    };
  }
  const missing = await missingScopes(response.headers.get("x-oauth-scopes"));
  const skewMs = Math.abs(Date.parse(response.headers.get("date") ?? "") - systemClock());
  if (missing.length > 0) {
    return {
      what: "slack",
      ok: false,
      found: `scopes are missing: ${missing.join(", ")}`,
      mend: "install the app again with src/slack/manifest.json",
    };
  }
  if (skewMs > MAX_SKEW_MS) {
    return {
      what: "slack",
      ok: false,
      found: `this machine's clock is ${Math.round(skewMs / SECOND_MS)} s off`,
      mend: "synchronise it (NTP)",
    };
  }
  return good("slack", `connected to ${answer.team ?? "a workspace"}`);
}

async function missingScopes(header: string | null): Promise<readonly string[]> {
  if (header === null) return [];
  const granted = new Set(header.split(/\s*,\s*/));
  const { oauth_config: asked } = await readManifest();
  return (asked?.scopes?.bot ?? []).filter((scope) => !granted.has(scope));
}
