import { existsSync } from "node:fs";
import { Command, CommanderError } from "commander";
import { AUTOMATIC_SCHEDULE } from "./adapters/engines/local/automatic-schedule.ts";
import { askCommand } from "./cli/ask-command.ts";
import { auditCommand } from "./cli/audit-command.ts";
import { demoCommand } from "./cli/demo-command.ts";
import { doctorCommand } from "./cli/doctor-command.ts";
import { kbCommand } from "./cli/kb-command.ts";
import { momentCommand } from "./cli/moment-command.ts";
import { openToRead } from "./cli/open-to-read.ts";
import { complain } from "./cli/output.ts";
import { searchCommand } from "./cli/search-command.ts";
import { snapshotsCommand } from "./cli/snapshots-command.ts";
import { startCommand } from "./cli/start-command.ts";
import { ticketsCommand } from "./cli/tickets-command.ts";
import { transferCommands } from "./cli/transfer-command.ts";
import { ConfigError, readConfig } from "./config.ts";
import type { Config } from "./config.ts";
import { systemClock } from "./kernel/clock.ts";
import { readKnowledge } from "./main/compose-knowledge.ts";
import { openEngines } from "./main/open-engine.ts";

/** The variables of the environment, with those of a file `.env` beside it behind them. */
function settings(): Config {
  if (existsSync(".env")) process.loadEnvFile(".env");
  return readConfig(process.env);
}

function program(): Command {
  const snapdesk = new Command("snapdesk")
    .description("A support desk in Slack for cloud snapshots")
    .showHelpAfterError("(--help shows what there is)")
    .exitOverride();
  const reader = openToRead(settings);
  startCommand(snapdesk, settings);
  demoCommand(snapdesk);
  askCommand(snapdesk, () => settings().content);
  searchCommand(snapdesk, {
    open: async (folder) => (await readKnowledge(folder)).search,
    contentFolder: () => settings().content,
  });
  momentCommand(snapdesk);
  kbCommand(snapdesk, () => settings().content);
  ticketsCommand(snapdesk, reader);
  snapshotsCommand(snapdesk, {
    open: async () => {
      const { projects, local } = await openEngines(settings(), systemClock);
      return { projects, close: () => local.close() };
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
  complain(message, cause instanceof ConfigError ? 2 : 1);
}

try {
  await program().parseAsync();
} catch (cause) {
  end(cause);
}
