import type { types } from "@slack/bolt";
import type { Ticket } from "../../desk/ticket.ts";
import { button, option } from "../blocks/elements.ts";
import type { Text } from "../text/text.ts";
import { cardValue, menuValue } from "./card-value.ts";
import type { CardValue } from "./card-value.ts";
import { isRestore } from "./kinds-of-ticket.ts";

type Name = keyof Text["ticket"]["button"];
type Element = types.Button | types.Overflow;

/** A button of a card: what it is called, what it does, how it looks. */
type Spec = readonly [name: Name, action: string, style?: "primary" | "danger"];

const ASK: Spec = ["ask", "desk.ask"];
const NOTE: Spec = ["note", "desk.note"];
const REPLY: Spec = ["reply", "desk.reply"];

type Row = { readonly buttons: readonly Spec[]; readonly menu: readonly MenuName[] };
type MenuName = "ask" | "note" | "assign" | "reject" | "cancel" | "return" | "audit";

const NONE: Row = { buttons: [], menu: [] };

/** Which buttons a restore has, by state. While its outcome is unknown there is no way to run it again. */
const RESTORE: Readonly<Record<Ticket["state"], Row>> = {
  new: {
    buttons: [["claim", "desk.claim", "primary"], ASK, NOTE],
    menu: ["assign", "reject", "cancel", "audit"],
  },
  claimed: {
    buttons: [["plan", "restore.plan", "primary"], ASK, NOTE],
    menu: ["assign", "reject", "cancel", "audit"],
  },
  planned: {
    buttons: [
      ["requestApproval", "restore.request-approval", "primary"],
      ["replan", "restore.plan"],
      NOTE,
    ],
    menu: ["ask", "assign", "reject", "cancel", "audit"],
  },
  "approval-wanted": {
    buttons: [["withdraw", "restore.withdraw"], NOTE],
    menu: ["ask", "assign", "reject", "cancel", "audit"],
  },
  approved: {
    buttons: [["run", "restore.run", "primary"], ["withdraw", "restore.withdraw"], NOTE],
    menu: ["ask", "assign", "reject", "cancel", "audit"],
  },
  running: { buttons: [["stop", "restore.stop", "danger"], NOTE], menu: ["assign", "audit"] },
  unknown: {
    buttons: [
      ["askEngine", "restore.ask-engine", "primary"],
      ["happened", "restore.happened"],
      ["didNot", "restore.did-not"],
      NOTE,
    ],
    menu: ["assign", "audit"],
  },
  failed: {
    buttons: [["retry", "restore.retry", "primary"], ["newPlan", "restore.plan"], NOTE],
    menu: ["ask", "assign", "reject", "cancel", "audit"],
  },
  verified: {
    buttons: [["handOver", "restore.hand-over", "primary"], NOTE],
    menu: ["ask", "assign", "audit"],
  },
  "handed-over": { buttons: [NOTE], menu: ["ask", "audit"] },
  closed: NONE,
  rejected: NONE,
  cancelled: NONE,
};

/** While people lay a copy out with their own tools no engine can be stopped, only the people. */
const PLACING: Row = {
  buttons: [
    ["placed", "restore.placed", "primary"],
    ["stopByHand", "restore.stop-by-hand", "danger"],
    NOTE,
  ],
  menu: ["ask", "assign", "audit"],
};

const OPEN_QUESTION: Row = {
  buttons: [["claim", "desk.claim", "primary"], REPLY, NOTE],
  menu: ["ask", "assign", "reject", "audit"],
};

const QUESTION: Readonly<Partial<Record<Ticket["state"], Row>>> = {
  new: OPEN_QUESTION,
  claimed: {
    buttons: [["reply", "desk.reply", "primary"], ASK, ["resolve", "desk.resolve"], NOTE],
    menu: ["return", "assign", "reject", "audit"],
  },
  "handed-over": { buttons: [NOTE], menu: ["return", "audit"] },
};

/** The controls of a card as its ticket stands now; none once it is over. */
export function cardButtons(ticket: Ticket, text: Text): Element[] {
  const { buttons, menu } = rowOf(ticket);
  const value = valueOf(ticket);
  const shown: Element[] = buttons.map(([name, action, style]) =>
    button(action, text.ticket.button[name], {
      value: cardValue(value),
      label: text.ticket.of(text.ticket.button[name], ticket.id),
      ...(style === undefined ? {} : { style }),
      ...(action === "restore.stop" ? { confirm: stopConfirm(text) } : {}),
    }),
  );
  return menu.length === 0 ? shown : [...shown, menuOf(menu, value, text)];
}

function rowOf(ticket: Ticket): Row {
  if (!isRestore(ticket)) return QUESTION[ticket.state] ?? NONE;
  const row = RESTORE[ticket.state];
  if (ticket.state === "running" && ticket.case.restorePlan?.byHand === true) return PLACING;
  const claim = ticket.case.outcomeClaim;
  if (ticket.state !== "unknown" || claim === undefined) return row;
  const confirm: Spec = claim.happened
    ? ["confirmHappened", "restore.confirm-happened", "primary"]
    : ["confirmDidNot", "restore.confirm-did-not", "primary"];
  return { ...row, buttons: [confirm, ...row.buttons.map(plainly)] };
}

/** One button leads, no more. */
const plainly = ([name, action]: Spec): Spec => [name, action];

function valueOf(ticket: Ticket): CardValue {
  const digest = isRestore(ticket) ? ticket.case.restorePlan?.digest : undefined;
  return { id: ticket.id, version: ticket.version, ...(digest === undefined ? {} : { digest }) };
}

const menuOf = (
  names: readonly MenuName[],
  value: CardValue,
  { ticket }: Text,
): types.Overflow => ({
  type: "overflow",
  action_id: "desk.more",
  options: names.map((name) => option(ticket.button[name], menuValue(name, value))),
});

/** A run can be stopped only with a second thought. */
export function stopConfirm({ restore }: Text): types.ConfirmationDialog {
  const { stopTitle, stopText, stopYes, stopNo } = restore.progress;
  return {
    title: { type: "plain_text", text: stopTitle },
    text: { type: "plain_text", text: stopText },
    confirm: { type: "plain_text", text: stopYes },
    deny: { type: "plain_text", text: stopNo },
    style: "danger",
  };
}
