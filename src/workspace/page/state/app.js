/**
 * What the parts of the page share.
 *
 * @typedef {object} App
 * @property {string} me
 * @property {any} state what the workspace has told
 * @property {import("../markup/viewer.js").Viewer} viewer
 * @property {import("./place-of.js").Here} here
 * @property {{ channel: string, ts: string } | undefined} editing
 * @property {ReadonlyMap<string, any>} persons
 * @property {string | undefined} readUpTo of the open channel, when it was opened
 * @property {(state: any) => void} change
 * @property {() => void} draw soon
 * @property {() => void} drawNow
 * @property {(here: import("./place-of.js").Here) => void} go
 */

/** What stands before the workspace has answered. */
export const EMPTY_STATE = {
  me: { id: "", name: "", realName: "" },
  people: [],
  groups: [],
  channels: [],
  messages: {},
  modals: [],
  home: null,
  app: { id: "", name: "", botUser: "", botName: "" },
  commands: [],
  shortcuts: [],
  prompts: [],
  statuses: {},
  journal: [],
  faults: [],
  sockets: 0,
  transport: "socket",
  now: 0,
};
