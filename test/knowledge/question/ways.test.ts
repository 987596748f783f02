import { expect, test } from "vitest";
import { answerQuestion } from "../../../src/knowledge/answer-question.ts";
import { OURS } from "../support/our-knowledge.ts";

const ask = answerQuestion(OURS);

/** The way something is done, where it changes no answer. */
test.each<[what: string, words: string]>([
  ["a way asked for", "any way to trigger a snapshot of Starter staging from the terminal"],
  ["a way asked for", "la CLI permet de faire un instantané de la staging Starter ?"],
  [
    "a way asked for",
    "is er een manier om in de console een snapshot van Starter staging te maken",
  ],
  ["a way asked for", "finns det något sätt att ta en snapshot av Starter staging i konsolen"],
  ["a command that works", "does snapshot:create work on Starter production"],
  ["a command that works", "snapshot:restore sur l'intégration Pro, ça marche ?"],
  ["a command that works", "werkt snapshot:create op Starter productie"],
  ["a command that works", "funkar snapshot:create på Starter produktion"],
  ["who runs the command", "can a GitLab pipeline run snapshot:create on Pro integration"],
  [
    "who runs the command",
    "un pipeline GitLab peut-il lancer snapshot:create sur l'intégration Pro",
  ],
  ["who runs the command", "mag onze Jenkins pipeline snapshot:create draaien op Pro integratie"],
  ["who runs the command", "kan vår Jenkins-pipeline köra snapshot:create på Pro integration"],
  ["where the command runs", "can i snapshot Starter staging from my laptop with an API token"],
  [
    "where the command runs",
    "puis-je sauvegarder la staging Starter depuis mon poste avec un token API",
  ],
  [
    "where the command runs",
    "kan ik Starter staging back-uppen vanaf mijn laptop met een API-token",
  ],
  [
    "where the command runs",
    "kan jag ta en snapshot av Starter staging från min dator med en API-token",
  ],
  ["the role it takes", "as project admin, can i take a snapshot of Starter staging"],
  ["the role it takes", "avec le rôle admin, puis-je faire un instantané de la staging Starter"],
  ["the role it takes", "mag ik als beheerder een snapshot van Starter staging maken"],
  ["the role it takes", "kan en konsult med adminroll ta en snapshot av Starter staging"],
  ["the hour", "can i back up Starter production manually during office hours"],
  ["the hour", "puis-je sauvegarder moi-même la production Starter pendant les heures de bureau"],
  ["the hour", "kan ik Starter productie zelf back-uppen tijdens kantooruren"],
  ["the hour", "kan jag själv ta backup av Starter produktion under kontorstid"],
  ["a mishap", "can i restore Starter staging from our latest snapshot after a failed import"],
  [
    "a mishap",
    "puis-je restaurer la staging Starter avec le dernier instantané après un import raté",
  ],
  ["a mishap", "kan ik Starter staging herstellen met de laatste snapshot na een mislukte import"],
  [
    "a mishap",
    "kan jag återställa Starter staging från senaste snapshoten efter en misslyckad import",
  ],
  ["a shop under construction", "can i snapshot Pro integration while it is under construction"],
  [
    "a shop under construction",
    "on peut faire un snapshot de l'intégration Pro si le site n'est pas en ligne",
  ],
  ["a shop under construction", "kan ik Pro integratie back-uppen voor de lancering"],
  ["a shop under construction", "kan jag ta en snapshot av Pro integration före lanseringen"],
  ["a look at them", "may I look at the snapshots of Starter staging"],
  ["a look at them", "la console affiche-t-elle les instantanés de la staging Starter ?"],
  ["a look at them", "kan ik de momentopnamen van Starter staging bekijken"],
  ["a look at them", "syns snapshots för Starter staging i konsolen"],
  ["round the clock", "does Pro staging make snapshots around the clock"],
  ["round the clock", "la plateforme sauvegarde-t-elle la production Pro jour et nuit ?"],
  ["round the clock", "maakt het platform dag en nacht back-ups van Pro staging"],
  ["round the clock", "tar plattformen snapshots av Pro produktion dygnet runt"],
  [
    "what comes next",
    "puis-je prendre un instantané de la staging Starter avant de toucher au code",
  ],
  ["what comes next", "can I snapshot Starter staging so we can roll back the code change"],
  [
    "a day gone by",
    "our intern broke Starter staging, can she bring it back with mondays snapshot",
  ],
  ["the day of the event", "can i take a snapshot of Starter prod before the cutover on thursday"],
  [
    "a part that was lost",
    "j'ai vidé une table sur la staging Starter, l'instantané d'hier peut être remis ?",
  ],
  [
    "who must be shown",
    "je dois prouver à l'assureur qu'un instantané manuel de la staging Starter est possible",
  ],
  ["a fragment", "dispo sur Starter : un instantané manuel de la staging depuis la console ?"],
  ["a habit given", "krijgen we op Pro staging automatisch snapshots"],
  ["the season", "la production Pro est-elle sauvegardée automatiquement pendant les fêtes"],
  ["a mode", "zet ece-tools db-dump onze Pro productie in maintenance mode"],
  ["the CLI of a dump", "kan ik met de CLI een dump maken van de Pro staging database"],
  [
    "how often a job runs",
    "une tâche planifiée peut-elle sauvegarder l'intégration Pro toutes les semaines",
  ],
  [
    "a shop not yet open",
    "säkerhetskopieras Pro produktion automatiskt fast vi inte har lanserat än",
  ],
  ["an external developer", "mag een externe ontwikkelaar een dump van Starter staging maken"],
  ["coming back", "kan de snapshot van gisteren nog terug op Starter integratie"],
])("answerQuestion() says yes whatever the way is, %s: %s", (_what, words) => {
  expect(ask({ words }).verdict).toBe("yes");
});

