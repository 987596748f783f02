import { mkdir, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Environment } from "../../kernel/product.ts";
import { addOrders, fillShop } from "./sample-data.ts";
import { pictureOf } from "./sample-picture.ts";

type Sample = {
  readonly id: string;
  readonly name: string;
  readonly plan: "pro" | "starter";
  readonly currency: string;
  readonly admins: readonly string[];
};

const SAMPLES: readonly Sample[] = [
  {
    id: "shop-eu",
    name: "Shop EU",
    plan: "pro",
    currency: "EUR",
    admins: ["T0LOCAL/U0ANNA", "T0LOCAL/U0JORIS"],
  },
  {
    id: "atelier-nord",
    name: "Atelier Nord",
    plan: "starter",
    currency: "SEK",
    admins: ["T0LOCAL/U0LUC"],
  },
];

const STAFF = ["T0LOCAL/U0SAM", "T0LOCAL/U0INES", "T0LOCAL/U0OMAR", "cli", "demo"];

const SIZES: Readonly<Record<Environment, number>> = {
  integration: 40,
  staging: 120,
  production: 240,
};
const ENVIRONMENTS: readonly Environment[] = ["integration", "staging", "production"];

/** The projects file of the sample. */
const FILE = "projects.yaml";

/**
 * Puts two small shops into an empty data folder: media files and a database with products,
 * customers and orders for every environment, the same on every machine. Where a projects file
 * stands already nothing is touched.
 *
 * @returns the path of the projects file
 */
export async function sampleShop(folder: string): Promise<string> {
  const file = join(folder, FILE);
  if (await isThere(file)) return file;
  for (const sample of SAMPLES) {
    for (const environment of ENVIRONMENTS) await layOut(folder, sample, environment);
  }
  await writeFile(file, projectsYaml(), { flag: "wx" });
  return file;
}

/** More orders in a sample environment, so that the next snapshot differs from the last. */
export function growSampleShop(folder: string, project: string, environment: Environment): void {
  const database = new DatabaseSync(databaseOf(folder, project, environment));
  try {
    addOrders(database, 5);
  } finally {
    database.close();
  }
}

async function layOut(folder: string, sample: Sample, environment: Environment): Promise<void> {
  const root = join(folder, "projects", sample.id, environment);
  const products = SIZES[environment];
  for (let number = 1; number <= products; number += 1) {
    const file = join(root, "pub/media/catalog/product", String(number % 10), `sku-${number}.svg`);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, pictureOf(`${sample.id} ${environment}`, number));
  }
  await mkdir(join(root, "var/log"), { recursive: true });
  await writeFile(join(root, "var/log/system.log"), `${sample.name} ${environment} started\n`);
  const path = databaseOf(folder, sample.id, environment);
  await mkdir(dirname(path), { recursive: true });
  const database = new DatabaseSync(path);
  try {
    fillShop(database, { products, currency: sample.currency });
  } finally {
    database.close();
  }
}

const databaseOf = (folder: string, project: string, environment: Environment): string =>
  join(folder, "projects", project, environment, "database", "shop.sqlite");

async function isThere(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

const environmentsYaml = (id: string, admins: readonly string[]): string =>
  ENVIRONMENTS.map(
    (name) => `      ${name}:
        state: active
        directories:
          media: projects/${id}/${name}/pub/media
          var: projects/${id}/${name}/var
        databases:
          shop.sqlite: projects/${id}/${name}/database/shop.sqlite
        roles:
          admin: ${JSON.stringify([...admins, ...STAFF])}
`,
  ).join("");

function projectsYaml(): string {
  const all = SAMPLES.map(
    ({ id, name, plan, admins }) => `  - id: ${id}
    name: ${name}
    product: commerce-cloud
    plan: ${plan}
    environments:
${environmentsYaml(id, admins)}`,
  ).join("");
  return `# The projects Snapdesk may restore. Paths start at the folder of this file.\nprojects:\n${all}`;
}
