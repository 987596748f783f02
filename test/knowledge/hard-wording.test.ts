import { expect, test } from "vitest";
import type { Topic } from "../../src/knowledge/answer.ts";
import { answerQuestion } from "../../src/knowledge/answer-question.ts";
import { unsaid } from "../../src/knowledge/answer/unsaid.ts";
import { ageIn } from "../../src/knowledge/question/age-in.ts";
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

/** What must never be answered by a yes that belongs to another question. */
test.each<[what: string, words: string, action: string, verdict: string]>([
  [
    "taking one before the launch",
    "may we take a snapshot of Pro production right before go-live?",
    "manual-snapshot",
    "no",
  ],
  [
    "an age beside the wish to go back",
    "snapshoten av starter staging är tolv dagar gammal, kan jag gå tillbaka till den?",
    "restore-after-retention",
    "no",
  ],
  [
    "an age without a word for old",
    "un snapshot starter de 12 jours, c'est fini ?",
    "restore-after-retention",
    "no",
  ],
  [
    "two environments and a way between them",
    "mag een Starter snapshot van productie op staging teruggezet worden?",
    "restore-elsewhere",
    "only-if",
  ],
  [
    "support, and only a condition on oneself",
    "skulle supporten återställa Starter-staging om vi inte kan?",
    "restore-by-support",
    "not-documented",
  ],
  [
    "seeing in the console what is automatic",
    "kan je de automatische snapshots van Pro staging niet zien in de console?",
    "list-snapshots",
    "no",
  ],
  [
    "a copy to be had on a disk of one's own",
    "peut-on garder un snapshot sur notre NAS ?",
    "download",
    "no",
  ],
  [
    "the plan of now, not of then",
    "wij zaten op Starter en nu op Pro, kan ik prod nog handmatig snapshotten?",
    "manual-snapshot",
    "no",
  ],
  [
    "an environment only compared",
    "does Pro integration get nightly snapshots like production?",
    "automatic-snapshot",
    "no",
  ],
  [
    "an environment ruled out",
    "can we snapshot Pro integration by hand, not staging?",
    "manual-snapshot",
    "yes",
  ],
  [
    "nobody does, unless we do",
    "aucun snapshot de la staging Starter si on le fait pas nous-mêmes ?",
    "automatic-snapshot",
    "no",
  ],
  [
    "French without apostrophes",
    "lintégration Pro, snapshot manuel possible ?",
    "manual-snapshot",
    "yes",
  ],
])("answerQuestion() says no wrong yes to %s", (_what, words, action, verdict) => {
  const answer = ask({ words });
  expect([answer.topic.action, answer.verdict]).toEqual([action, verdict]);
});

test.each([
  "did anybody snapshot Pro production today?",
  "heeft iemand Pro staging vandaag al geback-upt?",
  "kördes snapshoten kl 15 på Pro produktion?",
  "comment prendre un snapshot de ma VM Azure ?",
])("answerQuestion() has no rule for what happened or for strangers: %s", (words) => {
  expect(["unknown", "out-of-scope"]).toContain(ask({ words }).kind);
});

test.each([
  "Pro staging got wiped, need it as it was on 2026-11-19 at 22:15 CET",
  "svp ramenez la production Pro au 18 novembre 9h30 heure de Paris",
  "Kan nån lägga tillbaka Pro staging som den var 16 november 2026 kl 11.30 UTC?",
  "onze Pro database moet terug naar vanochtend 6:30, productie",
])("answerQuestion() hears the wish to restore in: %s", (words) => {
  expect(ask({ words }).kind).toBe("restore-request");
});

test.each<[text: string, days: number | undefined]>([
  ["a snapshot from three weeks ago", 21],
  ["de snapshot van 12 dagen terug", 12],
  ["un snapshot de 10 jours", 10],
  ["tog den forra manaden", 30],
  ["a fortnight old", 14],
  ["how long does a 3 day old one live", 3],
  ["they are kept for 7 days", undefined],
])("ageIn() reads how old %s is", (text, days) => {
  expect(ageIn(text)).toBe(days);
});
