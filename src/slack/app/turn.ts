import type { types } from "@slack/bolt";
import type { PersonId } from "../../kernel/ids.ts";
import type { Locale } from "../../kernel/locale.ts";
import type { Message } from "../blocks/elements.ts";
import type { Text } from "../text/text.ts";
import type { Fields } from "./fields.ts";

/** A view that stands on the person's screen, to be updated. */
export type OpenView = { readonly id: string; readonly hash?: string };

/** A person did something, and may be answered there and then. */
export type Turn = {
  readonly person: PersonId;
  /** Slack's user id. */
  readonly user: string;
  /** Language of the person's client. */
  readonly locale: Locale;
  readonly text: Text;
  /** Says something to this person alone, where they are looking. */
  readonly tell: (message: string | Message) => Promise<void>;
  /**
   * Opens a modal, on top of the one that is open. Undefined where the click reached us too late:
   * the person has then been given `again` to press.
   */
  readonly open: (view: types.ModalView, again?: types.Button) => Promise<OpenView | undefined>;
  /** Replaces a view; a view that has changed or is gone is left alone. */
  readonly update: (view: OpenView, next: types.ModalView) => Promise<void>;
};

/** The message a control stands in. */
export type MessagePlace = {
  readonly channel: string;
  /** Missing on ephemerals. */
  readonly ts?: string;
  readonly thread?: string;
};

/** The view a control stands in, or that was sent. */
export type ShownView = OpenView & {
  readonly kind: "modal" | "home";
  readonly callback: string;
  readonly metadata: string;
  readonly fields: Fields;
};

export type Click = Turn & {
  /** `<capability>.<intent>`. */
  readonly action: string;
  /** What follows the first colon of the id: `plan:pro`. */
  readonly variant: string;
  /** Of the button, or what was chosen. */
  readonly value: string;
  readonly at?: MessagePlace;
  readonly view?: ShownView;
  readonly ack: () => Promise<void>;
};

/** What a sent view is answered with. Nothing: it closes. */
export type FormAnswer =
  | { readonly response_action: "errors"; readonly errors: Readonly<Record<string, string>> }
  | { readonly response_action: "update" | "push"; readonly view: types.ModalView }
  | { readonly response_action: "clear" };

export type Form = Turn & {
  readonly view: ShownView;
  readonly ack: (answer?: FormAnswer) => Promise<void>;
};

export type Command = Turn & {
  readonly command: string;
  readonly words: string;
  readonly channel: string;
  /** Unique to this command. */
  readonly key: string;
  readonly ack: (answer?: string | Message) => Promise<void>;
};

export type Shortcut = Turn & {
  readonly callback: string;
  /** The message it was used on. */
  readonly message?: {
    readonly channel: string;
    readonly ts: string;
    readonly thread?: string;
    readonly words: string;
  };
  readonly ack: () => Promise<void>;
};

export type Typing = {
  readonly person: PersonId;
  readonly locale: Locale;
  readonly action: string;
  readonly typed: string;
  readonly view?: ShownView;
};

type Table<Input, Output = void> = Readonly<Record<string, (input: Input) => Promise<Output>>>;

/** Listeners by action id, callback id or command. */
export type ActionTable = Table<Click>;
export type FormTable = Table<Form>;
export type CommandTable = Table<Command>;
export type ShortcutTable = Table<Shortcut>;
export type OptionsTable = Table<Typing, readonly types.PlainTextOption[]>;
