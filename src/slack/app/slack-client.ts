import type { webApi } from "@slack/bolt";

/** Slack's Web API as the listeners and the sender use it. */
export type SlackClient = webApi.WebClient;
