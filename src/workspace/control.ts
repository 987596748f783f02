import type { Json } from "../kernel/canonical-json.ts";
import type { ArmedFault, Fault, RequestFault, SocketBlow } from "./fault.ts";
import type { JsonObject } from "./json.ts";
import type {
  Channel,
  ManifestCommand,
  ManifestShortcut,
  Message,
  Person,
  UserGroup,
} from "./model.ts";

/*
 * The control routes: what the page needs to let a person use the workspace.
 *
 * Every route lives under `/_workspace/`, speaks JSON and answers only to its own `Host`; a `POST`
 * needs `content-type: application/json` and no foreign `Origin`. A request nobody understands is
 * HTTP 400, an unknown route 404; both have the body `Refused`. Everything else is HTTP 200.
 *
 *   GET  /_workspace/state?as=U      -> ControlState     (`&reload=1`: this person's ephemerals go first, as on a reload)
 *   GET  /_workspace/stream?as=U     -> server-sent events, see StreamEvents
 *   GET  /_workspace/journal         -> JournalEntry[]
 *   POST /_workspace/say             SayBody        -> Said
 *   POST /_workspace/edit            EditBody       -> Outcome
 *   POST /_workspace/delete          MessageBody    -> Outcome
 *   POST /_workspace/react           ReactBody      -> Outcome
 *   POST /_workspace/act             ActBody        -> Outcome
 *   POST /_workspace/suggest         SuggestBody    -> Suggested
 *   POST /_workspace/submit          SubmitBody     -> Submitted
 *   POST /_workspace/close           CloseBody      -> Outcome
 *   POST /_workspace/shortcut        ShortcutBody   -> Outcome
 *   POST /_workspace/home            HomeBody       -> Outcome
 *   POST /_workspace/read            ReadBody       -> Outcome
 *   POST /_workspace/fault           FaultBody      -> FaultAnswer
 *   POST /_workspace/clock           ClockBody      -> { ok: true, now }
 *   GET  /_workspace/files/<id>      -> the bytes of an uploaded file, as an attachment
 */

/** HTTP 400, 403 or 404. */
export type Refused = { readonly ok: false; readonly error: string; readonly text: string };

/**
 * What came of something a person did. `text` is what the person sees, in English.
 * Errors: `did-not-respond` (the app was silent for 3 s, refused, or is not connected), `not-allowed`,
 * `not-found`, `archived`, `unknown-command`, `unknown-option`.
 */
export type Outcome =
  { readonly ok: true } | { readonly ok: false; readonly error: string; readonly text: string };

/** A message as one person sees it. Ephemerals have `ephemeral: true` and cannot be answered or reacted to. */
export type MessageShown = Message & {
  /** How many replies the thread has; 0 for replies and for roots nobody answered. */
  readonly replies: number;
  readonly ephemeral: boolean;
  /** Written by an app. */
  readonly isBot: boolean;
};

export type ChannelShown = Omit<Channel, "members"> & {
  readonly members: readonly string[];
  /** Messages of others since this person last wrote there or said they have read it. */
  readonly unread: number;
};

/** What one input holds: text, option value, date, time, user or channel id; a list for checkboxes and multi selects; null for nothing. */
export type FieldValue = string | readonly string[] | null;

/** Values by block id and action id. */
export type FieldValues = {
  readonly [block: string]: { readonly [action: string]: FieldValue };
};

/** A modal or a Home tab as its person sees it. */
export type ViewShown = {
  readonly id: string;
  readonly hash: string;
  readonly kind: "modal" | "home";
  readonly callback: string;
  /** Block Kit text objects. */
  readonly title: JsonObject | null;
  readonly submit: JsonObject | null;
  readonly close: JsonObject | null;
  readonly blocks: readonly JsonObject[];
  /** What the inputs hold now, also those somebody filled before; take over where a field has no own typing. */
  readonly values: FieldValues;
  /** Options chosen in external selects, by block and action, to show their text. */
  readonly chosen: {
    readonly [block: string]: { readonly [action: string]: readonly JsonObject[] };
  };
  /** By block id, from the last submission. */
  readonly errors: { readonly [block: string]: string };
};

