import { expect, test } from "vitest";
import type { Asked, Topic } from "../../src/knowledge/answer.ts";
import { answerQuestion } from "../../src/knowledge/answer-question.ts";
import { provenBy } from "../../src/knowledge/policy/check-evidence.ts";
import { wayBackFor } from "../../src/knowledge/way-back.ts";
import { knowledgeOf, sourceFile } from "./support/small-corpus.ts";
import { OURS } from "./support/our-knowledge.ts";

const ask = answerQuestion(OURS);
const said = (words: string, more: Partial<Asked> = {}) => ask({ words, ...more });

test.each<[words: string, locale: string, verdict: string, action: string]>([
  ["Can I back up Pro staging?", "en", "no", "manual-snapshot"],
  ["So I can't take a snapshot of Pro production by hand, right?", "en", "no", "manual-snapshot"],
  ["our shop is on Starter, may we snapshot prod ourselves", "en", "yes", "manual-snapshot"],
  ["is stage on Pro backed up every night?", "en", "yes", "automatic-snapshot"],
  ["are stage and prod on Pro snapshotted before go-live too", "en", "yes", "automatic-snapshot"],
  ["can Adobe put the database back for us on Pro production?", "en", "no", "restore-by-support"],
  [
    "could the support team create an extra snapshot of Pro staging",
    "en",
    "no",
    "snapshot-on-demand",
  ],
  [
    "I want a copy of the Pro production db as of last Tuesday, how?",
    "en",
    "via-ticket",
    "retrieve",
  ],
  ["may I delete an old snapshot on Starter", "en", "only-if", "delete-snapshot"],
  ["Pro Legacy: is staging backed up automatically?", "en", "not-documented", "automatic-snapshot"],
  ["Puis-je sauvegarder la préproduction Pro ?", "fr", "no", "manual-snapshot"],
  [
    "environnement d'evaluation en pro, sauvegarde manuelle possible",
    "fr",
    "no",
    "manual-snapshot",
  ],
  ["plan de démarrage : je restaure la prod moi-même ?", "fr", "yes", "restore"],
  [
    "une tâche cron peut-elle sauvegarder la prod Pro chaque nuit ?",
    "fr",
    "no",
    "scheduled-snapshot",
  ],
  ["restaurer va-t-il modifier mon code ?", "fr", "no", "restore-changes-code"],
  ["puis-je rapatrier un instantané sur mon poste ?", "fr", "no", "download"],
  ["Kan ik Pro staging back-uppen?", "nl", "no", "manual-snapshot"],
  ["handsteun van Opvoeren op Pro, kan dat?", "nl", "no", "manual-snapshot"],
  [
    "worden staging- en productieomgevingen op Pro vanzelf geback-upt?",
    "nl",
    "yes",
    "automatic-snapshot",
  ],
  [
    "kan ik een drie weken oude momentopname van Starter nog terugzetten?",
    "nl",
    "no",
    "restore-after-retention",
  ],
  ["zitten onze modules en git in de momentopname?", "nl", "no", "code-in-snapshot"],
  ["gaat de winkel plat tijdens een databasedump?", "nl", "yes", "dump-maintenance-mode"],
  ["Kan jag säkerhetskopiera Pro staging?", "sv", "no", "manual-snapshot"],
  ["kan man sakerhetskopiera integrationsmiljon i pro", "sv", "yes", "manual-snapshot"],
  [
    "säkerhetskopieras mellanlagrings- och produktionsmiljöer i Pro av sig själva?",
    "sv",
    "yes",
    "automatic-snapshot",
  ],
  ["kan vi dumpa pro-produktionsdatabasen själva", "sv", "yes", "database-dump"],
  ["kan jag lista ögonblicksbilderna av Pro-produktionen?", "sv", "no", "list-snapshots"],
  [
    "inaktiv gren på starter, går den att säkerhetskopiera?",
    "sv",
    "no",
    "snapshot-inactive-environment",
  ],
  ["can I take a manual snapshot of the database on Pro production", "en", "no", "manual-snapshot"],
  ["can I back up only the database on Starter?", "en", "yes", "database-dump"],
])("answerQuestion() answers %j", (words, locale, verdict, action) => {
  const answer = said(words);
  expect([answer.locale, answer.kind, answer.verdict, answer.topic.action]).toEqual([
    locale,
    "verdict",
    verdict,
    action,
  ]);
  expect(answer.citations.length).toBeGreaterThan(0);
  for (const { slug, anchor, locale: own, quote } of answer.citations) {
    const found = OURS.section(slug, anchor, own);
    expect(found !== undefined && provenBy(found.section, quote)).toBe(true);
    expect(own).toBe(locale);
  }
});

