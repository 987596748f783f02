import type { types } from "@slack/bolt";
import { section } from "../blocks/elements.ts";
import { modal } from "../blocks/inputs.ts";
import type { Text } from "../text/text.ts";

/** What is shown at once, while something slower is looked up. */
export const loadingView = ({ app }: Text, more: { externalId?: string; title?: string } = {}) =>
  modal({
    callback: "app.loading",
    title: more.title ?? app.loadingTitle,
    close: app.cancel,
    blocks: [section("loading", app.loading)],
    ...(more.externalId === undefined ? {} : { externalId: more.externalId }),
  });

/** One sentence in a modal. */
export const noticeView = ({ app }: Text, said: string): types.ModalView =>
  modal({
    callback: "app.notice",
    title: app.noticeTitle,
    close: app.close,
    blocks: [section("notice", said)],
  });
