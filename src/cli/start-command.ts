import type { Command } from "commander";
import { openLog } from "../adapters/logger.ts";
import type { Config } from "../config.ts";
import type { Desk } from "../main.ts";
import { print } from "./output.ts";

/** `snapdesk start`: the whole desk, until it is told to stop. */
export function startCommand(program: Command, config: () => Config): void {
  program
    .command("start")
    .description("start the desk: against Slack where tokens are set, else with a local workspace")
    .action(async () => {
      const settings = config();
      const log = openLog({
        level: settings.logLevel,
        write: (line) => process.stderr.write(line),
      });
      endOnFailure(log);
      // Loaded only here: no other command needs Slack.
      const { startDesk } = await import("../main.ts");
      const desk = await startDesk(settings);
      print(whereItIs(desk, settings));
      stopOnSignal(desk);
    });
}

function whereItIs({ workspace, opsUrl }: Desk, { slack, data }: Config): string {
  const lines =
    workspace === undefined
      ? [`Snapdesk is connected to Slack over ${slack?.transport ?? "socket"}.`]
      : [
          "Snapdesk runs with its own local workspace. Open",
          "",
          `  ${workspace.url}/?as=U0ANNA   Anna, a merchant's developer`,
          `  ${workspace.url}/?as=U0SAM    Sam, support`,
          `  ${workspace.url}/?as=U0OMAR   Omar, who approves`,
          "",
          "and ask: can I back up Pro staging?",
        ];
  return [...lines, "", `Data: ${data}`, `Health: ${opsUrl}/readyz`, "Stop it with Ctrl+C."].join(
    "\n",
  );
}

type Logger = ReturnType<typeof openLog>;

/** What nobody has handled leaves the desk in a state nobody knows: one line, and the supervisor starts it again. */
function endOnFailure(log: Logger): void {
  const end = (cause: unknown) => {
    log.fatal({ cause }, "a failure nobody handled");
    process.exit(1);
  };
  process.on("uncaughtException", end);
  // The socket client rejects with nothing where it is closed before it was connected.
  process.on("unhandledRejection", (cause) => cause === undefined || end(cause));
  process.removeAllListeners("warning");
  process.on("warning", ({ name, message }) => log.warn({ name }, message));
}

/** The first signal stops well, a second one at once. */
function stopOnSignal(desk: Desk): void {
  let stopping = false;
  const stop = () => {
    if (stopping) process.exit(1);
    stopping = true;
    void desk.stop().then(() => process.exit(0));
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
}
