import type { types } from "@slack/bolt";
import { SATISFACTIONS } from "../../desk/satisfaction.ts";
import type { TicketState, Ticket } from "../../desk/ticket.ts";
import type { Profile } from "../identity/profile.ts";
import type { Block } from "../blocks/elements.ts";
import { actions, button, context, fields, header, section } from "../blocks/elements.ts";
import { escapeMrkdwn } from "../blocks/escape-mrkdwn.ts";
import { fact, mention } from "../desk/render-card.ts";
import type { Text } from "../text/text.ts";
import type { DeskNumbers } from "./desk-numbers.ts";
import { utcText } from "../text/when-text.ts";

/** What somebody of staff sees on top of their own requests. */
export type StaffHome = {
  readonly byState: Readonly<Partial<Record<TicketState, number>>>;
  readonly numbers: DeskNumbers;
  readonly claims: readonly Ticket[];
  readonly approvals: readonly Ticket[];
  readonly expiring: readonly Ticket[];
  readonly due: readonly Ticket[];
};

type Home = {
  readonly profile: Profile | undefined;
  readonly mine: readonly Ticket[];
  readonly staff?: StaffHome;
  readonly mayRequest: boolean;
};

const SHOWN = 5;

/** The App Home: one's own requests, and for staff the whole desk at a glance. */
export function homeView(home: Home, text: Text): types.HomeView {
  const { home: say, knowledge } = text;
  const { profile, mine, staff, mayRequest } = home;
  const language = text.form.language[profile?.locale ?? "en"];
  return {
    type: "home",
    callback_id: "app.home",
    blocks: [
      header("hello", say.hello(profile?.name ?? "")),
      ...(mayRequest
        ? [
            actions("request", [
              button("restore.open", knowledge.openForm, { style: "primary", value: "home" }),
            ]),
          ]
        : [section("public", say.publicOnly)]),
      section("mine", `*${say.mine}*`),
      ...ticketList("mine", mine, text),
      context("profile", escapeMrkdwn(say.languageAndZone(language, profile?.zone ?? say.noZone))),
      ...(staff === undefined ? [] : staffBlocks(staff, text)),
    ],
  };
}

function staffBlocks(staff: StaffHome, text: Text): Block[] {
  const { home: say } = text;
  const list = (id: string, label: string, tickets: readonly Ticket[]): Block[] => [
    section(id, `*${say.count(label, String(tickets.length))}*`),
    ...ticketList(id, tickets, text),
  ];
  return [
    { type: "divider" },
    ...queueBlocks(staff, text),
    ...list("due", say.due, staff.due),
    ...list("expiring", say.expiry, staff.expiring),
    ...list("approvals", say.approvals, staff.approvals),
    ...list("claims", say.myClaims, staff.claims),
    ...(staff.claims.length === 0
      ? []
      : [actions("shift", [button("desk.shift", say.handShift, { value: "shift" })])]),
    ...numberBlocks(staff.numbers, text),
    actions("export", [button("desk.export", say.export, { value: "export" })]),
  ];
}

/** Yesterday in numbers, and what requesters said. */
function numberBlocks({ satisfaction, ...day }: DeskNumbers, { home, ticket }: Text): Block[] {
  const { asked, proven, askedBack, toPerson } = day;
  const said = SATISFACTIONS.map((one) => `${ticket.satisfaction[one]} ${satisfaction[one]}`);
  return [
    section("numbers", `*${home.yesterday}*`),
    fields("yesterday", [
      fact(home.asked, String(asked)),
      fact(home.proven, String(proven)),
      fact(home.askedBack, String(askedBack)),
      fact(home.toPerson, String(toPerson)),
    ]),
    context("satisfaction", home.satisfaction(said.join(" · "))),
  ];
}

const QUEUE: readonly TicketState[] = [
  "new",
  "claimed",
  "planned",
  "approval-wanted",
  "approved",
  "running",
  "unknown",
  "failed",
  "verified",
  "handed-over",
];

/** How many tickets stand in each state; a number opens their list. */
function queueBlocks({ byState }: StaffHome, text: Text): Block[] {
  const filled = QUEUE.filter((state) => (byState[state] ?? 0) > 0);
  const title = section("queue", `*${text.home.queue}*`);
  if (filled.length === 0) return [title, context("queue-empty", text.home.nothing)];
  const count = (state: TicketState) => String(byState[state] ?? 0);
  return [
    title,
    fields(
      "states",
      filled.map((state) => fact(text.ticket.state[state], count(state))),
    ),
    actions(
      "queue-lists",
      filled.slice(0, 10).map((state) =>
        button(
          `desk.list:${state}`,
          `${withoutEmoji(text.ticket.state[state])} (${count(state)})`,
          {
            value: "0",
          },
        ),
      ),
    ),
  ];
}

/** `:new: New` is `New` on a button. */
export const withoutEmoji = (label: string): string => label.replace(/^:[a-z_]+: /, "");

function ticketList(id: string, tickets: readonly Ticket[], text: Text): Block[] {
  if (tickets.length === 0) return [context(`${id}-none`, text.home.nothing)];
  const lines = tickets.slice(0, SHOWN).map((ticket) => ticketLine(ticket, text));
  const more = tickets.length > SHOWN ? [text.home.more(String(tickets.length - SHOWN))] : [];
  return [section(`${id}-list`, [...lines, ...more].join("\n"))];
}

/** `*RST-1042* · Claimed · @Sam · 2026-11-20 17:40 UTC` */
export function ticketLine(ticket: Ticket, { ticket: say }: Text): string {
  const { id, kind, state, assignee, createdAt } = ticket;
  const who = assignee === undefined ? [] : [mention(assignee)];
  return [`*${id}*`, say.kind[kind], say.state[state], ...who, utcText(createdAt)].join(" · ");
}
