import type { Driver, ModalDriver } from "../../src/workspace/driver-types.ts";
import type { Message } from "../../src/workspace/model.ts";
import type { Workspace } from "../../src/workspace/workspace-types.ts";
import type { Where } from "./shop-past.ts";

export const TRIAGE = "#backup-triage";

/** Anna, Sam, Omar and the others as drivers. */
export const cast = (workspace: Workspace) => ({
  anna: workspace.as("U0ANNA"),
  luc: workspace.as("U0LUC"),
  joris: workspace.as("U0JORIS"),
  eve: workspace.as("U0EVE"),
  sam: workspace.as("U0SAM"),
  ines: workspace.as("U0INES"),
  omar: workspace.as("U0OMAR"),
  kim: workspace.as("U0KIM"),
  guest: workspace.as("U0GUEST"),
  stranger: workspace.as("U0STRANGER"),
});

/** A time as the form wants it. */
export type Wall = { readonly date: string; readonly time: string };

/** The wall clock of a zone so many minutes ago, to the minute. */
export function wallClock(minutesAgo: number, zone = "Europe/Stockholm"): Wall {
  const text = new Date(Date.now() - minutesAgo * 60_000).toLocaleString("sv-SE", {
    timeZone: zone,
  });
  return { date: text.slice(0, 10), time: text.slice(11, 16) };
}

type Wish = Where & {
  readonly wall: Wall;
  readonly wanted?: readonly string[];
  readonly reason?: string;
};

/** Fills in the restore form, as far as the first page goes. */
export async function fillForm(form: ModalDriver, wish: Wish): Promise<void> {
  await form.fill("project", wish.project === "shop-eu" ? "Shop EU" : "Atelier Nord");
  await form.fill("environment", wish.environment);
  await form.fill("date", wish.wall.date);
  await form.fill("time", wish.wall.time);
  await form.fill("scope", wish.wanted ?? ["files", "database"]);
  await form.fill("reason", wish.reason ?? "Kampanjen raderade beställningar <!channel>");
}

/** From `/restore` to the view that shows what would be sent. */
export async function checked(person: Driver, wish: Wish): Promise<ModalDriver> {
  await person.command("/restore", "dm");
  const form = await person.modal("restore.request");
  await fillForm(form, wish);
  const answer = await form.submit();
  if (answer !== "pushed") throw new Error(`the form is not accepted: ${JSON.stringify(answer)}`);
  return person.modal("restore.check");
}

/** A restore ticket, from `/restore` to the receipt. */
export async function filed(person: Driver, wish: Wish): Promise<{ id: string; receipt: Message }> {
  const check = await checked(person, wish);
  const before = person.reads("dm").at(-1);
  const answer = await check.submit();
  if (answer !== "closed") throw new Error(`the request is not sent: ${JSON.stringify(answer)}`);
  const receipt = await person.hears(
    "dm",
    /RST-\d+/,
    before === undefined ? {} : { after: before },
  );
  return { id: /RST-\d+/.exec(receipt.text)?.[0] ?? "", receipt };
}

const HEADER = "header";

/** The ticket's card in the staff's channel, once it offers a control. */
export const cardWith = (staff: Driver, id: string, action?: string): Promise<Message> =>
  staff.hears(
    TRIAGE,
    (one) =>
      one.thread === undefined &&
      one.blocks[0]?.["type"] === HEADER &&
      titleOf(one).startsWith(id) &&
      (action === undefined || controlsOf(one).includes(action)),
    { what: `the card of ${id} with ${action ?? "anything"}`, timeoutMs: 20_000 },
  );

/** The card on which a frozen restore plan is approved. */
export const approvalCard = (staff: Driver, id: string): Promise<Message> =>
  staff.hears(
    TRIAGE,
    (one) => one.text.includes(id) && controlsOf(one).includes("restore.approve"),
    { what: `the approval card of ${id}` },
  );