test.each([
  ["the prodution on starter, autmatic backups?", "no"],
  ["snapshto of pro staging by hand?", "no"],
  ["sauvegrade manuelle de la prodution pro ?", "no"],
  ["momentopnmae van pro prodcutie handmatig?", "no"],
  ["sakerhetskpia av pro produktoin manuellt?", "no"],
])("answerQuestion() survives slips of the finger: %j", (words, verdict) => {
  expect(said(words).verdict).toBe(verdict);
});

test.each<[words: string, missing: readonly string[]]>([
  ["can I back up staging?", ["plan"]],
  ["comment restaurer la production depuis une sauvegarde", ["plan"]],
  ["we hebben Pro, kan ik een momentopname maken?", ["environment"]],
  ["hur länge sparas säkerhetskopiorna", ["plan", "environment"]],
  ["is live backed up automatically?", ["plan", "environment"]],
])("answerQuestion() asks back what is missing: %j", (words, missing) => {
  const answer = said(words);
  expect([answer.kind, answer.askBack, answer.verdicts]).toEqual(["ask-back", missing, []]);
  expect(answer.choices?.map(({ value }) => value)).toContain("unknown");
});

test.each([
  "can I download a snapshot?",
  "comment faire un dump de la base ?",
  "zit de code in een momentopname?",
  "sätter db-dump butiken i underhållsläge?",
  "does restoring change my code?",
])("answerQuestion() asks nothing back where all plans say the same: %j", (words) => {
  expect(said(words).kind).toBe("verdict");
});

test("answerQuestion() tells environments that differ apart, without one verdict for all", () => {
  const answer = said("can I take snapshots of staging and integration on Pro?");
  expect(answer.verdict).toBeUndefined();
  expect(answer.verdicts.map(({ environment, verdict }) => [environment, verdict])).toEqual([
    ["integration", "yes"],
    ["staging", "no"],
  ]);
});

test("answerQuestion() takes an environment that is denied for not meant", () => {
  expect(said("on Pro, can I snapshot not staging but integration?").verdict).toBe("yes");
});

test("answerQuestion() gives all verdicts side by side to who is not sure of the plan", () => {
  const known: Topic = { environment: "staging", action: "manual-snapshot" };
  const clicked = said("can I back up staging?", { known, unsure: ["plan"] });
  const typed = said("I don't know", { known });
  for (const answer of [clicked, typed]) {
    expect(answer.verdicts.map(({ plan, verdict }) => [plan, verdict])).toEqual([
      ["starter", "yes"],
      ["pro", "no"],
      ["pro-legacy", "not-documented"],
    ]);
  }
});

test("answerQuestion() keeps what the thread established, and says what it assumed", () => {
  const known: Topic = { plan: "pro", environment: "staging", action: "manual-snapshot" };
  const next = said("en integratie?", { known });
  expect([next.locale, next.verdict, next.assumed]).toEqual(["nl", "yes", { plan: "pro" }]);
  const again = said("kan ik die terugzetten?", { known: { ...known, ...next.topic } });
  expect([again.topic.action, again.assumed]).toEqual([
    "restore",
    { plan: "pro", environment: "integration" },
  ]);
});

test("answerQuestion() takes a typed choice like a clicked one", () => {
  const known: Topic = { environment: "staging", action: "manual-snapshot" };
  const typed = said("Pro", { known, fallbackLocale: "sv" });
  const clicked = said("kan jag säkerhetskopiera staging?", { known: { ...known, plan: "pro" } });
  expect(typed.text).toBe(clicked.text);
});

test.each([
  [
    "Please roll Pro production back to Tuesday 17 November 09:15 CET, all prices are gone",
    "via-ticket",
  ],
  ["bonjour, il nous faut l'instantané d'hier 14h de la staging pro, merci", "via-ticket"],
  ["maandag 16 november 10:00 productie pro terugzetten aub", "via-ticket"],
  ["vår starter integration är trasig, lägg tillbaka den till i morse kl 8 UTC tack", "yes"],
])("answerQuestion() recognises a restore wish: %j", (words, verdict) => {
  const answer = said(words);
  expect([answer.kind, answer.verdict]).toEqual(["restore-request", verdict]);
});

test("answerQuestion() asks for the plan of a restore wish first", () => {
  expect(said("could you restore production to 2026-11-15 06:00 UTC?").askBack).toEqual(["plan"]);
});

