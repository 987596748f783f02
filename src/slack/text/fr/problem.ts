import type { Text } from "../text.ts";

export const problem: Text["problem"] = {
  noTicket: (id) => `Il n’y a pas de ticket ${id}.`,
  illegalMove: "Ce n’est plus possible : le ticket a évolué.",
  staffOnly: "Seul le support peut le faire.",
  approverOnly: "Seuls les approbateurs peuvent le faire.",
  requesterOnly: "Seule la personne qui a fait la demande peut le faire.",
  memberOnly: "Seuls les membres de cet espace de travail peuvent le faire.",
  writerOnly: "Seuls les rédacteurs des articles et l’équipe support peuvent faire cela.",
  taken: (by) => `${by} s’en occupe déjà.`,
  notClaimed: "Prenez d’abord le ticket en charge.",
  movedOn: (state) =>
    `Cette carte est ancienne ; état actuel du ticket : ${state}. La carte à jour suit.`,
  alreadyRated: "C’est déjà noté.",
  wordsMissing: "Écrivez d’abord quelque chose.",
  future: "Ce moment est à venir.",
  notSupported: {
    "plan-rule": "L’offre ne le permet pas.",
    "not-documented": "Ce n’est pas documenté pour cet environnement.",
    "not-connected": "Aucun moteur n’est connecté pour cet environnement.",
    "engine-lacks-it": "Le moteur ne sait pas le faire.",
  },
  outOfRetention: (earliest) =>
    `Rien d’aussi ancien n’est conservé. Le plus ancien date du ${earliest}.`,
  noSnapshot: "Il n’y a pas d’instantané avant ce moment.",
  noSnapshotEarliest: (earliest) =>
    `Il n’y a pas d’instantané avant ce moment. Le plus ancien date du ${earliest}.`,
  gapTooLarge: (gap, limit) =>
    `L’écart de ${gap} dépasse la limite de ${limit} ; le demandeur doit l’accepter.`,
  notEligible: (id) => `L’instantané ${id} ne peut pas servir pour ce moment.`,
  unknownPart: (part, known) => `Il n’y a pas d’élément ${part} ici. Il y a : ${known}.`,
  unknownProject: (project) => `Le support ne connaît pas l’environnement du projet ${project}.`,
  noWayBack: "Il n’existe aucun moyen documenté de faire revenir cet environnement.",
  noEngine: "Aucun moteur n’est connecté pour cet environnement.",
  planStale: "Ce plan de restauration n’est plus valable. Replanifiez.",
  planExpired: (at) => `Ce plan de restauration a expiré ${at}. Replanifiez.`,
  precondition: (checks) => `Tout n’est pas prêt : ${checks}.`,
  samePerson: {
    requester: "Le demandeur ne peut pas approuver sa propre restauration.",
    claimer: "La personne qui a pris en charge, planifié ou demandé ne peut pas aussi approuver.",
    approver: "La personne qui a approuvé ne peut pas aussi exécuter.",
  },
  nameMismatch: (expected) => `Le nom ne correspond pas. Saisissez : ${expected}`,
  gapNotAccepted: (gap) => `Le demandeur n’a pas encore accepté l’écart de ${gap}.`,
  cannotStop: "Cette exécution ne peut pas être arrêtée.",
  byHandNeeded:
    "Aucun moteur ne voit ces instantanés : saisissez celui que montrent les outils du support.",
  snapTimeLate: (at) =>
    `La copie date du ${at}, après le moment demandé. Elle ne peut pas être remise.`,
  draftGone: "Ce formulaire n’est plus à jour. Ouvrez-le de nouveau.",
  leaseLost: "Un autre processus s’en occupe. Réessayez dans un instant.",
  engineDown:
    "Le moteur est injoignable pour l’instant. Rien n’a été modifié ; réessayez plus tard.",
};
