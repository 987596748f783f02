import { existsSync } from "node:fs";
import { Command, CommanderError } from "commander";
import { AUTOMATIC_SCHEDULE } from "./adapters/engines/local/automatic-schedule.ts";
import { askCommand } from "./cli/ask-command.ts";
import { auditCommand } from "./cli/audit-command.ts";
import { buildBar } from "./cli/build-bar.ts";
import { demoCommand } from "./cli/demo-command.ts";
import { doctorCommand } from "./cli/doctor-command.ts";
import { kbCommand } from "./cli/kb-command.ts";
import { knownFalseAlarms } from "./cli/known-false-alarms.ts";
import { momentCommand } from "./cli/moment-command.ts";
import { openToRead } from "./cli/open-to-read.ts";
import { complain, UsageError } from "./cli/output.ts";
import { searchCommand } from "./cli/search-command.ts";
import { snapshotsCommand } from "./cli/snapshots-command.ts";
import { startCommand } from "./cli/start-command.ts";
import { ticketsCommand } from "./cli/tickets-command.ts";
import { transferCommands } from "./cli/transfer-command.ts";
import { ConfigError, readConfig } from "./config.ts";
import type { Config } from "./config.ts";
import { systemClock } from "./kernel/clock.ts";
import type { Knowledge } from "./knowledge/knowledge.ts";
import { searchCacheIn } from "./main/build-kept-knowledge.ts";
import { readKnowledge } from "./main/compose-knowledge.ts";
import { openEngines } from "./main/open-engine.ts";

/** The variables of the environment, with those of a file `.env` beside it behind them. */
function settings(): Config {
  if (existsSync(".env")) process.loadEnvFile(".env");
  return readConfig(process.env);
}

/** Reads a corpus, with what the data folder keeps of it. */
const openKept = async (folder: string): Promise<Knowledge> =>
  readKnowledge(folder, { cache: searchCacheIn(settings().data), onProgress: buildBar() });

function program(): Command {
  const snapdesk = new Command("snapdesk")
    .description("A support desk in Slack for cloud snapshots")
    .showHelpAfterError("(--help shows what there is)")
    .exitOverride();
  const reader = openToRead(settings);
  startCommand(snapdesk, settings);
  demoCommand(snapdesk);
  const contentFolder = () => settings().content;
  askCommand(snapdesk, { open: openKept, contentFolder });
  searchCommand(snapdesk, {
    open: async (folder) => (await openKept(folder)).search,
    contentFolder,
  });
  momentCommand(snapdesk);
  kbCommand(snapdesk, () => settings().content, {
    falseAlarms: () => knownFalseAlarms(reader),
    report: () => {
      const { deskLocale: locale, hours } = settings();
      return { openToRead: reader, locale, hours, now: systemClock };
    },
  });
  ticketsCommand(snapdesk, reader);
  snapshotsCommand(snapdesk, {
    open: async () => {
      const { projects, local } = await openEngines(settings(), systemClock);
      return { projects, local, close: () => local.close() };
    },
    schedule: AUTOMATIC_SCHEDULE,
    now: systemClock,
    actor: "cli",
  });
  auditCommand(snapdesk, reader, settings);
  doctorCommand(snapdesk, settings);
  transferCommands(snapdesk, settings);
  return snapdesk;
}

/** 0 done, 1 refused or found faulty, 2 wrong usage or configuration. */
function end(cause: unknown): void {
  if (cause instanceof CommanderError) {
    process.exitCode = cause.exitCode === 0 ? 0 : 2;
    return;
  }
  const message = cause instanceof Error ? cause.message : String(cause);
  complain(message, cause instanceof ConfigError || cause instanceof UsageError ? 2 : 1);
}

try {
  await program().parseAsync();
} catch (cause) {
  end(cause);
}
