import type { types } from "@slack/bolt";
import type { Block } from "./elements.ts";
import { plain } from "./elements.ts";

type Element = types.InputBlock["element"];

type Look = {
  readonly optional?: boolean;
  readonly hint?: string;
  /** Each change is told at once. */
  readonly live?: boolean;
};

/** A labelled field of a form; errors are shown beside it by its block id. */
export const input = (
  blockId: string,
  label: string,
  element: Element,
  look: Look = {},
): types.InputBlock => ({
  type: "input",
  block_id: blockId,
  label: plain(label),
  element,
  ...(look.optional === true ? { optional: true } : {}),
  ...(look.hint === undefined ? {} : { hint: plain(look.hint) }),
  ...(look.live === true ? { dispatch_action: true } : {}),
});

type Writing = { readonly initial?: string; readonly lines?: boolean; readonly max?: number };

export const writing = ({ initial, lines = false, max = 3_000 }: Writing = {}): Element => ({
  type: "plain_text_input",
  action_id: "v",
  multiline: lines,
  max_length: max,
  ...(initial === undefined || initial === "" ? {} : { initial_value: initial.slice(0, max) }),
});

type Form = {
  readonly callback: string;
  readonly title: string;
  readonly submit?: string;
  readonly close: string;
  /** Ids only. */
  readonly metadata?: string;
  readonly externalId?: string;
  readonly blocks: readonly Block[];
};

/** A modal of ours. */
export const modal = (form: Form): types.ModalView => ({
  type: "modal",
  callback_id: form.callback,
  title: plain(form.title),
  close: plain(form.close),
  ...(form.submit === undefined ? {} : { submit: plain(form.submit) }),
  ...(form.metadata === undefined ? {} : { private_metadata: form.metadata }),
  ...(form.externalId === undefined ? {} : { external_id: form.externalId }),
  blocks: [...form.blocks],
});