test.each([
  "how do I back up my MongoDB Atlas cluster",
  "hoe back-up ik mijn Nextcloud",
  "how do I clear the varnish cache on staging",
  "pouvez-vous augmenter la limite mémoire php en prod pro",
  "did our nightly snapshot fail?",
  "vad kostar det att uppgradera till Pro",
  "what's the weather tomorrow",
  "qui a lancé la dernière mise en prod chez nous",
])("answerQuestion() stays out of what it does not know: %j", (words) => {
  const answer = said(words);
  expect(["unknown", "out-of-scope"]).toContain(answer.kind);
  expect([answer.verdict, answer.citations]).toEqual([undefined, []]);
});

test.each<[words: string, slug: string]>([
  ["what is stored in a snapshot", "what-a-snapshot-holds"],
  ["de quels droits ai-je besoin pour lancer une sauvegarde ?", "roles-and-permissions"],
  ["hoe lang duurt het herstellen van een database van 100 GB op Starter?", "restore-durations"],
  ["hur importerar jag dumpen som supporten lagt på servern", "import-a-retrieved-snapshot"],
  ["we have no backup at all, how do we get back to a clean state", "restore-without-a-backup"],
  ["the console shows no backup for pro staging, is something broken?", "no-backup-in-the-console"],
])("answerQuestion() quotes the right article for %j", (words, slug) => {
  const answer = said(words);
  expect(answer.kind).toBe("passages");
  expect([answer.citations[0]?.slug, answer.sections[0]?.slug]).toEqual([slug, slug]);
});

test.each([
  ["Can I create a recovery point on Pro production?", "commerce-cloud", true],
  ["is a recovery point a real backup in CloudMC?", "cloudmc", false],
  ["in CloudStack, does a volume snapshot keep the RAM of the VM?", "cloudmc", false],
])("answerQuestion() never mixes the products: %j", (words, product, fenced) => {
  const answer = said(words);
  const products = answer.citations.map(
    ({ slug, locale }) =>
      OURS.articles.find((one) => one.slug === slug && one.locale === locale)?.product,
  );
  expect(new Set(products)).toEqual(new Set([product]));
  expect(answer.fence !== undefined).toBe(fenced);
});

test("answerQuestion() takes master for production on Starter, and knows nothing of it on Pro", () => {
  expect(said("is master on starter backed up automatically?").topic.environment).toBe(
    "production",
  );
  expect(said("does the master branch on Pro get backed up").topic.action).toBe(
    "master-and-second-staging",
  );
});

test("answerQuestion() answers in the language asked for", () => {
  const answer = said("kan jag säkerhetskopiera Pro staging? in English please");
  expect([answer.locale, answer.verdict]).toEqual(["en", "no"]);
});

test("answerQuestion() gives every cell of the policy a question can reach a quote in every language", () => {
  for (const cell of OURS.cells) {
    const known: Topic = {
      product: cell.product,
      action: cell.action,
      ...(cell.plans[0] === undefined ? {} : { plan: cell.plans[0] }),
      ...(cell.environments[0] === undefined ? {} : { environment: cell.environments[0] }),
      ...(cell.objects[0] === undefined ? {} : { object: cell.objects[0] }),
    };
    for (const locale of ["en", "fr", "nl", "sv"] as const) {
      const answer = ask({ words: "?", locale, known });
      expect([cell.id, answer.verdict, answer.citations.length > 0]).toEqual([
        cell.id,
        cell.verdict,
        true,
      ]);
    }
  }
});

test("answerQuestion() answers a foreign corpus without a policy by its passages", () => {
  const ask2 = answerQuestion(
    knowledgeOf([
      sourceFile(
        "en/cache.md",
        "# Clear the cache\n\nRun the flush command to clear the varnish cache.\n",
      ),
      sourceFile("en/mail.md", "# Mail\n\nSet the sender address in the admin panel.\n"),
    ]),
  );
  const answer = ask2({ words: "how do I clear the varnish cache?" });
  expect([answer.kind, answer.citations[0]?.quote]).toEqual([
    "passages",
    "Run the flush command to clear the varnish cache.",
  ]);
  expect(ask2({ words: "what about the weather tomorrow?" }).citations).toEqual([]);
});

test.each([
  ["starter", "integration", "restore"],
  ["starter", "production", "restore"],
  ["pro", "integration", "restore"],
  ["pro", "staging", "retrieve"],
  ["pro", "production", "retrieve"],
  ["pro-legacy", "staging", "none"],
] as const)("wayBackFor() tells how %s %s comes back", (plan, environment, mode) => {
  const way = wayBackFor(OURS)({ product: "commerce-cloud", plan, environment });
  const documented = {
    restore: { mode, byCustomer: true },
    retrieve: { mode, schedule: { id: "pro-automatic" } },
    none: { mode },
  };
  expect(way).toMatchObject(documented[mode]);
  expect(way.cell).not.toBe("");
});