/** What looks like a way and is a condition, another tool, another place or another time. */
test.each<[what: string, words: string]>([
  ["a role one lacks", "I'm not an admin, can I take a snapshot of Starter staging"],
  ["a role one lacks", "je ne suis pas admin, puis-je faire un instantané de la staging Starter"],
  ["a role one lacks", "ik ben geen beheerder, mag ik een snapshot van Starter staging maken"],
  ["a role one lacks", "jag är inte admin, kan jag ta en snapshot av Starter staging"],
  ["another role", "can contributors as well as admins take a snapshot of Starter staging"],
  ["an admin of another place", "can an admin panel user take a snapshot of Starter staging"],
  ["a tool with no command", "can our Jenkins plugin snapshot Starter staging"],
  ["a tool with no command", "can i take a snapshot of Starter staging with the API"],
  ["a copy kept elsewhere", "can i restore Starter staging from my laptop"],
  ["a place to keep it", "kan ik een snapshot van Starter staging op mijn laptop zetten"],
  ["the console of Pro", "does the console let me restore Pro integration"],
  ["the console of Pro", "la console permet-elle de restaurer l'intégration Pro"],
  ["the console of Pro", "kan ik via de console Pro integratie herstellen"],
  ["the console of Pro", "tillåter konsolen att jag återställer Pro integration"],
  ["the console of Pro", "is there a way to see Pro integration snapshots in the console"],
  ["a copy that failed", "can i restore Starter staging after a failed snapshot"],
  ["a copy that failed", "après une sauvegarde ratée, peut-on restaurer la production Starter"],
  ["a copy that failed", "kan ik na een mislukte back-up Starter productie herstellen"],
  ["a copy that failed", "kan jag återställa Starter prod efter en misslyckad backup"],
  ["a habit hung on an event", "before each go-live, is Pro production automatically backed up"],
  ["a habit hung on an event", "före varje go-live, säkerhetskopieras Pro produktion automatiskt"],
  ["a habit kept to its hours", "is Pro staging automatically backed up only at night"],
  ["an age", "can i restore the latest snapshot, two months old, on Starter staging"],
  ["an environment that sleeps", "can i take a snapshot of Starter staging once the env is paused"],
  ["somebody else's place", "can i apply a snapshot of another project on Starter staging"],
  ["where it never is", "is Pro integration backed up around the clock"],
  ["where it never is", "tar plattformen backup av Starter produktion"],
  ["where it cannot be", "can i automate snapshots on Pro staging"],
  ["where it cannot be", "werkt snapshot:create op Pro staging"],
  [
    "a part that is wanted",
    "j'ai vidé une table sur la staging Starter, peut-on remettre cette table ?",
  ],
  ["other hands", "can a freelancer restore Starter integration for us from a snapshot"],
])("answerQuestion() says no yes to %s: %s", (_what, words) => {
  expect(ask({ words }).verdict).not.toBe("yes");
});

test.each<[words: string, action: string]>([
  ["je peux récupérer une sauvegarde auto de la prod Pro après un import raté", "retrieve"],
  ["how do I request a Pro staging backup", "retrieve"],
  ["can I load a Starter production backup onto staging", "restore-elsewhere"],
  ["peut-on automatiser les snapshots de la staging Starter", "scheduled-snapshot"],
  ["how would I move a snapshot from Starter production into integration", "restore-elsewhere"],
  ["is it doable to restore a Pro integration snapshot into a fresh branch", "restore-elsewhere"],
  ["may I throw away snapshots of Pro integration", "delete-snapshot"],
  [
    "can I restore a Starter snapshot older than a week into another branch",
    "restore-after-retention",
  ],
  ["may a contributor take a snapshot of Starter staging", "role"],
])("answerQuestion() hears that %s is about %s", (words, action) => {
  expect(ask({ words }).topic.action).toBe(action);
});
