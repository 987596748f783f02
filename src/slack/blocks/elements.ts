import type { types } from "@slack/bolt";
import { clamp } from "./clamp.ts";

/** A block of a message or a view. */
export type Block = types.KnownBlock;

/** What a message says: `text` is the whole of it for notifications and screen readers. */
export type Message = { readonly text: string; readonly blocks: Block[] };

export const plain = (text: string): types.PlainTextElement => ({
  type: "plain_text",
  text,
  emoji: true,
});

/** Marked-up text of our own; whatever people wrote in it has been escaped before. */
const marked = (text: string): types.MrkdwnElement => ({
  type: "mrkdwn",
  verbatim: true,
  text,
});

export const section = (blockId: string, text: string): types.SectionBlock => ({
  type: "section",
  block_id: blockId,
  text: marked(clamp(text, 3000)),
});

export const fields = (blockId: string, texts: readonly string[]): types.SectionBlock => ({
  type: "section",
  block_id: blockId,
  fields: texts.slice(0, 10).map((text) => marked(clamp(text, 2000))),
});

export const context = (blockId: string, ...texts: readonly string[]): types.ContextBlock => ({
  type: "context",
  block_id: blockId,
  elements: texts.slice(0, 10).map((text) => marked(clamp(text, 3000))),
});

export const header = (blockId: string, text: string): types.HeaderBlock => ({
  type: "header",
  block_id: blockId,
  text: plain(clamp(text, 150)),
});

/** Words of people and articles, as a quotation nothing in which is markup. */
export const quote = (blockId: string, ...words: readonly string[]): types.RichTextBlock => ({
  type: "rich_text",
  block_id: blockId,
  elements: words.map((text) => ({
    type: "rich_text_quote",
    elements: [{ type: "text", text: clamp(text, 2900) }],
  })),
});

export const actions = (
  blockId: string,
  elements: types.ActionsBlock["elements"],
): types.ActionsBlock => ({ type: "actions", block_id: blockId, elements });

type ButtonLook = {
  readonly style?: "primary" | "danger";
  readonly value?: string;
  /** What a screen reader says where the label alone is too general. */
  readonly label?: string;
  readonly confirm?: types.ConfirmationDialog;
};

export const button = (action: string, text: string, look: ButtonLook = {}): types.Button => ({
  type: "button",
  action_id: action,
  text: plain(text),
  ...(look.style === undefined ? {} : { style: look.style }),
  ...(look.value === undefined ? {} : { value: look.value }),
  ...(look.label === undefined ? {} : { accessibility_label: clamp(look.label, 75) }),
  ...(look.confirm === undefined ? {} : { confirm: look.confirm }),
});

/** An option of a select; texts of people and articles are cut, values never. */
export const option = (text: string, value: string): types.PlainTextOption => ({
  text: plain(clamp(text, 75)),
  value,
});
