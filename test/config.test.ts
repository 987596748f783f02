import { expect, test } from "vitest";
import { ConfigError, readConfig } from "../src/config.ts";

const faultsOf = (env: Record<string, string>): readonly string[] => {
  try {
    readConfig(env);
    return [];
  } catch (cause) {
    if (cause instanceof ConfigError) return cause.faults;
    throw cause;
  }
};

test("readConfig() needs nothing: the local workspace stands in for Slack", () => {
  const config = readConfig({});
  expect(config.slack).toBeUndefined();
  expect(config.triageChannel).toBe("C0TRIAGE");
});

test("readConfig() takes an empty variable for an absent one", () => {
  expect(readConfig({ SLACK_BOT_TOKEN: "", DATABASE_URL: "" }).slack).toBeUndefined();
});

test("readConfig() names every fault at once", () => {
  const faults = faultsOf({
    SNAPDESK_OPS_PORT: "99999",
    SNAPDESK_HOURS_FROM: "9",
    SNAPDESK_HOURS_ZONE: "Mars/Olympus",
    DATABASE_URL: "mysql://x",
  });
  expect(faults.map((one) => one.split(":")[0])).toEqual([
    "SNAPDESK_OPS_PORT",
    "SNAPDESK_HOURS_ZONE",
    "SNAPDESK_HOURS_FROM",
    "DATABASE_URL",
  ]);
});

test.each<[transport: string, missing: string]>([
  ["socket", "SLACK_APP_TOKEN"],
  ["http", "SLACK_SIGNING_SECRET"],
])("readConfig() wants what the transport %s needs", (transport, missing) => {
  const faults = faultsOf({
    SLACK_TRANSPORT: transport,
    SLACK_BOT_TOKEN: "xoxb-1",
    SLACK_TRIAGE_CHANNEL: "C0OPS",
    SLACK_STAFF: "U0SAM",
    SLACK_APPROVERS: "U0OMAR",
  });
  expect(faults).toEqual([`${missing}: needed for Slack over ${transport}`]);
});
