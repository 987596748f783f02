/*
 * The page's modules are plain JavaScript, so that a browser runs them unbuilt. Here is what the
 * tests use of them.
 */

type Data = Readonly<Record<string, unknown>>;
type Viewer = Data & { readonly __viewer: true };
type Row = { readonly key: string; readonly html: string; readonly sign?: string };

declare module "*/page/markup/viewer.js" {
  export function viewer(known?: {
    readonly me?: string;
    readonly zone?: string;
    readonly locale?: string;
    readonly now?: number;
    readonly people?: ReadonlyMap<string, string>;
    readonly channels?: ReadonlyMap<string, string>;
    readonly groups?: ReadonlyMap<string, string>;
  }): Viewer;
}
declare module "*/page/markup/mrkdwn.js" {
  export function mrkdwn(text: string, viewer: Viewer): string;
}
declare module "*/page/markup/rich-text.js" {
  export function richText(block: Data, viewer: Viewer): string;
}
declare module "*/page/markup/safe-link.js" {
  export function safeLink(address: unknown): string | undefined;
}
declare module "*/page/markup/slack-date.js" {
  export function slackDate(seconds: number, format: string, viewer: Viewer): string | undefined;
}
declare module "*/page/markup/emoji.js" {
  export function searchEmoji(
    typed: string,
    most: number,
  ): readonly (readonly [name: string, sign: string])[];
}
declare module "*/page/blocks/block.js" {
  export function blocksHtml(blocks: readonly unknown[], surface: Data): string;
}
declare module "*/page/chat/message.js" {
  export function messageHtml(message: Data, around: Data): string;
}
declare module "*/page/chat/message-text.js" {
  export function messageText(text: string, viewer: Viewer): string;
}
declare module "*/page/chat/conversation.js" {
  export function conversation(messages: readonly Data[], around: Data): readonly Row[];
  export function rootsOf(messages: readonly Data[]): readonly Data[];
  export function threadOf(messages: readonly Data[], root: string): readonly Data[];
}
declare module "*/page/chat/completion.js" {
  export function completion(
    text: string,
    known: {
      readonly commands: readonly Data[];
      readonly people: readonly Data[];
      readonly channels: readonly Data[];
    },
  ): { readonly from: number; readonly offers: readonly { readonly insert: string }[] } | undefined;
}
declare module "*/page/chat/modal.js" {
  export function viewRows(view: Data, viewer: Viewer): readonly Row[];
  export function modalFrame(
    view: Data,
    below: boolean,
  ): { readonly head: string; readonly foot: string };
}
declare module "*/page/chat/journal.js" {
  export function journalRow(entry: Data, viewer: Viewer): string;
}
declare module "*/page/chat/channel-list.js" {
  export function channelList(shown: Data): readonly Row[];
}
declare module "*/page/chat/avatar.js" {
  export function initials(name: string): string;
}
declare module "*/page/state/apply-event.js" {
  export function applyEvent(state: Data, name: string, data: Data): Data;
}
declare module "*/page/state/place-of.js" {
  export function placeOf(hash: string): { readonly channel: string; readonly thread?: string };
  export function hashOf(here: { readonly channel: string; readonly thread?: string }): string;
}
declare module "*/page/state/unread.js" {
  export function readFrom(messages: readonly Data[], unread: number, me: string): string;
  export function unreadCount(messages: readonly Data[], readUpTo: string, me: string): number;
}
