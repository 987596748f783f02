import type { Command } from "commander";
import type { LocalEngine } from "../adapters/engines/local/local-engine.ts";
import { toRfc3339 } from "../kernel/clock.ts";
import { print, printJson } from "./output.ts";
import { table } from "./table.ts";

type Upkeep = Pick<LocalEngine, "handOvers" | "setAside" | "rotateKeys">;

type Opened = { readonly local: Upkeep; readonly close: () => Promise<void> };

type Json = { readonly json?: true };

/** `snapdesk snapshots kept | rotate-key`: what lies beside the snapshots, and the keys they are sealed with. */
export function upkeepCommands(snapshots: Command, open: () => Promise<Opened>): void {
  snapshots
    .command("kept")
    .description(
      "retrieved data, and data that a restore in place has replaced; both go by themselves",
    )
    .option("--json", "as JSON")
    .action((options: Json) => within(open, (local) => showKept(local, options)));
  snapshots
    .command("rotate-key")
    .description("seal and sign what comes from now on with new keys")
    .addHelpText(
      "after",
      `
No snapshot is rewritten: the old keys stay in the key folder and open what they made. Copy the
key folder to your safe place again afterwards. A desk that is running takes up the new keys by itself.`,
    )
    .option("--json", "as JSON")
    .action((options: Json) => within(open, (local) => rotate(local, options)));
}

async function within(open: () => Promise<Opened>, work: (local: Upkeep) => Promise<void> | void) {
  const { local, close } = await open();
  try {
    await work(local);
  } finally {
    await close();
  }
}

function showKept(local: Upkeep, { json }: Json): void {
  const kept = [
    ...local.handOvers().map(({ place, ...one }) => ({ ...one, what: "retrieved", place })),
    ...local
      .setAside()
      .flatMap(({ places, ...one }) =>
        places.map((place) => ({ ...one, what: "replaced by a restore", place })),
      ),
  ];
  if (json === true) {
    printJson(kept.map((one) => ({ ...one, keptUntil: toRfc3339(one.keptUntil) })));
    return;
  }
  if (kept.length === 0) print("Nothing is kept");
  else {
    const rows = kept.map(({ keptUntil, what, place }) => [toRfc3339(keptUntil), what, place]);
    print(table(["Kept until", "What", "Where"], rows));
  }
}

async function rotate(local: Upkeep, { json }: Json): Promise<void> {
  const { recipients, held, folder } = await local.rotateKeys();
  if (json === true) printJson({ recipients, held, folder });
  else
    print(
      [
        `New snapshots are sealed for ${recipients.join(" and ")}`,
        `Keys that open snapshots: ${held}, in ${folder}`,
        "Copy that folder to your safe place again.",
      ].join("\n"),
    );
}
