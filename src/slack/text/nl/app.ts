import type { Text } from "../text.ts";

export const app: Text["app"] = {
  failed: (reference) =>
    `Er ging bij ons iets mis. Er is niets verloren; probeer het opnieuw. Referentie ${reference}.`,
  notStored: (reference) =>
    `Dit kon niet worden opgeslagen; uw formulier staat er nog. Probeer het opnieuw. Referentie ${reference}.`,
  noRoom:
    "Ik kan dit nu niet aannemen: mijn schijf is vol. Wat al is opgeslagen, is niet verloren, en ik ga vanzelf verder zodra er weer ruimte is.",
  oldControl:
    "Deze knop hoort bij een oudere versie en werkt niet meer. Gebruik een recenter bericht.",
  late: "Dat duurde te lang voordat het mij bereikte. Druk opnieuw en het gaat open.",
  again: "Openen",
  loadingTitle: "Een ogenblik",
  loading: "Een ogenblik…",
  noticeTitle: "Snapdesk",
  unknownCommand: (command) => `Ik ken ${command} niet. Gebruik /backup of /restore.`,
  close: "Sluiten",
  back: "Terug",
  cancel: "Annuleren",
  membersOnly:
    "Ik kan hier vragen beantwoorden, maar tickets zijn alleen voor leden van deze workspace.",
  prompts: {
    title: "U kunt bijvoorbeeld vragen",
    first: "Kan ik Pro staging back-uppen?",
    firstTitle: "Vraag over back-ups",
    second: "Ik moet terug naar een eerder moment",
    secondTitle: "Gegevens herstellen",
  },
};
