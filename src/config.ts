import { join, resolve } from "node:path";
import { z } from "zod";
import type { BusinessHours } from "./desk/business-hours.ts";
import { HOUR_MS } from "./kernel/clock.ts";
import { LOCALES } from "./kernel/locale.ts";
import type { Locale } from "./kernel/locale.ts";
import { CHANNEL_MANNERS } from "./slack/knowledge/channel-manner.ts";
import type { ChannelManner, ChannelManners } from "./slack/knowledge/channel-manner.ts";

/** Where Slack is, and who we are there. `undefined` in `Config`: the local workspace stands in for it. */
export type SlackConfig = {
  readonly transport: "socket" | "http";
  readonly apiUrl: string;
  readonly botToken: string;
  readonly appToken?: string;
  readonly signingSecret?: string;
  readonly host: string;
  readonly port: number;
};

export type Config = {
  /** Everything the desk writes lies below it. */
  readonly data: string;
  readonly content: string;
  /** PostgreSQL, where it is set; else SQLite in the data folder. */
  readonly databaseUrl?: string;
  /** PostgreSQL as the owner of the tables, where that is another role. Used at the start only. */
  readonly ownerUrl?: string;
  readonly slack?: SlackConfig;
  readonly triageChannel: string;
  /** How the bot behaves in single channels, by their id. */
  readonly channels: ChannelManners;
  readonly staff: readonly string[];
  readonly approvers: readonly string[];
  /** Where knowledge writers are told what to look at; nowhere where it is missing. */
  readonly kbChannel?: string;
  readonly writers: readonly string[];
  /** The language of cards, reports and the staff's own lines. */
  readonly deskLocale: Locale;
  /** Page of the local workspace; 0 takes any free port. */
  readonly workspacePort: number;
  /** Health and metrics, on loopback. */
  readonly opsPort: number;
  /** The articles as pages, on loopback. */
  readonly articlesPort: number;
  /** Where the articles are published, if elsewhere: citations link there. */
  readonly articlesUrl?: string;
  readonly projects: string;
  readonly gapLimitMs: number;
  readonly hours: BusinessHours;
  /** Room kept beside the database for the day the disk is full; 0: none, and nothing is refused. */
  readonly ballastBytes: number;
  readonly logLevel: "debug" | "info" | "warn" | "error" | "silent";
};

/** What is wrong with the environment: every fault, in one go. */
export class ConfigError extends Error {
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(`Cannot start with this configuration:\n${faults.map((one) => `  ${one}`).join("\n")}`);
    this.name = "ConfigError";
    this.faults = faults;
  }
}

