import type { types } from "@slack/bolt";
import { LOCALES } from "../../kernel/locale.ts";
import type { Locale } from "../../kernel/locale.ts";
import { context, option, section } from "../blocks/elements.ts";
import { input, modal, writing } from "../blocks/inputs.ts";
import type { Text } from "../text/text.ts";

/** The one text field of the small forms, so that errors know where to stand. */
export const WORDS = "words";

type Small = {
  readonly callback: string;
  readonly words: { readonly title: string; readonly label: string; readonly send: string };
  readonly metadata: string;
  readonly hint?: string;
  readonly optional?: boolean;
};

/** A form with one text field: a question, a note, a reason. */
export const wordsForm = (
  { callback, words, metadata, hint, optional = false }: Small,
  { app }: Text,
): types.ModalView =>
  modal({
    callback,
    title: words.title,
    submit: words.send,
    close: app.cancel,
    metadata,
    blocks: [
      input(WORDS, words.label, writing({ lines: true, max: 2_000 }), {
        optional,
        ...(hint === undefined ? {} : { hint }),
      }),
    ],
  });

/** Gives a ticket to a colleague, with a note. */
export const assignForm = (metadata: string, { app, form }: Text): types.ModalView =>
  modal({
    callback: "desk.assign",
    title: form.assign.title,
    submit: form.assign.send,
    close: app.cancel,
    metadata,
    blocks: [
      input("to", form.assign.label, { type: "users_select", action_id: "v" }),
      input(WORDS, form.assignNote, writing({ lines: true, max: 2_000 }), { optional: true }),
    ],
  });

type PersonForm = {
  readonly metadata: string;
  readonly words: string;
  readonly locale: Locale;
  readonly link?: string;
};

/** Hands a question to a person: everything is filled in, and may be changed. */
export function personForm(given: PersonForm, { app, form, knowledge }: Text): types.ModalView {
  const options = LOCALES.map((locale) => option(form.language[locale], locale));
  const chosen = options.find((one) => one.value === given.locale);
  return modal({
    callback: "desk.person",
    title: knowledge.personTitle,
    submit: knowledge.send,
    close: app.cancel,
    metadata: given.metadata,
    blocks: [
      input(
        WORDS,
        knowledge.personQuestion,
        writing({ initial: given.words, lines: true, max: 3_000 }),
        { hint: knowledge.personHint },
      ),
      input("language", knowledge.personLanguage, {
        type: "static_select",
        action_id: "v",
        options,
        ...(chosen === undefined ? {} : { initial_option: chosen }),
      }),
      ...(given.link === undefined ? [] : [context("link", knowledge.personLink(given.link))]),
    ],
  });
}

/** Staff see the whole trail of a ticket. */
export const auditView = (lines: readonly string[], { app, form, home }: Text): types.ModalView =>
  modal({
    callback: "desk.audit",
    title: form.audit.title,
    close: app.close,
    blocks:
      lines.length === 0
        ? [section("audit0", home.nothing)]
        : pagesOf(lines).map((page, at) => section(`audit${at}`, page)),
  });

const PAGE = 2_900;
const MAX_PAGES = 90;

/** Lines packed into as few sections as Slack's limit allows; the newest are kept. */
function pagesOf(lines: readonly string[]): string[] {
  const pages: string[] = [];
  for (const line of lines) {
    const last = pages.at(-1);
    if (last !== undefined && last.length + line.length < PAGE)
      pages[pages.length - 1] = `${last}\n${line}`;
    else pages.push(line.slice(0, PAGE));
  }
  return pages.slice(-MAX_PAGES);
}
