import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** What is in a copy of the sample shop: rows and pictures, and one hash over the catalogue. */
export type ShopData = {
  readonly products: number;
  readonly customers: number;
  readonly orders: number;
  readonly pictures: number;
  /** Over every product and every picture. */
  readonly catalogue: string;
};

/** Reads a shop: the live one, or what was restored of it. */
export function readShop(folder: string): ShopData {
  const file = databaseIn(folder);
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const count = (table: string): number =>
      Number(database.prepare(`select count(*) as n from ${table}`).get()?.["n"] ?? 0);
    const hash = createHash("sha256");
    for (const row of database.prepare("select * from product order by sku").iterate()) {
      hash.update(JSON.stringify(row));
    }
    const pictures = globSync("**/*.svg", { cwd: folder }).toSorted();
    for (const picture of pictures) hash.update(readFileSync(join(folder, picture)));
    return {
      products: count("product"),
      customers: count("customer"),
      orders: count("sales_order"),
      pictures: pictures.length,
      catalogue: hash.digest("hex").slice(0, 16),
    };
  } finally {
    database.close();
  }
}

/** What a slip of the hand does: the catalogue is emptied and its pictures are gone. */
export function damageShop(folder: string): void {
  const database = new DatabaseSync(databaseIn(folder));
  try {
    database.exec("pragma foreign_keys = off; delete from product; delete from sales_order");
  } finally {
    database.close();
  }
  for (const picture of globSync("**/*.svg", { cwd: folder })) rmSync(join(folder, picture));
}

function databaseIn(folder: string): string {
  const [found] = globSync("**/shop.sqlite", { cwd: folder });
  if (found === undefined || !existsSync(join(folder, found))) {
    throw new Error(`Cannot read the shop in "${folder}": expected a shop.sqlite`);
  }
  return join(folder, found);
}
