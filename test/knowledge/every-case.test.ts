import { expect, test } from "vitest";
import type { Locale } from "../../src/kernel/locale.ts";
import type { Environment, Plan } from "../../src/kernel/product.ts";
import { ENVIRONMENTS, PLANS } from "../../src/kernel/product.ts";
import { answerQuestion } from "../../src/knowledge/answer-question.ts";
import { OURS } from "./support/our-knowledge.ts";

const ask = answerQuestion(OURS);

const PLAN_WORDS: Readonly<Record<Plan, string>> = {
  starter: "Starter",
  pro: "Pro",
  "pro-legacy": "Pro Legacy",
};

const PLACE_WORDS: Readonly<Record<Locale, Readonly<Record<Environment, string>>>> = {
  en: { integration: "integration", staging: "stage", production: "prod" },
  fr: { integration: "l'intégration", staging: "la préprod", production: "la production" },
  nl: { integration: "integratie", staging: "de stagingomgeving", production: "productie" },
  sv: { integration: "integrationsmiljön", staging: "stagingmiljön", production: "produktionen" },
};

const TEMPLATES: readonly (readonly [action: string, locale: Locale, template: string])[] = [
  ["manual-snapshot", "en", "can I take a snapshot of {env} by hand on {plan}?"],
  ["manual-snapshot", "fr", "peut-on faire un instantané manuel de {env} en {plan} ?"],
  ["manual-snapshot", "nl", "mogen we zelf een momentopname maken van {env} op {plan}?"],
  ["manual-snapshot", "sv", "får vi själva ta en ögonblicksbild av {env} på {plan}?"],
  ["automatic-snapshot", "en", "is {env} on {plan} backed up automatically?"],
  ["automatic-snapshot", "fr", "{env} en {plan}, c'est sauvegardé automatiquement ?"],
  ["automatic-snapshot", "nl", "wordt {env} op {plan} vanzelf geback-upt?"],
  ["automatic-snapshot", "sv", "säkerhetskopieras {env} på {plan} av sig själv?"],
  ["restore", "en", "can we restore {env} from a snapshot on {plan}?"],
  ["restore", "fr", "peut-on restaurer {env} à partir d'un instantané en {plan} ?"],
  ["restore", "nl", "kunnen we {env} terugzetten vanuit een momentopname op {plan}?"],
  ["restore", "sv", "kan vi återställa {env} från en ögonblicksbild på {plan}?"],
  ["restore-by-support", "en", "will support restore the database of {env} for us on {plan}?"],
  [
    "restore-by-support",
    "fr",
    "le support restaure-t-il la base de {env} à notre place en {plan} ?",
  ],
  ["restore-by-support", "nl", "zet support de database van {env} voor ons terug op {plan}?"],
  ["restore-by-support", "sv", "återställer supporten databasen för {env} åt oss på {plan}?"],
  ["snapshot-on-demand", "en", "can support take a snapshot of {env} on request on {plan}?"],
  [
    "snapshot-on-demand",
    "fr",
    "le support peut-il prendre un instantané de {env} à la demande en {plan} ?",
  ],
  [
    "snapshot-on-demand",
    "nl",
    "kan support op verzoek een momentopname maken van {env} op {plan}?",
  ],
  ["snapshot-on-demand", "sv", "kan supporten ta en ögonblicksbild av {env} på begäran på {plan}?"],
  ["scheduled-snapshot", "en", "can I schedule snapshots of {env} with cron on {plan}?"],
  ["scheduled-snapshot", "fr", "puis-je planifier des instantanés de {env} avec cron en {plan} ?"],
  ["scheduled-snapshot", "nl", "kan ik momentopnamen van {env} inplannen met cron op {plan}?"],
  ["scheduled-snapshot", "sv", "kan jag schemalägga ögonblicksbilder av {env} med cron på {plan}?"],
  ["download", "en", "can I download a snapshot of {env} on {plan}?"],
  ["download", "fr", "puis-je télécharger un instantané de {env} en {plan} ?"],
  ["download", "nl", "kan ik een momentopname van {env} downloaden op {plan}?"],
  ["download", "sv", "kan jag ladda ner en ögonblicksbild av {env} på {plan}?"],
  ["database-dump", "en", "can I dump the database of {env} on {plan}?"],
  ["database-dump", "fr", "puis-je faire un dump de la base de {env} en {plan} ?"],
  ["database-dump", "nl", "kan ik een databasedump maken van {env} op {plan}?"],
  ["database-dump", "sv", "kan jag göra en databasdump av {env} på {plan}?"],
  ["delete-snapshot", "en", "can I delete a snapshot of {env} on {plan}?"],
  ["delete-snapshot", "fr", "puis-je supprimer un instantané de {env} en {plan} ?"],
  ["delete-snapshot", "nl", "kan ik een momentopname van {env} verwijderen op {plan}?"],
  ["delete-snapshot", "sv", "kan jag radera en ögonblicksbild av {env} på {plan}?"],
  ["list-snapshots", "en", "can I list the snapshots of {env} on {plan}?"],
  ["list-snapshots", "fr", "puis-je lister les instantanés de {env} en {plan} ?"],
  ["list-snapshots", "nl", "kan ik de momentopnamen van {env} op {plan} oplijsten?"],
  ["list-snapshots", "sv", "kan jag lista ögonblicksbilderna av {env} på {plan}?"],
];

const CASES = TEMPLATES.flatMap(([action, locale, template]) =>
  PLANS.flatMap((plan) =>
    ENVIRONMENTS.map((environment) => {
      const words = template
        .replace("{env}", PLACE_WORDS[locale][environment])
        .replace("{plan}", PLAN_WORDS[plan]);
      return { words, action, locale, plan, environment };
    }),
  ),
);

test.each(CASES)("answerQuestion() says of every case what its cell says: $words", (one) => {
  const { words, action, locale, plan, environment } = one;
  const cell = OURS.cellFor({ product: "commerce-cloud", action, plan, environment });
  const { topic, verdict, locale: spoken } = ask({ words });
  expect({ topic, verdict, spoken }).toEqual({
    topic: { product: "commerce-cloud", plan, environment, action },
    verdict: cell?.verdict,
    spoken: locale,
  });
});
