import type { JsonObject } from "./json.ts";

/** Somebody of the workspace. `stranger` belongs to another team and reads a shared channel. */
export type Person = {
  /** `U0ANNA`; enterprise-like ids (`W…`) work too. */
  readonly id: string;
  readonly team: string;
  /** The name people mention, lower case: `anna`. */
  readonly name: string;
  readonly realName: string;
  /** Language of the person's client: `sv-SE`. */
  readonly locale?: string;
  /** IANA name. Missing for bots and some foreign people. */
  readonly zone?: string;
  readonly kind: "member" | "guest" | "stranger" | "deactivated" | "bot";
};

/** A place where messages are. */
export type Channel = {
  /** `C…` a channel, `D…` a direct conversation with the bot. */
  readonly id: string;
  readonly name: string;
  readonly kind: "public" | "private" | "im";
  /** User ids. */
  readonly members: ReadonlySet<string>;
  readonly archived: boolean;
  /** Shared with another workspace. */
  readonly shared: boolean;
};

/** An emoji under a message and who put it there, in order. */
export type Reaction = { readonly name: string; readonly users: readonly string[] };

/** A message as the workspace keeps it. A change makes a new record, so an old one stays what it was. */
export type Message = {
  /** Unique in the workspace; also the message's id. */
  readonly ts: string;
  readonly channel: string;
  /** Who wrote it: a person, or the bot's user. */
  readonly user: string;
  /** Bot id (`B…`), for messages of an app. */
  readonly bot?: string;
  readonly text: string;
  readonly blocks: readonly JsonObject[];
  /** `ts` of the thread's root; missing on roots. */
  readonly thread?: string;
  /** A reply that is shown in the channel as well. */
  readonly broadcast?: boolean;
  readonly metadata?: JsonObject;
  /** `ts` of the last edit. */
  readonly edited?: string;
  /** An ephemeral: only this person sees it, until they reload. */
  readonly onlyFor?: string;
  readonly reactions: readonly Reaction[];
};

/** What an input of a view holds, as Slack sends it in `state.values`. */
export type ViewState = { readonly [block: string]: { readonly [action: string]: JsonObject } };

/** A modal or a Home tab. */
export type View = {
  readonly id: string;
  /** Changes with each change of the view. */
  readonly hash: string;
  readonly kind: "modal" | "home";
  readonly user: string;
  /** Id of the lowest view of the stack. */
  readonly root: string;
  /** Id of the view below. */
  readonly previous?: string;
  readonly blocks: readonly JsonObject[];
  readonly state: ViewState;
  readonly callback: string;
  readonly metadata: string;
  readonly external: string;
  readonly title: JsonObject | null;
  readonly submit: JsonObject | null;
  readonly close: JsonObject | null;
  readonly clearOnClose: boolean;
  readonly notifyOnClose: boolean;
};

/** People who can be mentioned together. */
export type UserGroup = {
  readonly id: string;
  readonly handle: string;
  readonly name: string;
  readonly users: readonly string[];
};

/** The parts of an app manifest the workspace obeys. */
export type Manifest = {
  readonly display_information: { readonly name: string };
  readonly features?: {
    readonly app_home?: {
      readonly home_tab_enabled?: boolean;
      readonly messages_tab_enabled?: boolean;
    };
    readonly bot_user?: { readonly display_name?: string };
    readonly shortcuts?: readonly ManifestShortcut[];
    readonly slash_commands?: readonly ManifestCommand[];
  };
  readonly oauth_config?: { readonly scopes?: { readonly bot?: readonly string[] } };
  readonly settings?: {
    readonly event_subscriptions?: { readonly bot_events?: readonly string[] };
  };
};

export type ManifestShortcut = {
  readonly type: "global" | "message" | (string & {});
  readonly name: string;
  readonly callback_id: string;
  readonly description?: string;
};

export type ManifestCommand = {
  readonly command: string;
  readonly description?: string;
  readonly usage_hint?: string;
  readonly should_escape?: boolean;
};
