import { join } from "node:path";
import { MINUTE_MS } from "../../kernel/clock.ts";
import type { Message } from "../../workspace/model.ts";
import type { Driver } from "../../workspace/driver-types.ts";
import type { Workspace } from "../../workspace/workspace-types.ts";
import { damageShop, readShop } from "./shop-data.ts";
import type { ShopData } from "./shop-data.ts";
import { transcript as tell } from "./transcript.ts";

const TRIAGE = "#backup-triage";
const PATIENCE = { timeoutMs: 20_000 };

const QUESTIONS: readonly [person: string, name: string, question: string][] = [
  ["U0EVE", "Eve", "can I back up Pro staging?"],
  ["U0LUC", "Luc", "puis-je sauvegarder la préproduction Pro ?"],
  ["U0JORIS", "Joris", "kan ik Pro staging back-uppen?"],
  ["U0ANNA", "Anna", "kan jag säkerhetskopiera Pro staging?"],
];

export type Ending = {
  readonly before: ShopData;
  readonly damaged: ShopData;
  readonly ticket: string;
};

/** The story of the desk, played by people over the real connection. */
export async function playStory(workspace: Workspace, data: string): Promise<Ending> {
  tell.chapter("Questions in four languages");
  for (const one of QUESTIONS) await ask(workspace, one);

  tell.chapter("An accident");
  const shop = join(data, "projects/shop-eu/integration");
  const before = readShop(shop);
  damageShop(shop);
  const damaged = readShop(shop);
  tell.text(`Shop EU, integration. Before: ${inWords(before)}`);
  tell.text(`After somebody emptied the catalogue: ${inWords(damaged)}`);

  tell.chapter("The ticket");
  const anna = workspace.as("U0ANNA");
  const ticket = await file(anna);

  tell.chapter("Support");
  await fulfil(workspace, ticket);

  tell.chapter("Hand-over");
  await collect(anna, ticket);
  return { before, damaged, ticket };
}

export const inWords = (shop: ShopData): string =>
  `${shop.products} products, ${shop.customers} customers, ${shop.orders} orders, ${shop.pictures} pictures (catalogue ${shop.catalogue})`;

async function ask(
  workspace: Workspace,
  [id, name, question]: (typeof QUESTIONS)[number],
): Promise<void> {
  const person = workspace.as(id);
  tell.says(name, question);
  const said = await person.say("dm", question);
  tell.desk(await person.hears("dm", (message) => message.ts > said.ts, PATIENCE));
}

/** Anna's date and time an hour ago, as her pickers show them. */
function anHourAgo(zone: string): { readonly date: string; readonly time: string } {
  const at = Date.now() - 60 * MINUTE_MS;
  const shown = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat("sv-SE", { timeZone: zone, ...options }).format(at);
  return { date: shown({ dateStyle: "short" }), time: shown({ timeStyle: "short" }) };
}

async function file(anna: Driver): Promise<string> {
  await anna.command("/restore", "dm");
  const form = await anna.modal("restore.request", PATIENCE);
  const { date, time } = anHourAgo("Europe/Stockholm");
  tell.does("Anna", `opens /restore: Shop EU, integration, ${date} ${time}, Europe/Stockholm`);
  await form.fill("project", "Shop EU");
  await form.fill("environment", "integration");
  await form.fill("date", date);
  await form.fill("time", time);
  await form.fill("scope", ["files", "database"]);
  await form.fill("reason", "En medarbetare tömde katalogen i morse.");
  const submitted = await form.submit();
  if (submitted !== "pushed") throw new Error(`The form was refused: ${JSON.stringify(submitted)}`);
  const check = await anna.modal("restore.check", PATIENCE);
  tell.text(check.text());
  tell.does("Anna", "sends it");
  await check.submit();
  const receipt = await anna.hears("dm", /RST-\d+/, PATIENCE);
  tell.desk(receipt);
  return /RST-\d+/.exec(receipt.text)?.[0] ?? "";
}

/** A person of staff in front of the triage channel. */
const atTriage = (person: Driver, ticket: string) => ({
  /** The ticket's card, once it has the button. */
  cardWith: (action: string): Promise<Message> =>
    person.until(
      () =>
        person.sees(TRIAGE).find((one) => one.text.startsWith(`${ticket} `) && offers(one, action)),
      { ...PATIENCE, what: `the card of ${ticket} with ${action}` },
    ),
  messageWith: (action: string): Promise<Message> =>
    person.until(() => person.sees(TRIAGE).find((one) => offers(one, action)), {
      ...PATIENCE,
      what: `a message with ${action}`,
    }),
});

const offers = ({ blocks }: Message, action: string): boolean =>
  JSON.stringify(blocks ?? []).includes(`"${action}"`);

async function fulfil(workspace: Workspace, ticket: string): Promise<void> {
  const sam = workspace.as("U0SAM");
  const { cardWith } = atTriage(sam, ticket);
  await claimAndPlan(sam, ticket);
  tell.does("Sam", "asks for approval");
  await sam.click(await cardWith("restore.request-approval"), "restore.request-approval");
  await approve(workspace.as("U0OMAR"), ticket);
  tell.does("Sam", "runs it, typing the name of the environment");
  await sam.click(await cardWith("restore.run"), "restore.run");
  const run = await sam.modal("restore.run", PATIENCE);
  await run.fill("words", "integration");
  await run.submit();
  const done = await cardWith("restore.hand-over");
  await sam.hears(TRIAGE, /match|verif/i, { ...PATIENCE, thread: done.ts });
  for (const line of sam.sees(TRIAGE, done.ts).slice(1)) tell.desk(line);
  tell.does("Sam", "previews the hand-over and sends it");
  await sam.click(done, "restore.hand-over");
  await (await sam.modal("restore.hand-over", PATIENCE)).submit();
}

async function claimAndPlan(sam: Driver, ticket: string): Promise<void> {
  const { cardWith } = atTriage(sam, ticket);
  const card = await cardWith("desk.claim");
  tell.desk(card);
  tell.does("Sam", "claims it and makes a restore plan: a dry run");
  await sam.click(card, "desk.claim");
  await sam.click(await cardWith("restore.plan"), "restore.plan");
  await cardWith("restore.request-approval");
  const plan = await sam.modal("restore.plan", PATIENCE);
  tell.text(plan.text());
  await plan.dismiss();
}

async function approve(omar: Driver, ticket: string): Promise<void> {
  const wanted = await atTriage(omar, ticket).messageWith("restore.approve");
  tell.desk(wanted);
  tell.does("Omar", "reads the frozen plan and approves it");
  await omar.click(wanted, "restore.approve");
  const reason = await omar.modal("restore.approve", PATIENCE);
  await reason.fill("words", "Integration only, into a new target.");
  await reason.submit();
}

async function collect(anna: Driver, ticket: string): Promise<void> {
  const pack = await anna.until(
    () => anna.reads("dm").find((one) => offers(one, "restore.acknowledge")),
    { ...PATIENCE, what: `the hand-over of ${ticket}` },
  );
  tell.desk(pack);
  tell.does("Anna", "has it");
  await anna.click(pack, "restore.acknowledge");
  const form = await anna.modal("restore.acknowledge", PATIENCE);
  await form.fill("how", "restored");
  await form.submit();
}
