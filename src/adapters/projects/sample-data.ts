import type { DatabaseSync } from "node:sqlite";

const SCHEMA = `
  PRAGMA journal_mode = WAL;
  CREATE TABLE product (sku TEXT PRIMARY KEY, name TEXT NOT NULL, price_cents INTEGER NOT NULL, stock INTEGER NOT NULL) STRICT;
  CREATE TABLE customer (id INTEGER PRIMARY KEY, name TEXT NOT NULL, city TEXT NOT NULL, email TEXT NOT NULL UNIQUE) STRICT;
  CREATE TABLE sales_order (
    id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES customer (id),
    sku TEXT NOT NULL REFERENCES product (sku), quantity INTEGER NOT NULL,
    total_cents INTEGER NOT NULL, currency TEXT NOT NULL, state TEXT NOT NULL
  ) STRICT;
`;

const COLOURS = ["Blue", "Red", "Green", "Grey", "Black", "White", "Amber"] as const;
const THINGS = [
  "lamp",
  "chair",
  "jacket",
  "mug",
  "scarf",
  "notebook",
  "table",
  "vase",
  "blanket",
] as const;
const FIRST = [
  "Anna",
  "Luc",
  "Joris",
  "Eve",
  "Karin",
  "Bram",
  "Chloé",
  "Åsa",
  "Finn",
  "Maud",
] as const;
const LAST = [
  "Berg",
  "Moreau",
  "de Vries",
  "Carter",
  "Lund",
  "Jansen",
  "Petit",
  "Ek",
  "Hughes",
] as const;
const CITIES = [
  "Malmö",
  "Lyon",
  "Utrecht",
  "Leeds",
  "Uppsala",
  "Gent",
  "Nantes",
  "Bergen",
] as const;
const STATES = ["complete", "processing", "pending", "complete", "complete"] as const;

const pick = <Item>(list: readonly [Item, ...Item[]], at: number): Item =>
  list[at % list.length] ?? list[0];

type Shop = { readonly products: number; readonly currency: string };

/** Fills an empty database with a shop that is the same on every machine. */
export function fillShop(database: DatabaseSync, { products, currency }: Shop): void {
  database.exec(SCHEMA);
  database.exec("BEGIN");
  const product = database.prepare("INSERT INTO product VALUES (?, ?, ?, ?)");
  for (let at = 1; at <= products; at += 1) {
    const name = `${pick(COLOURS, at)} ${pick(THINGS, at * 7)}`;
    product.run(`sku-${at}`, name, 490 + ((at * 731) % 20_000), (at * 13) % 90);
  }
  const customer = database.prepare("INSERT INTO customer VALUES (?, ?, ?, ?)");
  for (let at = 1; at <= products; at += 1) {
    const name = `${pick(FIRST, at)} ${pick(LAST, at * 3)}`;
    customer.run(at, name, pick(CITIES, at * 5), `customer-${at}@example.com`);
  }
  insertOrders(database, { count: products * 5, currency });
  database.exec("COMMIT");
}

/** Adds orders behind the last one, in the currency of the shop. */
export function addOrders(database: DatabaseSync, count: number): void {
  const row = database.prepare("SELECT currency FROM sales_order LIMIT 1").get();
  database.exec("BEGIN");
  insertOrders(database, { count, currency: String(row?.["currency"] ?? "EUR") });
  database.exec("COMMIT");
}

type Orders = { readonly count: number; readonly currency: string };

function insertOrders(database: DatabaseSync, { count, currency }: Orders): void {
  const number = (query: string): number => Number(database.prepare(query).get()?.["n"]);
  const last = number("SELECT coalesce(max(id), 100000) AS n FROM sales_order");
  const products = number("SELECT count(*) AS n FROM product");
  const price = database.prepare("SELECT price_cents AS n FROM product WHERE sku = ?");
  const order = database.prepare("INSERT INTO sales_order VALUES (?, ?, ?, ?, ?, ?, ?)");
  for (let id = last + 1; id <= last + count; id += 1) {
    const sku = `sku-${((id * 17) % products) + 1}`;
    const quantity = 1 + (id % 4);
    const total = quantity * Number(price.get(sku)?.["n"]);
    order.run(id, ((id * 29) % products) + 1, sku, quantity, total, currency, pick(STATES, id));
  }
}
