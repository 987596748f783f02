import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import type { ClientConfig } from "pg";
import { SECOND_MS } from "../../kernel/clock.ts";
import { cutConnection } from "./cut-connection.ts";
import type { Work, WorkSignal } from "./work-signal.ts";

type Needs = {
  readonly connection: ClientConfig;
  /** Processes hear each other on the channel of their schema. */
  readonly channel: string;
};

type Signal = WorkSignal & { close(): void };

const WORK: readonly Work[] = ["jobs", "notices"];

/** Between two tries to connect. */
const FIRST_PAUSE_MS = SECOND_MS / 2;
const LONGEST_PAUSE_MS = 5 * SECOND_MS;

const ANSWER_MS = 2 * SECOND_MS;

/** How often the connection is asked whether it still stands: nothing else would show a half-open one. */
const ALIVE_MS = 10 * SECOND_MS;

/** Commits of a burst are told of together. */
const GATHER_MS = 20;

type Line = Needs & {
  /** Tells our own signals from those of others. */
  readonly me: string;
  readonly listeners: Set<(work: Work) => void>;
  readonly closing: AbortController;
  client?: Client;
};

/** LISTEN and NOTIFY over a connection of its own, opened when somebody wants to hear and again when it is lost. */
export function postgresSignal(needs: Needs): Signal {
  const line: Line = {
    ...needs,
    me: randomUUID(),
    listeners: new Set(),
    closing: new AbortController(),
  };
  let keeping: Promise<void> | undefined;
  return {
    send: gathered((work) => void tell(line, work)),
    onHeard(listener) {
      line.listeners.add(listener);
      keeping ??= keepListening(line);
      return () => {
        line.listeners.delete(listener);
      };
    },
    close() {
      line.closing.abort();
      hangUp(line);
    },
  };
}

/** The first at once, what follows within a moment together. */
function gathered(send: (work: readonly Work[]) => void): WorkSignal["send"] {
  const due = new Set<Work>();
  let pausing = false;
  const flush = () => {
    pausing = due.size > 0;
    if (!pausing) return;
    send([...due]);
    due.clear();
    setTimeout(flush, GATHER_MS).unref();
  };
  return (work) => {
    for (const one of work) due.add(one);
    if (!pausing) flush();
  };
}

/** Where nobody can be told now, the others find it when they look. */
async function tell({ channel, client, me }: Line, work: readonly Work[]): Promise<void> {
  await client
    ?.query("select pg_notify($1, $2)", [channel, [me, ...work].join(" ")])
    .catch(() => {});
}

async function keepListening(line: Line): Promise<void> {
  const { signal } = line.closing;
  let pauseMs = FIRST_PAUSE_MS;
  let missed: readonly Work[] = [];
  while (!signal.aborted) {
    try {
      const client = await listen(line);
      pauseMs = FIRST_PAUSE_MS;
      for (const work of missed) wake(line, work);
      // What is said while nobody listens is not said again.
      missed = WORK;
      await stayOn(line, client);
    } catch {
      // The pool tells of a database that is away; here it is only waited for.
    }
    hangUp(line);
    await sleep(pauseMs, undefined, { signal, ref: false }).catch(() => {});
    pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
  }
}

async function listen(line: Line): Promise<Client> {
  const client = new Client({ ...line.connection, query_timeout: ANSWER_MS });
  line.client = client;
  client.on("error", () => {});
  client.on("notification", ({ payload = "" }) => {
    const [from, ...work] = payload.split(" ");
    if (from === line.me) return;
    for (const one of WORK) if (work.includes(one)) wake(line, one);
  });
  await client.connect();
  await client.query(`listen ${client.escapeIdentifier(line.channel)}`);
  return client;
}

/** Never resolves; throws once the connection is lost, or the signal is closed. */
async function stayOn({ closing }: Line, client: Client): Promise<never> {
  const ended = new AbortController();
  client.on("end", () => ended.abort());
  const signal = AbortSignal.any([closing.signal, ended.signal]);
  for (;;) {
    await sleep(ALIVE_MS, undefined, { signal, ref: false });
    await client.query("select 1");
  }
}

function wake({ listeners }: Line, work: Work): void {
  for (const listener of listeners) listener(work);
}

/** Without waiting for the other side: it may be gone. */
function hangUp(line: Line): void {
  if (line.client !== undefined) cutConnection(line.client);
  delete line.client;
}
