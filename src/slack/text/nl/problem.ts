import type { Text } from "../text.ts";

export const problem: Text["problem"] = {
  noTicket: (id) => `Er is geen ticket ${id}.`,
  illegalMove: "Dit kan niet meer: het ticket is verder.",
  staffOnly: "Alleen medewerkers van support kunnen dit doen.",
  approverOnly: "Alleen goedkeurders kunnen dit doen.",
  requesterOnly: "Alleen de aanvrager kan dit doen.",
  memberOnly: "Alleen leden van deze workspace kunnen dit doen.",
  writerOnly: "Alleen kennisschrijvers en supportmedewerkers kunnen dit doen.",
  taken: (by) => `${by} heeft het al.`,
  notClaimed: "Pak het ticket eerst op.",
  movedOn: (state) => `Deze kaart is oud; het ticket is nu: ${state}. De actuele kaart volgt.`,
  alreadyRated: "Dit is al genoteerd.",
  wordsMissing: "Schrijf eerst iets.",
  future: "Dit moment is later dan nu.",
  notSupported: {
    "plan-rule": "Het abonnement staat dit niet toe.",
    "not-documented": "Dit is niet gedocumenteerd voor deze omgeving.",
    "not-connected": "Voor deze omgeving is geen systeem gekoppeld.",
    "engine-lacks-it": "Het systeem kan dit niet.",
  },
  outOfRetention: (earliest) => `Zo oud wordt niets bewaard. Het oudste is van ${earliest}.`,
  noSnapshot: "Er is geen momentopname van voor dit moment.",
  noSnapshotEarliest: (earliest) =>
    `Er is geen momentopname van voor dit moment. De oudste is van ${earliest}.`,
  gapTooLarge: (gap, limit) =>
    `Het verschil van ${gap} is groter dan de grens van ${limit}; de aanvrager moet het accepteren.`,
  notEligible: (id) => `Momentopname ${id} kan niet voor dit moment worden gebruikt.`,
  unknownPart: (part, known) => `Er is hier geen onderdeel ${part}. Wel: ${known}.`,
  unknownProject: (project) => `Support kent de omgeving van project ${project} niet.`,
  noWayBack: "Er is geen gedocumenteerde manier om deze omgeving terug te halen.",
  noEngine: "Voor deze omgeving is geen systeem gekoppeld.",
  planStale: "Dit herstelplan geldt niet meer. Plan opnieuw.",
  planExpired: (at) => `Dit herstelplan is verlopen op ${at}. Plan opnieuw.`,
  precondition: (checks) => `Nog niet alles is klaar: ${checks}.`,
  samePerson: {
    requester: "De aanvrager kan het eigen herstel niet goedkeuren.",
    claimer: "Wie heeft opgepakt, gepland of gevraagd, kan niet ook goedkeuren.",
    approver: "Wie heeft goedgekeurd, kan niet ook uitvoeren.",
  },
  nameMismatch: (expected) => `De naam klopt niet. Typ: ${expected}`,
  gapNotAccepted: (gap) => `De aanvrager heeft het verschil van ${gap} nog niet geaccepteerd.`,
  cannotStop: "Deze uitvoering kan niet worden gestopt.",
  byHandNeeded: "Geen systeem ziet deze momentopnamen: typ die welke de tools van support tonen.",
  snapTimeLate: (at) =>
    `De kopie is van ${at}, na het gewenste moment. Die kan niet worden overgedragen.`,
  draftGone: "Dit formulier is verouderd. Open het opnieuw.",
  leaseLost: "Een ander proces is hiermee bezig. Probeer het zo meteen opnieuw.",
  engineDown:
    "Het systeem is nu niet bereikbaar. Er is niets gewijzigd; probeer het later opnieuw.",
};
