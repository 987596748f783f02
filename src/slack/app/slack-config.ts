import type { Locale } from "../../kernel/locale.ts";
import type { ChannelManners } from "../knowledge/channel-manner.ts";

/** How the app reaches Slack and whom it trusts there. */
export type SlackConfig = {
  readonly transport: "socket" | "http";
  /** Where the Web API is, with its closing slash. */
  readonly apiUrl: string;
  readonly botToken: string;
  /** Socket Mode only. */
  readonly appToken?: string;
  /** HTTP only. */
  readonly signingSecret?: string;
  /** HTTP only; port 0 takes a free one. */
  readonly host?: string;
  readonly port?: number;
  /** The staff's channel: one card for each ticket. */
  readonly triageChannel: string;
  /** Channels in which the bot does otherwise than answer where it is mentioned. */
  readonly channels: ChannelManners;
  /** Slack user ids, or ids of user groups (`S…`). */
  readonly staff: readonly string[];
  readonly approvers: readonly string[];
  /** The language of cards and of the staff's own lines. */
  readonly deskLocale: Locale;
  /** Whose midnight ends a day of the desk, e.g. `Europe/Stockholm`. */
  readonly deskZone: string;
};
