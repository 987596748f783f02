import { randomUUID } from "node:crypto";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { EngineError } from "../../../restore/engine-error.ts";
import { exists, writeDurably } from "./durable.ts";
import { keysVersion, openKeys, type Keys } from "./keys.ts";

const FORMAT = "snapdesk-local/1";

/** Where snapshots lie, and the keys they are sealed and signed with. */
export type Store = {
  readonly id: string;
  readonly folder: string;
  readonly snapshots: string;
  readonly partial: string;
  readonly trash: string;
  readonly operations: string;
  readonly keysFolder: string;
  readonly keys: Keys;
  /** Reads the keys again where another process has changed them. */
  refreshKeys(): Promise<void>;
};

type Places = {
  readonly folder: string;
  /** Elsewhere than the snapshots wherever possible: who has both can read them. */
  readonly keysFolder?: string;
};

/** Opens the folder of a snapshot store, making it on first use. */
export async function openStore({ folder, keysFolder }: Places): Promise<Store> {
  const at = (name: string) => join(folder, name);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const name of ["snapshots", "partial", "trash"]) {
    await mkdir(at(name), { recursive: true, mode: 0o700 });
  }
  const keeper = await keyKeeper(keysFolder ?? at("keys"));
  const card = at("store.json");
  if (!(await exists(card))) {
    await writeDurably(card, `${JSON.stringify({ format: FORMAT, id: randomUUID() })}\n`, 0o600);
  }
  return {
    id: readCard(await readFile(card, "utf8")),
    folder,
    snapshots: at("snapshots"),
    partial: at("partial"),
    trash: at("trash"),
    operations: at("operations.sqlite"),
    keysFolder: keysFolder ?? at("keys"),
    get keys() {
      return keeper.keys();
    },
    refreshKeys: keeper.refresh,
  };
}

async function keyKeeper(folder: string) {
  let keys = await openKeys(folder);
  let version = await keysVersion(folder);
  return {
    keys: () => keys,
    refresh: async (): Promise<void> => {
      const current = await keysVersion(folder);
      if (current === version) return;
      keys = await openKeys(folder);
      version = current;
    },
  };
}

const cardShape = z.object({ format: z.literal(FORMAT), id: z.string().min(1) });

function readCard(text: string): string {
  const card = cardShape.safeParse(JSON.parse(text));
  if (card.success) return card.data.id;
  const message = `Cannot open the snapshot store: expected the format "${FORMAT}"`;
  throw new EngineError("not-supported", "no", { message, cause: card.error });
}
