import type { Command } from "commander";
import type { Config } from "../config.ts";
import type { Desk } from "../main.ts";
import { complain, print } from "./output.ts";

/** `snapdesk start`: the whole desk, until it is told to stop. */
export function startCommand(program: Command, config: () => Config): void {
  program
    .command("start")
    .description("start the desk: against Slack where tokens are set, else with a local workspace")
    .action(async () => {
      const settings = config();
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

/** The first signal stops well, a second one at once. */
function stopOnSignal(desk: Desk): void {
  let stopping = false;
  const stop = () => {
    if (stopping) process.exit(1);
    stopping = true;
    desk.stop().then(
      () => process.exit(0),
      (cause: unknown) => {
        complain(`Cannot stop well: ${cause instanceof Error ? cause.message : String(cause)}`);
        process.exit(1);
      },
    );
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  process.on("unhandledRejection", (cause) => {
    // The socket client rejects with nothing when it is closed before it was connected.
    if (cause === undefined && stopping) return;
    complain(
      `A failure nobody handled: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`,
    );
    process.exit(1);
  });
}
