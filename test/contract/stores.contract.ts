import { afterEach, describe } from "vitest";
import type { OpenTestStores, TestStores } from "../adapters/stores/open-test-stores.ts";
import type { Instant } from "../../src/kernel/clock.ts";
import { auditContract } from "./audit.contract.ts";
import { draftsContract } from "./drafts.contract.ts";
import { inboxContract } from "./inbox.contract.ts";
import { jobsContract } from "./jobs.contract.ts";
import { knowledgeContract } from "./knowledge.contract.ts";
import { outboxContract } from "./outbox.contract.ts";
import { questionsContract } from "./questions.contract.ts";
import { ticketsContract } from "./tickets.contract.ts";

/** A clock that only moves when it is told to. */
export type HandClock = { at: Instant; forward(ms: number): void };

export type Opened = TestStores & {
  readonly clock: HandClock;
  /** What the stores said to whoever runs them. */
  readonly oddities: readonly string[];
};
export type Open = () => Promise<Opened>;

const START = Date.UTC(2026, 10, 3, 12) as Instant;

/** What every database must do for the desk: one suite, run against each. */
export function storesContract(openTestStores: OpenTestStores): void {
  const opened: Opened[] = [];
  const open: Open = async () => {
    const clock: HandClock = {
      at: START,
      forward: (ms) => {
        clock.at = (clock.at + ms) as Instant;
      },
    };
    const oddities: string[] = [];
    const onOddity = (what: string) => void oddities.push(what);
    const stores = await openTestStores({ clock: () => clock.at, onOddity });
    const one = { ...stores, clock, oddities };
    opened.push(one);
    return one;
  };
  afterEach(async () => {
    for (const one of opened.splice(0)) await one.close();
  });
  describe("tickets", () => {
    ticketsContract(open);
  });
  describe("jobs", () => {
    jobsContract(open);
  });
  describe("inbox", () => {
    inboxContract(open);
  });
  describe("outbox", () => {
    outboxContract(open);
  });
  describe("questions", () => {
    questionsContract(open);
  });
  describe("knowledge", () => {
    knowledgeContract(open);
  });
  describe("drafts", () => {
    draftsContract(open);
  });
  describe("audit", () => {
    auditContract(open);
  });
}
