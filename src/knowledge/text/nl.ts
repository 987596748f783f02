import type { KnowledgeTexts } from "./knowledge-texts.ts";

export const NL: KnowledgeTexts = {
  askPlan: "Om welk plan gaat het: Starter, Pro of Pro Legacy?",
  askEnvironment: "Om welke omgeving gaat het: integratie, staging of productie?",
  askBoth: "Om welk plan en om welke omgeving gaat het?",
  whyPlan: "Het antwoord hangt af van het plan.",
  whyEnvironment: "Het antwoord hangt af van de omgeving.",
  whyBoth: "Het antwoord hangt af van het plan en de omgeving.",
  conditions: "Wat er nodig is:",
  unknown: "Dat staat niet in onze artikelen.",
  unknownNearest:
    "De artikelen die er het dichtst bij komen, staan hieronder; een medewerker kan u verder helpen.",
  outOfScope: "Ik beantwoord alleen vragen over back-ups, momentopnamen en herstel.",
  otherLanguage:
    "Deze taal kan ik niet lezen. Stel uw vraag in het Nederlands, Engels, Frans of Zweeds.",
  noAccount: "Ik kan niet in uw project of contract kijken, dus dat weet ik niet.",
  passages: "Dit zeggen onze artikelen:",
  notUnderstood: (words) =>
    `Ik weet niet zeker wat “${words}” hier verandert; dit is dus de regel, en geen ja op uw vraag.`,
  restoreWish:
    "Dat klinkt als een herstelverzoek. Ik kan het als ticket aannemen, met controle van datum, tijd en tijdzone.",
  findPlan:
    "Weet u niet welk plan het is: de accountpagina van het project of de eigenaar van het account kan het zeggen.",
  fenceFromCloudmc:
    "Dat woord hoort bij CloudMC, een ander product; dit antwoord gaat over Adobe Commerce op cloudinfrastructuur.",
  fenceFromCommerce:
    "Dat woord hoort bij Adobe Commerce op cloudinfrastructuur, een ander product; dit antwoord gaat over CloudMC.",
};
