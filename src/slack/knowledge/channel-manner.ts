/**
 * How the bot behaves in a channel: it answers where it is mentioned, answers every question it is sure of,
 * or says nothing in public at all.
 */
export const CHANNEL_MANNERS = ["mention", "every-question", "silent"] as const;

export type ChannelManner = (typeof CHANNEL_MANNERS)[number];

/** Manners by channel id; a channel that is not named is answered on mention. */
export type ChannelManners = Readonly<Record<string, ChannelManner>>;

export const mannerOf = (manners: ChannelManners, channel: string): ChannelManner =>
  manners[channel] ?? "mention";