/** All that one person's client shows. */
export type ControlState = {
  readonly me: Person;
  readonly people: readonly Person[];
  readonly groups: readonly UserGroup[];
  /** Only those the person can see; their own direct conversation with the bot last. */
  readonly channels: readonly ChannelShown[];
  /** By channel, the newest 500, oldest first, roots and replies together (`thread` tells them apart). */
  readonly messages: { readonly [channel: string]: readonly MessageShown[] };
  /** Lowest first; the last one is the open one. Empty: no modal. */
  readonly modals: readonly ViewShown[];
  /** Null until the app has published one. */
  readonly home: ViewShown | null;
  readonly app: {
    readonly id: string;
    readonly name: string;
    readonly botUser: string;
    readonly botName: string;
  };
  readonly commands: readonly ManifestCommand[];
  readonly shortcuts: readonly ManifestShortcut[];
  /** Prompts the app suggests in this person's direct conversation. */
  readonly prompts: readonly { readonly title: string; readonly message: string }[];
  /** The app's "is thinking" line, by `channel:thread`. */
  readonly statuses: { readonly [place: string]: string };
  /** The last 200, oldest first. */
  readonly journal: readonly JournalEntry[];
  readonly faults: readonly ArmedFault[];
  readonly sockets: number;
  readonly transport: "socket" | "http";
  /** The workspace's clock, milliseconds since 1970. */
  readonly now: number;
};

/** Something that went over the wire between app and workspace. Tokens and secrets are left out. */
export type JournalEntry = {
  readonly n: number;
  /** Milliseconds since 1970, the workspace's clock. */
  readonly at: number;
  /** `call` Web API, `respond` a response_url, `delivery` to the app, `socket` a connection came or went. */
  readonly kind: "call" | "respond" | "delivery" | "socket";
  /** Method, event type, interaction type or command. */
  readonly name: string;
  readonly sent: Json;
  /** Answer or acknowledgement; null where there was none. */
  readonly answer: Json;
  readonly ok: boolean;
  /** Milliseconds until answer or acknowledgement. */
  readonly tookMs: number;
  /** 0 the first time, for deliveries. */
  readonly attempt: number;
  /** Who a delivery is about: the acting person. */
  readonly user?: string;
};

/** Names (`event:`) and data of `/_workspace/stream`. The stream begins with `ready`; then ask for the state. */
export type StreamEvents = {
  readonly ready: { readonly now: number };
  /** A new message this person can see (not an ephemeral). */
  readonly message: { readonly message: MessageShown };
  /** Text, blocks, reactions or the number of replies changed. */
  readonly update: { readonly message: MessageShown };
  readonly delete: { readonly channel: string; readonly ts: string };
  /** A new or replaced ephemeral for this person. */
  readonly ephemeral: { readonly message: MessageShown };
  /** The whole stack, after every change of it; empty when all is closed. */
  readonly modal: { readonly modals: readonly ViewShown[] };
  readonly home: { readonly home: ViewShown };
  readonly journal: { readonly entry: JournalEntry };
  /** Sockets, transport, faults or clock changed. */
  readonly status: Pick<ControlState, "sockets" | "transport" | "faults" | "now">;
  /** Prompts or status lines changed. */
  readonly assistant: Pick<ControlState, "prompts" | "statuses">;
  /** Channels or people changed (archived, joined, deactivated). */
  readonly places: Pick<ControlState, "channels" | "people">;
};

/** A line that starts with `/` is a command. `@name` becomes a mention, `#name` a channel, `& < >` are escaped. */
export type SayBody = {
  readonly as: string;
  readonly channel: string;
  readonly text: string;
  /** `ts` of the root; commands do not work in threads. */
  readonly thread?: string;
};