/** What stands in a message's header. */
export function titleOf({ blocks }: Message): string {
  const { text } = (blocks[0]?.["text"] ?? {}) as { readonly text?: string };
  return text ?? "";
}

/** Action ids a message offers, those of its menu included as `desk.more:reject`. */
export function controlsOf({ blocks }: Message): readonly string[] {
  return blocks
    .filter((block) => block["type"] === "actions")
    .flatMap((block) => block["elements"] as { action_id: string; options?: { value: string }[] }[])
    .flatMap(({ action_id, options = [] }) => [
      action_id,
      ...options.map(({ value }) => `${action_id}:${value.split("|")[0]}`),
    ]);
}

/** The value of an entry of a card's menu. */
export function menuChoice({ blocks }: Message, intent: string): string {
  const found = blocks
    .flatMap((block) => (block["elements"] ?? []) as { options?: { value: string }[] }[])
    .flatMap(({ options = [] }) => options.map(({ value }) => value))
    .find((value) => value.startsWith(`${intent}|`));
  if (found === undefined) throw new Error(`Cannot find "${intent}" in the menu of the card`);
  return found;
}

/** Claims a ticket and makes its dry run; resolves to what the dry run shows. */
export async function planned(staff: Driver, id: string): Promise<string> {
  await staff.click(await cardWith(staff, id, "desk.claim"), "desk.claim");
  await staff.click(await cardWith(staff, id, "restore.plan"), "restore.plan");
  const view = await staff.modal("restore.plan");
  const shown = view.text();
  await view.dismiss();
  return shown;
}

/** From the card to a plan that waits for its approval. */
export async function approvalWanted(staff: Driver, id: string): Promise<Message> {
  await planned(staff, id);
  await staff.click(
    await cardWith(staff, id, "restore.request-approval"),
    "restore.request-approval",
  );
  return approvalCard(staff, id);
}

export async function approve(approver: Driver, card: Message): Promise<void> {
  await approver.click(card, "restore.approve");
  const form = await approver.modal("restore.approve");
  await form.fill("words", "Checked against the request");
  await form.submit();
}

/** Types the environment's name and starts the approved plan. */
export async function run(staff: Driver, id: string, { environment }: Where): Promise<void> {
  await staff.click(await cardWith(staff, id, "restore.run"), "restore.run");
  const form = await staff.modal("restore.run");
  await form.fill("words", environment);
  const answer = await form.submit();
  if (answer !== "closed") throw new Error(`it does not run: ${JSON.stringify(answer)}`);
}

/** Everything from the new card to the data that was verified. */
export async function verified(
  people: { readonly sam: Driver; readonly omar: Driver },
  id: string,
  where: Where,
): Promise<Message> {
  await approve(people.omar, await approvalWanted(people.sam, id));
  await run(people.sam, id, where);
  return cardWith(people.sam, id, "restore.hand-over");
}

/** Hands over what was verified; resolves to what the requester gets, and to the preview of it. */
export async function handedOver(
  staff: Driver,
  requester: Driver,
  id: string,
): Promise<{ pack: Message; preview: string }> {
  await staff.click(await cardWith(staff, id, "restore.hand-over"), "restore.hand-over");
  const form = await staff.modal("restore.hand-over");
  const preview = form.text();
  await form.submit();
  const pack = await requester.hears("dm", (one) =>
    controlsOf(one).includes("restore.acknowledge"),
  );
  return { pack, preview };
}

/** The requester has the data: `how` is what they did with it. */
export async function acknowledged(requester: Driver, pack: Message, how: string): Promise<void> {
  await requester.click(pack, "restore.acknowledge");
  const form = await requester.modal("restore.acknowledge");
  await form.fill("how", how);
  await form.submit();
}

/** Ephemerals a person has in a channel now. */
export const whispers = (person: Driver, channel: string): readonly Message[] =>
  person.reads(channel).filter(({ onlyFor }) => onlyFor === person.id);
