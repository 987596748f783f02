import type { types } from "@slack/bolt";
import type { Citation } from "../../knowledge/answer.ts";
import type { Locale } from "../../kernel/locale.ts";
import type { RestoreTicket } from "../../restore/restore-case.ts";
import type { Block, Message } from "../blocks/elements.ts";
import { actions, button, context, fields, header, section } from "../blocks/elements.ts";
import { escapeMrkdwn } from "../blocks/escape-mrkdwn.ts";
import { cardValue } from "../desk/card-value.ts";
import { fact } from "../desk/render-card.ts";
import { sourceOf } from "../knowledge/render-answer.ts";
import { spanText } from "../text/span-text.ts";
import { textIn } from "../text/text-in.ts";
import type { Text } from "../text/text.ts";
import { fullWhenText } from "../text/when-text.ts";
import { partFacts } from "./render-approval.ts";
import { sourceOfStep } from "./step-sources.ts";

/** Finds the passage a step rests on, in a language. */
export type Cite = (
  place: { readonly slug: string; readonly anchor: string },
  locale: Locale,
) => Citation | undefined;

/** Where the data is, what it is, and what to do with it, step by step, each with its source. */
export function renderHandOver(ticket: RestoreTicket, cite: Cite): Message {
  const text = textIn(ticket.locale);
  const { handOver: say } = text.restore;
  const open = ticket.state === "handed-over";
  const title = open ? say.title(ticket.id) : say.doneTitle(ticket.id);
  const facts = factsOf(ticket, text);
  const steps = stepsOf(ticket, text, cite);
  const kept = keptText(ticket, text);
  return {
    text: [title, ...facts, ...steps.lines, ...kept]
      .join(" · ")
      .replaceAll(/[*\n]+/g, " ")
      .slice(0, 3_900),
    blocks: [
      header("h", title),
      fields("facts", facts),
      ...(steps.lines.length === 0
        ? []
        : [section("steps", [`*${say.steps}*`, ...steps.lines].join("\n"))]),
      ...steps.sources,
      ...kept.map((line) => context("kept", line)),
      ...(open ? [actions("collect", collectButtons(ticket, text))] : endOf(ticket, say)),
    ],
  };
}

function factsOf(ticket: RestoreTicket, text: Text): string[] {
  const { moment } = ticket.case.request;
  const { handOver: say } = text.restore;
  return [
    fact(say.asked, fullWhenText(moment.instant, moment.zone, ticket.locale)),
    ...takenFacts(ticket, text),
    ...partFacts(ticket.case.restorePlan ?? {}, text),
    ...verifiedFacts(ticket, text),
  ];
}

/** When what is handed over was taken, and what is missing since. */
function takenFacts({ locale, case: restore }: RestoreTicket, text: Text): string[] {
  const { handOver: say } = text.restore;
  const { zone, instant } = restore.request.moment;
  const taken = restore.placed?.snapTime ?? restore.restorePlan?.snapshot.pointInTime.to;
  if (taken === undefined) return [];
  return [
    fact(say.got, fullWhenText(taken, zone, locale)),
    fact(say.gap, spanText(Math.max(0, instant - taken), text)),
  ];
}

function verifiedFacts({ case: restore }: RestoreTicket, { restore: text }: Text): string[] {
  const { handOver: say } = text;
  const { verification, placed, run, restorePlan } = restore;
  const where = placed?.path ?? run?.operation?.place ?? restorePlan?.request.target.name;
  const told = verification?.state === "matches" ? say.matches : say.notCheckable;
  return [
    ...(verification === undefined ? [] : [fact(say.verified, told)]),
    ...(where === undefined ? [] : [fact(say.where, `\`${escapeMrkdwn(where)}\``)]),
  ];
}

type Steps = { readonly lines: readonly string[]; readonly sources: readonly Block[] };

/** Numbered steps; a source that several rest on is named once. */
function stepsOf(ticket: RestoreTicket, text: Text, cite: Cite): Steps {
  const names: Readonly<Record<string, string>> = text.restore.handOver.step;
  const codes = ticket.case.restorePlan?.customerSteps ?? [];
  const sources: Citation[] = [];
  const lines = codes.map((code, at) => {
    const citation = citationOf(code, ticket.locale, cite);
    const number = citation === undefined ? undefined : numberOf(sources, citation);
    return `${at + 1}. ${names[code] ?? escapeMrkdwn(code)}${number === undefined ? "" : ` [${number}]`}`;
  });
  const listed = sources.map((one, at) => sourceOf(one, at + 1, text));
  const code = text.restore.handOver.code;
  return {
    lines,
    sources: [context("sources", ...listed.slice(0, 9), code)],
  };
}

const citationOf = (code: string, locale: Locale, cite: Cite): Citation | undefined => {
  const place = sourceOfStep(code);
  return place === undefined ? undefined : cite(place, locale);
};

function numberOf(sources: Citation[], citation: Citation): number {
  const known = sources.findIndex(
    ({ slug, anchor }) => slug === citation.slug && anchor === citation.anchor,
  );
  return known >= 0 ? known + 1 : sources.push(citation);
}

function keptText(
  { locale, state, case: restore }: RestoreTicket,
  { restore: say }: Text,
): string[] {
  const until = restore.handOver?.keptUntil;
  if (until === undefined || state !== "handed-over") return [];
  return [say.handOver.keptUntil(fullWhenText(until, restore.request.moment.zone, locale))];
}

function collectButtons(ticket: RestoreTicket, text: Text): types.Button[] {
  const value = cardValue({ id: ticket.id, version: ticket.version });
  const { acknowledge, problem } = text.ticket.button;
  const named = (label: string) => ({ value, label: text.ticket.of(label, ticket.id) });
  return [
    button("restore.acknowledge", acknowledge, { ...named(acknowledge), style: "primary" }),
    button("restore.problem", problem, named(problem)),
  ];
}

function endOf({ case: restore, state }: RestoreTicket, say: Text["restore"]["handOver"]): Block[] {
  const { outcome } = restore;
  if (outcome !== undefined) return [context("end", say.acknowledged(say.outcome[outcome.how]))];
  return state === "closed" ? [] : [context("end", say.reported)];
}
