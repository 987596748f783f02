import type { Text } from "../text.ts";

export const problem: Text["problem"] = {
  noTicket: (id) => `Det finns inget ärende ${id}.`,
  illegalMove: "Det går inte längre: ärendet har gått vidare.",
  staffOnly: "Bara supportpersonalen kan göra det.",
  approverOnly: "Bara godkännare kan göra det.",
  requesterOnly: "Bara beställaren kan göra det.",
  memberOnly: "Bara medlemmar i den här arbetsytan kan göra det.",
  writerOnly: "Bara artikelskribenter och supportpersonal kan göra detta.",
  taken: (by) => `${by} har det redan.`,
  notClaimed: "Ta ärendet först.",
  movedOn: (state) => `Kortet är gammalt; ärendet är nu: ${state}. Det aktuella kortet följer.`,
  alreadyRated: "Det är redan noterat.",
  wordsMissing: "Skriv något först.",
  future: "Tidpunkten är senare än nu.",
  notSupported: {
    "plan-rule": "Planen tillåter inte det.",
    "not-documented": "Det är inte dokumenterat för den här miljön.",
    "not-connected": "Inget system är anslutet för den här miljön.",
    "engine-lacks-it": "Systemet kan inte göra det.",
  },
  outOfRetention: (earliest) => `Inget så gammalt sparas. Det äldsta är från ${earliest}.`,
  noSnapshot: "Det finns ingen ögonblicksbild före den tidpunkten.",
  noSnapshotEarliest: (earliest) =>
    `Det finns ingen ögonblicksbild före den tidpunkten. Den äldsta är från ${earliest}.`,
  gapTooLarge: (gap, limit) =>
    `Luckan på ${gap} är större än gränsen ${limit}; beställaren måste godta den.`,
  notEligible: (id) => `Ögonblicksbilden ${id} kan inte användas för den tidpunkten.`,
  unknownPart: (part, known) => `Det finns ingen del ${part} här. Det som finns: ${known}.`,
  unknownProject: (project) => `Supporten känner inte till miljön i projektet ${project}.`,
  noWayBack: "Det finns inget dokumenterat sätt att få tillbaka den här miljön.",
  noEngine: "Inget system är anslutet för den här miljön.",
  planStale: "Den här återställningsplanen gäller inte längre. Planera om.",
  planExpired: (at) => `Den här återställningsplanen gick ut ${at}. Planera om.`,
  precondition: (checks) => `Allt är inte klart: ${checks}.`,
  samePerson: {
    requester: "Beställaren kan inte godkänna sin egen återställning.",
    claimer: "Den som tagit, planerat eller begärt kan inte också godkänna.",
    approver: "Den som godkänt kan inte också köra.",
  },
  nameMismatch: (expected) => `Namnet stämmer inte. Skriv: ${expected}`,
  gapNotAccepted: (gap) => `Beställaren har inte godtagit luckan på ${gap} ännu.`,
  cannotStop: "Den här körningen kan inte stoppas.",
  byHandNeeded:
    "Inget system ser de här ögonblicksbilderna: skriv den som supportens verktyg visar.",
  snapTimeLate: (at) =>
    `Kopian är från ${at}, efter den önskade tidpunkten. Den kan inte lämnas över.`,
  draftGone: "Formuläret är inaktuellt. Öppna det igen.",
  leaseLost: "En annan process arbetar med det. Försök igen om en stund.",
  engineDown: "Systemet går inte att nå just nu. Inget har ändrats; försök igen senare.",
};
