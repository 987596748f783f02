import type { Message, View } from "./model.ts";

/** How long to wait for something, and what for, in the words of the error. */
export type Patience = { readonly timeoutMs?: number; readonly what?: string };

/**
 * Waits until `look` gives something, looking again at each change of the workspace.
 * Rejects after `timeoutMs` (5000 where it is missing), in real time.
 */
export type Until = <Value>(
  look: () => Value | undefined | null | false,
  patience?: Patience,
) => Promise<Value>;

/** What to look for in messages: a part of the text, a pattern, or anything else. */
export type Wanted = string | RegExp | ((message: Message) => boolean);

/**
 * What a person can do. Channels are ids, `#name`, or `dm` for the direct conversation with the bot.
 * Each deed waits until the app has acknowledged it, or rejects with what the person would see.
 */
export type Driver = {
  readonly id: string;
  /** Writes a message. `@name` mentions; `<@U…>` does so too. */
  say(channel: string, text: string, thread?: string): Promise<Message>;
  edit(message: Message, text: string): Promise<void>;
  remove(message: Message): Promise<void>;
  /** Puts an emoji, or takes one's own away. */
  react(message: Message, name: string): Promise<void>;
  /** Presses a button or chooses in a menu; `choice` is the value or the text of an option. Confirms what asks for it. */
  click(message: Message, actionId: string, choice?: string): Promise<void>;
  /** Runs `/command words`. Resolves to what the app answered at once. */
  command(line: string, channel?: string): Promise<Message | undefined>;
  shortcut(callback: string): Promise<void>;
  messageShortcut(message: Message, callback: string): Promise<void>;
  /** Opens the Home tab and waits for what the app publishes then. */
  home(patience?: Patience): Promise<HomeDriver>;
  /** Opens the direct conversation with the bot. */
  openDm(): Promise<void>;
  /** The open modal, waiting for one: for that callback id where one is named. */
  modal(callback?: string, patience?: Patience): Promise<ModalDriver>;
  /** The open modals, lowest first; empty where there is none. */
  modals(): readonly View[];
  /**
   * Messages this person sees now, ephemerals included, oldest first: the roots of a channel, or a
   * thread with its root.
   */
  sees(channel: string, thread?: string): readonly Message[];
  /** Everything this person sees in a channel, replies too. */
  reads(channel: string): readonly Message[];
  /**
   * Waits for a message of an app, in the thread where one is named, else anywhere in the channel.
   * The latest that fits; with `after` only one that was posted later than that message.
   */
  hears(
    channel: string,
    wanted: Wanted,
    options?: Patience & { readonly thread?: string; readonly after?: Message },
  ): Promise<Message>;
  /** The message as it is now. Undefined once it is deleted. */
  latest(message: Message): Message | undefined;
  readonly until: Until;
  /** Ephemerals are gone. */
  reload(): void;
};

/** What came of a submission: errors by block id, from the client's own check or from the app. */
export type Submission = "closed" | "pushed" | "updated" | Readonly<Record<string, string>>;

/** A person in front of a modal. */
export type ModalDriver = {
  /** The view as it is now, or as it was last. */
  readonly view: View;
  /** Every text shown, joined by newlines. */
  text(): string;
  /** What an input holds: option value, text, date. */
  value(blockId: string): string | readonly string[] | null;
  /** Puts something into an input: text, date, or the value or text of an option. An external select is asked for it first. */
  fill(blockId: string, value: string | readonly string[]): Promise<void>;
  /** Types into an external select: the texts of the options the app offers. */
  suggest(blockId: string, typed: string): Promise<string[]>;
  press(actionId: string, choice?: string): Promise<void>;
  /** Presses the submit button. */
  submit(): Promise<Submission>;
  /** Closes this view; the one below is shown. */
  back(): Promise<void>;
  /** Closes the whole stack. */
  dismiss(): Promise<void>;
};

/** A person in front of the app's Home. */
export type HomeDriver = Pick<ModalDriver, "view" | "text" | "press" | "fill" | "value">;

/** A deed that failed, in the words the person sees. */
export class PersonSees extends Error {
  readonly code: string;

  constructor(code: string, text: string) {
    super(text);
    this.name = "PersonSees";
    this.code = code;
  }
}