const port = (fallback: number) => z.coerce.number().int().min(0).max(65_535).default(fallback);
const list = z
  .string()
  .default("")
  .transform((text) => text.split(/[\s,]+/).filter((one) => one !== ""));
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "expected HH:mm");
const day = z.string().regex(/^\d{4}-\d\d-\d\d$/, "expected yyyy-MM-dd");
const postgres = z
  .string()
  .regex(/^postgres(?:ql)?:\/\//, "expected postgresql://…")
  .optional();
const id = (letters: string, what: string) =>
  z.string().regex(new RegExp(`^[${letters}][A-Z0-9]{2,}$`), `expected the id of ${what}`);

const Environment = z.object({
  SNAPDESK_DATA: z.string().default("data"),
  SNAPDESK_CONTENT: z.string().optional(),
  SNAPDESK_PROJECTS: z.string().optional(),
  SNAPDESK_LOG: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
  SNAPDESK_WORKSPACE_PORT: port(4040),
  SNAPDESK_OPS_PORT: port(4041),
  SNAPDESK_ARTICLES_PORT: port(4042),
  SNAPDESK_ARTICLES_URL: z
    .url()
    .transform((url) => url.replace(/\/+$/, ""))
    .optional(),
  SNAPDESK_BALLAST_MB: z.coerce.number().int().min(0).max(10_000).default(64),
  SNAPDESK_GAP_LIMIT_HOURS: z.coerce.number().positive().default(24),
  SNAPDESK_HOURS_ZONE: z.string().refine(isZone, "expected an IANA time zone").default("UTC"),
  SNAPDESK_HOURS_FROM: clock.default("09:00"),
  SNAPDESK_HOURS_TO: clock.default("17:00"),
  SNAPDESK_HOURS_WEEKDAYS: z
    .string()
    .regex(/^[1-7](?:,[1-7])*$/, "expected ISO weekdays such as 1,2,3,4,5")
    .default("1,2,3,4,5"),
  SNAPDESK_HOLIDAYS: list.pipe(z.array(day)),
  DATABASE_URL: postgres,
  DATABASE_OWNER_URL: postgres,
  SLACK_TRANSPORT: z.enum(["socket", "http"]).default("socket"),
  SLACK_API_URL: z.url().default("https://slack.com/api/"),
  SLACK_BOT_TOKEN: z.string().startsWith("xoxb-", "expected a bot token, xoxb-…").optional(),
  SLACK_APP_TOKEN: z.string().startsWith("xapp-", "expected an app token, xapp-…").optional(),
  SLACK_SIGNING_SECRET: z.string().min(8).optional(),
  SLACK_HOST: z.string().default("127.0.0.1"),
  SLACK_PORT: port(3000),
  SLACK_TRIAGE_CHANNEL: id("CG", "a channel").optional(),
  SLACK_CHANNELS: list.transform(readManners),
  SLACK_STAFF: list.pipe(z.array(id("UWS", "a user or a user group"))),
  SLACK_APPROVERS: list.pipe(z.array(id("UWS", "a user or a user group"))),
  SNAPDESK_KB_CHANNEL: id("CG", "a channel").optional(),
  SNAPDESK_KB_WRITERS: list.pipe(z.array(id("UWS", "a user or a user group"))),
  SNAPDESK_LANGUAGE: z.enum(LOCALES).default("en"),
});

type Environment = z.infer<typeof Environment>;

/**
 * Reads the configuration from environment variables; an empty one counts as absent.
 *
 * @throws ConfigError that names every fault
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const read = Environment.safeParse(present);
  if (!read.success) {
    throw new ConfigError(
      read.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`),
    );
  }
  const faults = faultsOfSlack(read.data);
  if (faults.length > 0) throw new ConfigError(faults);
  return configFrom(read.data);
}

function configFrom(env: Environment): Config {
  const data = resolve(env.SNAPDESK_DATA);
  const slack = slackFrom(env);
  return {
    data,
    content: resolve(env.SNAPDESK_CONTENT ?? join(import.meta.dirname, "../content")),
    ...(env.DATABASE_URL === undefined ? {} : { databaseUrl: env.DATABASE_URL }),
    ...(env.DATABASE_OWNER_URL === undefined ? {} : { ownerUrl: env.DATABASE_OWNER_URL }),
    ...(slack === undefined ? {} : { slack }),
    triageChannel: env.SLACK_TRIAGE_CHANNEL ?? LOCAL.triageChannel,
    channels: env.SLACK_CHANNELS,
    staff: slack === undefined ? LOCAL.staff : env.SLACK_STAFF,
    approvers: slack === undefined ? LOCAL.approvers : env.SLACK_APPROVERS,
    ...writersFrom(env, slack === undefined),
    deskLocale: env.SNAPDESK_LANGUAGE,
    workspacePort: env.SNAPDESK_WORKSPACE_PORT,
    opsPort: env.SNAPDESK_OPS_PORT,
    articlesPort: env.SNAPDESK_ARTICLES_PORT,
    ...(env.SNAPDESK_ARTICLES_URL === undefined ? {} : { articlesUrl: env.SNAPDESK_ARTICLES_URL }),
    projects: resolve(env.SNAPDESK_PROJECTS ?? join(data, "projects.yaml")),
    gapLimitMs: env.SNAPDESK_GAP_LIMIT_HOURS * HOUR_MS,
    hours: {
      zone: env.SNAPDESK_HOURS_ZONE,
      weekdays: env.SNAPDESK_HOURS_WEEKDAYS.split(",").map(Number),
      from: env.SNAPDESK_HOURS_FROM,
      to: env.SNAPDESK_HOURS_TO,
      holidays: env.SNAPDESK_HOLIDAYS,
    },
    ballastBytes: env.SNAPDESK_BALLAST_MB * MEGABYTE,
    logLevel: env.SNAPDESK_LOG,
  };
}

/** `C0ASK=every-question`, one for each channel. */
function readManners(pairs: readonly string[], context: z.RefinementCtx): ChannelManners {
  const manners: Record<string, ChannelManner> = {};
  for (const pair of pairs) {
    const [, channel, named] = /^([CG][A-Z0-9]{2,})=(.+)$/.exec(pair) ?? [];
    const manner = CHANNEL_MANNERS.find((one) => one === named);
    if (channel === undefined || manner === undefined) {
      const wanted = CHANNEL_MANNERS.map((one) => `C…=${one}`).join(", ");
      context.addIssue({ code: "custom", message: `"${pair}": expected ${wanted}` });
    } else manners[channel] = manner;
  }
  return manners;
}

const MEGABYTE = 1024 * 1024;

/** Who is who in the local workspace. */
const LOCAL = {
  triageChannel: "C0TRIAGE",
  staff: ["U0SAM", "U0INES", "U0OMAR"],
  approvers: ["U0OMAR", "U0INES"],
  kbChannel: "C0KB",
  writers: ["U0KIM"],
};

function writersFrom(env: Environment, local: boolean): Pick<Config, "kbChannel" | "writers"> {
  const channel = env.SNAPDESK_KB_CHANNEL ?? (local ? LOCAL.kbChannel : undefined);
  return {
    writers: local ? LOCAL.writers : env.SNAPDESK_KB_WRITERS,
    ...(channel === undefined ? {} : { kbChannel: channel }),
  };
}

function slackFrom(env: Environment): SlackConfig | undefined {
  if (env.SLACK_BOT_TOKEN === undefined) return undefined;
  return {
    transport: env.SLACK_TRANSPORT,
    apiUrl: env.SLACK_API_URL,
    botToken: env.SLACK_BOT_TOKEN,
    ...(env.SLACK_APP_TOKEN === undefined ? {} : { appToken: env.SLACK_APP_TOKEN }),
    ...(env.SLACK_SIGNING_SECRET === undefined ? {} : { signingSecret: env.SLACK_SIGNING_SECRET }),
    host: env.SLACK_HOST,
    port: env.SLACK_PORT,
  };
}

/** A bot token means Slack: then what its transport needs must be there too. */
function faultsOfSlack(env: Environment): string[] {
  const tokens = [env.SLACK_BOT_TOKEN, env.SLACK_APP_TOKEN, env.SLACK_SIGNING_SECRET];
  if (tokens.every((one) => one === undefined)) return [];
  const http = env.SLACK_TRANSPORT === "http";
  const wanted: readonly [name: string, value: unknown][] = [
    ["SLACK_BOT_TOKEN", env.SLACK_BOT_TOKEN],
    http
      ? ["SLACK_SIGNING_SECRET", env.SLACK_SIGNING_SECRET]
      : ["SLACK_APP_TOKEN", env.SLACK_APP_TOKEN],
    ["SLACK_TRIAGE_CHANNEL", env.SLACK_TRIAGE_CHANNEL],
    ["SLACK_STAFF", env.SLACK_STAFF[0]],
    ["SLACK_APPROVERS", env.SLACK_APPROVERS[0]],
  ];
  return wanted
    .filter(([, value]) => value === undefined)
    .map(([name]) => `${name}: needed for Slack over ${env.SLACK_TRANSPORT}`);
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
