import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Config } from "../config.ts";
import type { SlackConfig } from "../slack/app/slack-config.ts";
import type { Manifest } from "../workspace/model.ts";
import type { Workspace } from "../workspace/workspace-types.ts";
import { startWorkspace } from "../workspace/workspace.ts";

type Opened = { readonly slack: SlackConfig; readonly workspace?: Workspace };

/** The Slack that is configured, or a local workspace that stands in for it. The app cannot tell them apart. */
export async function openSlack(config: Config): Promise<Opened> {
  const { triageChannel, channels, staff, approvers, deskLocale, hours } = config;
  const deskZone = hours.zone;
  const ours = { triageChannel, channels, staff, approvers, deskLocale, deskZone };
  if (config.slack !== undefined) return { slack: { ...config.slack, ...ours } };
  const workspace = await startWorkspace({
    manifest: await readManifest(),
    transport: "socket",
    port: config.workspacePort,
    store: join(config.data, "workspace.sqlite"),
  });
  const { apiUrl, botToken, appToken } = workspace;
  return { slack: { transport: "socket", apiUrl, botToken, appToken, ...ours }, workspace };
}

const MANIFEST = join(import.meta.dirname, "../slack/manifest.json");

/** What the app asks of a workspace, as it is given to Slack. */
export const readManifest = async (): Promise<Manifest> =>
  JSON.parse(await readFile(MANIFEST, "utf8")) as Manifest;
