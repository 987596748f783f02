/** What goes wrong with the answer to a Web API call. The `commit-then-…` ones do the work first. */
export type AnswerFault =
  | { readonly status: 500 | 502 | 503 }
  | { readonly error: string }
  | { readonly retryAfter: number }
  | { readonly delayMs: number }
  | "hang"
  | "cut"
  | "html"
  | "commit-then-500"
  | "commit-then-cut"
  | "commit-then-hang";

/** What goes wrong with a delivery to the app. */
export type DeliveryFault =
  /** Sent twice at once. */
  | "duplicate"
  /** Never sent, and not sent again. */
  | "drop"
  /** Sent, but its acknowledgement gets lost: events come again. */
  | "lose-ack"
  /** Kept back until the next delivery has been sent. */
  | "hold"
  /** Sent over every open socket with the same envelope. */
  | "other-socket"
  | { readonly delayMs: number }
  /** Sent as signed HTTP to another process. */
  | { readonly to: string };

/** What is wrong with the next sockets. `connections.open` fails through an `answer` fault. */
export type SocketFault = "upgrade-403" | "no-hello" | "used-ticket";

/** A state of the platform, kept until it is cleared. */
export type PlatformFault =
  /** Free plan: `usergroups.*` answer `plan_upgrade_required`. */
  | "no-user-groups"
  /** `conversations.replies` refuses bots in channels. */
  | "replies-refused"
  /** `conversations.history` refuses bots in channels. */
  | "history-refused"
  /** The bot's token is revoked. */
  | "token-revoked"
  /** Events of our own posts carry no `metadata`. */
  | "no-echo-metadata";

/** A fault to arm. `times` says how often it happens: once where it is missing; 0 until cleared. */
export type Fault =
  | {
      readonly at: "answer";
      /** `chat.postMessage`, or `*`. */
      readonly method: string;
      readonly how: AnswerFault;
      readonly times?: number;
    }
  | {
      readonly at: "delivery";
      /** Type of the event or interaction (`message`, `app_mention`, `block_actions`, `/restore`), or `*`. */
      readonly type: string;
      readonly how: DeliveryFault;
      readonly times?: number;
    }
  | { readonly at: "socket"; readonly how: SocketFault; readonly times?: number }
  | { readonly at: "platform"; readonly how: PlatformFault };

/** A fault that waits to happen. */
export type ArmedFault = Fault & { readonly id: string; readonly left: number };

/** What can be done to the open sockets at once. */
export type SocketBlow =
  | "warning"
  | "refresh_requested"
  | "too_many_websockets"
  | "link_disabled"
  | "kill"
  | "half-open"
  | "frame-without-event"
  | "not-json"
  | "too-large"
  | "unknown-type";

/** A request to the app's HTTP endpoint that Slack would not send, or sends rarely. */
export type RequestFault =
  | "good"
  | "bad-signature"
  | "no-signature"
  | "old"
  | "future"
  | "charset"
  | "too-large"
  | "url-verification"
  | "ssl-check";
