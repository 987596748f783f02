/** @typedef {{ group: string, words: string, fault: (of: string, times: number) => Record<string, unknown> }} FaultChoice */
/** @typedef {{ group: string, words: string, body: (of: string) => Record<string, unknown> }} BlowChoice */

/** @type {(words: string, how: unknown) => FaultChoice} */
const answer = (words, how) => ({
  group: "Answer to a call of the app",
  words,
  fault: (method, times) => ({ at: "answer", method, how, times }),
});
/** @type {(words: string, how: unknown) => FaultChoice} */
const delivery = (words, how) => ({
  group: "Delivery to the app",
  words,
  fault: (type, times) => ({ at: "delivery", type, how, times }),
});
/** @type {(words: string, how: string) => FaultChoice} */
const socket = (words, how) => ({
  group: "Next socket",
  words,
  fault: (_of, times) => ({ at: "socket", how, times }),
});
/** @type {(words: string, how: string) => FaultChoice} */
const platform = (words, how) => ({
  group: "Platform, until cleared",
  words,
  fault: () => ({ at: "platform", how }),
});

/** Faults that can be armed, in the order of the drawer. */
export const FAULTS = [
  answer("500", { status: 500 }),
  answer("503", { status: 503 }),
  answer("internal_error", { error: "internal_error" }),
  answer("429, wait 2 s", { retryAfter: 2 }),
  answer("2 s late", { delayMs: 2000 }),
  answer("No answer", "hang"),
  answer("Connection cut", "cut"),
  answer("A page of HTML", "html"),
  answer("Done, then 500", "commit-then-500"),
  answer("Done, then cut", "commit-then-cut"),
  answer("Done, then no answer", "commit-then-hang"),
  delivery("Twice", "duplicate"),
  delivery("Never", "drop"),
  delivery("Acknowledgement lost", "lose-ack"),
  delivery("After the next one", "hold"),
  delivery("On every socket", "other-socket"),
  delivery("2 s late", { delayMs: 2000 }),
  socket("Upgrade refused (403)", "upgrade-403"),
  socket("No hello", "no-hello"),
  socket("Ticket already used", "used-ticket"),
  platform("No user groups (free plan)", "no-user-groups"),
  platform("Bots may not read threads", "replies-refused"),
  platform("Bots may not read channels", "history-refused"),
  platform("Token revoked", "token-revoked"),
  platform("Own events carry no metadata", "no-echo-metadata"),
];

/** @type {(words: string, blow: string) => BlowChoice} */
const blow = (words, how) => ({ group: "To all sockets", words, body: () => ({ socket: how }) });
/** @type {(words: string, request: string) => BlowChoice} */
const request = (words, how) => ({
  group: "Send a request over HTTP",
  words,
  body: () => ({ request: how }),
});
/** @type {(words: string, deed: (of: string) => Record<string, unknown>) => BlowChoice} */
const deed = (words, how) => ({
  group: "To the workspace",
  words,
  body: (of) => ({ platform: how(of) }),
});

/** Things that can be done at once. */
export const BLOWS = [
  blow("Refresh the connection", "refresh_requested"),
  blow("Warn, then disconnect", "warning"),
  blow("Too many sockets", "too_many_websockets"),
  blow("Link disabled", "link_disabled"),
  blow("Kill the sockets", "kill"),
  blow("Half-open sockets", "half-open"),
  blow("Frame without event", "frame-without-event"),
  blow("Frame that is no JSON", "not-json"),
  blow("Frame of 5 MB", "too-large"),
  blow("Frame of an unknown type", "unknown-type"),
  request("Well signed", "good"),
  request("Wrong signature", "bad-signature"),
  request("No signature", "no-signature"),
  request("301 s old", "old"),
  request("An hour ahead", "future"),
  request("Charset in the content type", "charset"),
  request("5 MB", "too-large"),
  request("URL verification", "url-verification"),
  request("SSL check", "ssl-check"),
  deed("Archive the channel", (archive) => ({ archive })),
  deed("Open the channel again", (unarchive) => ({ unarchive })),
  deed("Remove the bot from the channel", (removeBot) => ({ removeBot })),
  deed("Invite the bot to the channel", (inviteBot) => ({ inviteBot })),
  deed("Deactivate the person", (deactivate) => ({ deactivate })),
  deed("Uninstall the app", () => ({ uninstall: true })),
];
