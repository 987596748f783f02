import { expect, test } from "vitest";
import type { Topic } from "../../src/knowledge/answer.ts";
import { answerQuestion } from "../../src/knowledge/answer-question.ts";
import { unsaid } from "../../src/knowledge/answer/unsaid.ts";
import { OURS } from "./support/our-knowledge.ts";

const ask = answerQuestion(OURS);

test.each<[what: string, words: string, action: string, verdict: string]>([
  [
    "may I, beside what is automatic",
    "Backups of Pro prod are automatic, but may I also make one manually?",
    "manual-snapshot",
    "no",
  ],
  [
    "a passive that is done by hand",
    "Kan integrationen säkerhetskopieras för hand i Pro?",
    "manual-snapshot",
    "yes",
  ],
  [
    "a duty, not a favour",
    "Starter staging : Adobe s'occupe des sauvegardes, non ?",
    "automatic-snapshot",
    "no",
  ],
  [
    "doing without support",
    "Kan een Starter-winkel productie herstellen zonder Adobe?",
    "restore",
    "yes",
  ],
  [
    "the way through support",
    "Restore of Pro staging: self service or via support?",
    "restore",
    "via-ticket",
  ],
  ["live as production", "we zitten op Pro, kan ik live backuppen?", "manual-snapshot", "no"],
  [
    "an import by support",
    "Importerar supporten databasen åt oss i Pro-produktion?",
    "restore-by-support",
    "no",
  ],
  [
    "a list of what nobody sees",
    "puis-je voir la liste des instantanés automatiques de la prod Pro ?",
    "list-snapshots",
    "no",
  ],
  ["a disk as a place to put it", "can I download a snapshot onto a USB disk?", "download", "no"],
])("answerQuestion() hears %s", (_what, words, action, verdict) => {
  const answer = ask({ words });
  expect([answer.topic.action, answer.verdict]).toEqual([action, verdict]);
});

test.each([
  "Can I cancel a restore that is running?",
  "wat is de maximale grootte van een momentopname?",
  "restaurer un produit supprimé",
  "återställ mitt lösenord",
  "write a joke about snapshots",
  "comment faire un snapshot de mon instance RDS",
])("answerQuestion() has no passage for %s", (words) => {
  expect(["unknown", "out-of-scope"]).toContain(ask({ words }).kind);
});

test.each<[words: string, known: Topic, action: string]>([
  [
    "et le support le fait ?",
    { plan: "pro", environment: "production", action: "restore" },
    "restore-by-support",
  ],
  [
    "how long does it take?",
    { plan: "starter", environment: "staging", action: "restore" },
    "duration",
  ],
  [
    "en handmatig?",
    { plan: "pro", environment: "integration", action: "automatic-snapshot" },
    "manual-snapshot",
  ],
])("answerQuestion() hears in a thread what %s is about", (words, known, action) => {
  expect(ask({ words, known }).topic.action).toBe(action);
});

test("answerQuestion() shows conditions and steps with a single verdict", () => {
  const [verdict] = ask({ words: "how do I restore Starter production?" }).verdicts;
  expect(verdict?.text).toMatch(/7 days[^]*What must hold:[^]*Stored/);
});

test("answerQuestion() gives the same quote of a section once", () => {
  const { citations } = ask({ words: "how do I restore Starter production?" });
  const quotes = citations.map(({ slug, anchor, quote }) => `${slug}#${anchor} ${quote}`);
  expect(new Set(quotes).size).toBe(quotes.length);
});

test("unsaid() drops a sentence whose every word was said", () => {
  expect(unsaid("Take it yourself. Open the view.", "You take it, by yourself.")).toBe(
    "Open the view.",
  );
});