/** `ts` of the message; missing for a command. */
export type Said = { readonly ok: true; readonly ts?: string } | Exclude<Outcome, { ok: true }>;

export type MessageBody = { readonly as: string; readonly channel: string; readonly ts: string };
export type EditBody = MessageBody & { readonly text: string };

/** Puts the reaction, or takes this person's own away again. `name` without colons. */
export type ReactBody = MessageBody & { readonly name: string };

/** The place of a control: a message the person sees, or a view of theirs (modal or Home). */
export type Place = { readonly channel: string; readonly ts: string } | { readonly view: string };

/**
 * A click or a choice. Send it for buttons, overflow menus and feedback buttons; for selects, pickers,
 * radio buttons and checkboxes outside `input` blocks; and for inputs whose block has `dispatch_action`.
 * The page asks the question of `confirm` itself, before.
 */
export type ActBody = {
  readonly as: string;
  readonly in: Place;
  readonly block: string;
  readonly action: string;
  /** What was chosen; missing for a plain button. Feedback buttons: the value of the one pressed. */
  readonly value?: FieldValue;
  /** In a view: what all inputs hold now, so that nothing typed is lost when the app updates the view. */
  readonly values?: FieldValues;
};

/** Asks the app for the options of an external select. */
export type SuggestBody = {
  readonly as: string;
  readonly in: Place;
  readonly block: string;
  readonly action: string;
  readonly typed: string;
};

/** Slack's option objects (`text`, `value`, `description?`), groups with their label. At most 100. */
export type Suggested =
  | {
      readonly ok: true;
      readonly options: readonly JsonObject[];
      readonly groups: readonly {
        readonly label: string;
        readonly options: readonly JsonObject[];
      }[];
    }
  | Exclude<Outcome, { ok: true }>;

export type SubmitBody = {
  readonly as: string;
  readonly view: string;
  /** Inputs that are missing keep what the workspace knows of them. */
  readonly values: FieldValues;
};

/**
 * `errors` come from the client's own check (required, lengths, options; `checked: true`, nothing was
 * sent) or from the app. After `pushed`, `updated` and `closed` the new stack comes through the stream.
 */
export type Submitted =
  | { readonly ok: true; readonly result: "closed" | "cleared" | "pushed" | "updated" }
  | {
      readonly ok: true;
      readonly result: "errors";
      readonly errors: { readonly [block: string]: string };
      readonly checked: boolean;
    }
  | Exclude<Outcome, { ok: true }>;

/** Closes the open view and goes back to the one below; `all` closes the stack (the cross of the modal). */
export type CloseBody = { readonly as: string; readonly view: string; readonly all?: boolean };

/** A global shortcut, or one of a message. */
export type ShortcutBody = {
  readonly as: string;
  readonly callback: string;
  readonly message?: { readonly channel: string; readonly ts: string };
};

/** Opens the app's Home or the direct conversation with it. */
export type HomeBody = { readonly as: string; readonly tab: "home" | "messages" };

/** This person has looked at the channel: nothing in it is unread any more. */
export type ReadBody = { readonly as: string; readonly channel: string };

/** Exactly one of the keys. */
export type FaultBody =
  | { readonly arm: Fault }
  /** Id of an armed fault, or `*`. */
  | { readonly clear: string }
  | { readonly socket: SocketBlow }
  | { readonly request: RequestFault }
  | { readonly platform: PlatformDeed };

/** Things that happen to a workspace once. */
export type PlatformDeed =
  | { readonly archive: string }
  | { readonly unarchive: string }
  | { readonly removeBot: string }
  | { readonly inviteBot: string }
  | { readonly deactivate: string }
  | { readonly uninstall: true };

/** `id` of an armed fault; `status` the app answered a request with. */
export type FaultAnswer = Outcome & { readonly id?: string; readonly status?: number };

export type ClockBody = { readonly advanceMs: number };
