import type { Text } from "../text.ts";

export const home: Text["home"] = {
  hello: (name) => `Bonjour ${name}`,
  mine: "Mes demandes",
  languageAndZone: (language, zone) => `Langue : ${language} · fuseau horaire : ${zone}`,
  noZone: "absent de votre profil",
  queue: "File d’attente",
  myClaims: "Mes tickets",
  approvals: "En attente d’approbation",
  expiry: "Instantané supprimé d’ici un jour",
  due: "Réponse due d’ici une heure",
  nothing: "rien",
  listTitle: "Tickets",
  count: (label, count) => `${label} : ${count}`,
  more: (count) => `et ${count} de plus`,
  show: "Afficher la suite",
  handShift: "Passer le relais…",
  shiftTitle: "Passer le relais",
  shiftTo: "Collègue",
  shiftNote: "Note pour chaque ticket",
  shiftSend: "Transmettre",
  shiftDone: (count) => `Tickets transmis : ${count}.`,
  auditLine: (when, who, what) => `${when} · ${who} · ${what}`,
  desk: "le support",
  publicOnly:
    "Vous pouvez poser des questions ici. Les tickets sont réservés aux membres de cet espace de travail.",
};
