import { expect, test } from "vitest";
import { answerQuestion } from "../../../src/knowledge/answer-question.ts";
import { OURS } from "../support/our-knowledge.ts";

const ask = answerQuestion(OURS);

/** A yes stays a yes, whatever is told around it. */
test.each<[what: string, words: string]>([
  ["a greeting", "Happy Friday! Can I take a snapshot of Starter staging?"],
  ["a greeting", "Joyeux lundi ! Puis-je prendre un instantané de la staging Starter ?"],
  ["a greeting", "Prettig weekend! Kan ik een momentopname maken van Starter staging?"],
  ["a greeting", "Glad midsommar! Kan jag ta en ögonblicksbild av Starter staging?"],
  [
    "a story of yesterday",
    "The florist renamed every bouquet yesterday. Can I take a snapshot of Starter production?",
  ],
  [
    "a story of yesterday",
    "Le fleuriste a renommé ses bouquets hier. Puis-je prendre un instantané de la production Starter ?",
  ],
  [
    "a story of yesterday",
    "De bloemist hernoemde gisteren alle boeketten. Kan ik een momentopname maken van Starter productie?",
  ],
  [
    "a story of yesterday",
    "Floristen döpte om alla buketter igår. Kan jag ta en ögonblicksbild av Starter produktion?",
  ],
  ["who asks", "our bookkeeper Zebedee wonders whether Pro staging is backed up automatically"],
  ["who asks", "notre trésorière demande si la staging Pro est sauvegardée automatiquement"],
  ["who asks", "onze penningmeester vraagt of staging op Pro automatisch wordt geback-upt"],
  ["who asks", "vår kassör undrar om staging på Pro säkerhetskopieras automatiskt"],
  ["who claims", "Zebedee insists that a cron job can take snapshots on Starter staging, can it?"],
  [
    "a denial that denies nothing asked",
    "No rush, I have never done this before. Can I restore Starter staging from yesterday's snapshot?",
  ],
  [
    "a denial that denies nothing asked",
    "Rien d'urgent, je ne sais pas trop. Puis-je restaurer la staging Starter depuis l'instantané d'hier ?",
  ],
  [
    "a denial that denies nothing asked",
    "Geen haast, ik weet het niet zeker. Kan ik Starter staging herstellen met de momentopname van gisteren?",
  ],
  [
    "a denial that denies nothing asked",
    "Ingen stress, jag vet inte riktigt. Kan jag återställa Starter staging från gårdagens ögonblicksbild?",
  ],
  ["a time to come", "by next Thursday I need a dump of the Pro production database, possible?"],
  ["a module that did it", "a module broke Starter staging, can I restore it from a snapshot?"],
  ["a module that did it", "j'ai cassé la staging Starter avec un module, je peux restaurer ?"],
  ["a module that did it", "staging op Starter is stuk door een module, mag ik herstellen?"],
  ["a module that did it", "en modul sabbade Starter staging, får jag återställa?"],
  ["a table that was lost", "The orders table got wiped. Can I restore Starter production myself?"],
  ["a story after it", "Can I snapshot Starter staging? The circus arrives tomorrow and I juggle."],
  ["a short question after a wish", "I want a manual snapshot of Pro integration. Doable?"],
  ["an import as the occasion", "Big import tonight, may I snapshot Starter production first?"],
  ["an import as the occasion", "Big import tonight, may I snapshot Pro integration first?"],
  [
    "a wish after a story",
    "Just joined the brass band. I want a manual snapshot of Pro integration. Doable?",
  ],
  ["a friend's environment", "can I take a snapshot of Zebedee's Starter staging by hand?"],
  ["a guess", "I gather one may take a snapshot of Starter staging?"],
  [
    "things that fail",
    "The stock doesn't add up. Can I restore Starter staging from yesterday's snapshot?",
  ],
  [
    "a day of something else",
    "Our magician quit on Tuesday. Can I dump the Pro production database?",
  ],
  [
    "words around the deed",
    "Starter integration, I have a snapshot from Monday, may I roll the environment back to it?",
  ],
  ["a deed of another clause", "Can I snapshot Starter staging before we migrate the brochures?"],
  ["a vague deed", "can I use the terminal to take a snapshot of Starter staging?"],
  [
    "who wishes",
    "The bank of our BLORP wants a dump of the Pro staging database. May we make that?",
  ],
  ["a fragment before it", "Two puzzles. Can I snapshot Starter production by hand?"],
  ["who asked", "At the picnic someone asked if Pro staging is backed up automatically. Is it?"],
  ["who did not know", "Nobody in the choir knew. Are backups of Pro prod automatic?"],
  [
    "who asked",
    "På picknicken undrade någon om Pro staging säkerhetskopieras automatiskt. Gör den det?",
  ],
  [
    "who asked",
    "Op de picknick vroeg iemand of Pro staging automatisch geback-upt wordt. Is dat zo?",
  ],
  ["what was typed as spoken", "jpeux faire un backup de l'intégration pro ?"],
])("answerQuestion() still says yes beside %s: %s", (_what, words) => {
  expect(ask({ words }).verdict).toBe("yes");
});

/** What is told may be a condition: then the rule is quoted, or another cell answers. */
test.each<[what: string, words: string]>([
  ["an environment that sleeps", "Our env dozes. Can I take a snapshot of Starter staging?"],
  [
    "an environment that sleeps",
    "Notre environnement dort depuis lundi. Je peux prendre un instantané de la staging Starter ?",
  ],
  [
    "an environment that sleeps",
    "Onze omgeving sluimert sinds maandag. Kan ik een momentopname maken van Starter staging?",
  ],
  [
    "an environment that sleeps",
    "Miljön slumrar sedan i måndags. Kan jag ta en ögonblicksbild av Starter staging?",
  ],
  ["rights withdrawn", "My rights were withdrawn. Can I take a snapshot of Starter staging?"],
  ["an old copy", "It was taken in spring. Can I restore Starter production from that snapshot?"],
  ["an old copy", "Puis-je restaurer la prod Starter ? L'instantané a été fait au printemps."],
  ["an old copy", "Kan ik Starter productie herstellen? De momentopname is van dit voorjaar."],
  ["an old copy", "Kan jag återställa Starter produktion? Ögonblicksbilden togs i våras."],
  ["a copy that is gone", "The snapshot was deleted. Can I restore Starter staging from it?"],
  ["a copy that is gone", "L'instantané a disparu. Puis-je restaurer la staging Starter ?"],
  ["a copy that is gone", "De momentopname is verdwenen. Kan ik Starter staging herstellen?"],
  ["a copy that is gone", "Ögonblicksbilden försvann. Kan jag återställa Starter staging?"],
  ["a plan one has left", "We left Starter in June. Can I snapshot production?"],
  ["a plan one has left", "Nous avons quitté Starter. Puis-je prendre un instantané de la prod ?"],
  ["a plan one has left", "We hebben Starter verlaten. Kan ik een snapshot van prod maken?"],
  ["a plan one has left", "Vi har lämnat Starter. Kan jag ta en ögonblicksbild av produktionen?"],
  ["a part wanted", "Can I take a snapshot of Starter production? I only want the orders in it."],
  ["a demand on it", "Can I take a snapshot of Starter production? It must outlive the summer."],
  ["a demand on it", "Je peux sauvegarder la prod Starter à la main ? Il doit tenir tout l'été."],
  ["a demand on it", "Kan ik Starter productie zelf back-uppen? Die moet de zomer meegaan."],
  ["a demand on it", "Kan jag själv säkerhetskopiera Starter prod? Den måste hålla sommaren ut."],
  ["a question about the copy", "I have a Starter staging snapshot. Can I mail it to an agency?"],
  ["a fragment after it", "can I take a snapshot of Starter production, gift-wrapped?"],
  ["a copy that is gone", "can I restore Starter staging from a deleted snapshot?"],
  [
    "an environment that is gone",
    "the env was deleted this morning. Can I restore Starter staging from yesterday's snapshot?",
  ],
  ["a habit hung on an event", "before each deploy, is Pro production automatically backed up?"],
  ["a denied habit", "My boss says that Pro production is never backed up automatically. Right?"],
  ["a habit hung on an event", "is Pro production automatically backed up before each deploy?"],
  ["rights that only others have", "Only Zoe may do that, but can I restore Starter staging?"],
  ["a role assumed", "Say I'm a mere viewer: may I take a snapshot of Starter staging?"],
  ["a role assumed", "Stel dat ik alleen lezer ben: mag ik Starter staging snapshotten?"],
  ["the opposite asked", "Would it be wrong to take a manual snapshot of Starter staging?"],
  ["a tool by its name", "can I snapshot Starter production with Zorbix?"],
  ["a place by its name", "may I push a Starter staging snapshot to Zorbix?"],
  ["another deed done to it", "can we migrate a Starter staging snapshot?"],
  ["another deed done to it", "peut-on archiver un instantané de la staging Starter ?"],
  ["another deed done to it", "mogen we een momentopname van Starter staging wijzigen?"],
  ["another deed done to it", "får vi använda en ögonblicksbild av Starter staging?"],
  ["another deed before it", "can we debug what creates a Starter staging snapshot?"],
  ["a claim behind it", "can we lock a Starter snapshot as our lawyer says that"],
  ["a fragment before it", "Brochures only. Can I snapshot Starter production?"],
  ["the console of Pro", "Can I list the snapshots of Pro integration in the console?"],
])("answerQuestion() says no yes beside %s: %s", (_what, words) => {
  expect(ask({ words }).verdict).not.toBe("yes");
});

test("answerQuestion() takes two environments at the same time for no number of snapshots", () => {
  const words = "on Pro, a snapshot of integration and of production at the same time, can I?";
  expect(ask({ words }).topic.action).toBe("manual-snapshot");
});

test("answerQuestion() tells how code goes back where a module is to blame", () => {
  const { text, topic } = ask({
    words: "I broke Starter staging with a module, may I restore it?",
  });
  expect(topic.action).toBe("restore");
  expect(text).toContain("git revert");
});

test.each<[words: string, action: string]>([
  ["does my module come back too if I restore Pro integration?", "restore-changes-code"],
  ["om jag återställer Starter staging, försvinner då modulkoden?", "restore-changes-code"],
  ["a cron job that takes a snapshot of Starter prod, ok?", "scheduled-snapshot"],
  ["un cron qui fait un instantané de la prod Starter, ça passe ?", "scheduled-snapshot"],
  ["three old snapshots on Starter staging annoy me. May I delete them?", "delete-snapshot"],
  [
    "een snapshot van Starter prod van een week of drie oud, terugzetten?",
    "restore-after-retention",
  ],
])("answerQuestion() hears what %s is about", (words, action) => {
  expect(ask({ words }).topic.action).toBe(action);
});
