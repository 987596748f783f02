import type { Text } from "../text.ts";

export const app: Text["app"] = {
  failed: (reference) =>
    `Une erreur s’est produite de notre côté. Rien n’est perdu ; veuillez réessayer. Référence ${reference}.`,
  notStored: (reference) =>
    `L’enregistrement a échoué ; votre formulaire est intact. Veuillez réessayer. Référence ${reference}.`,
  noRoom:
    "Je ne peux rien enregistrer pour le moment : mon disque est plein. Rien de ce qui a été enregistré n’est perdu, et je reprendrai de moi-même dès qu’il y aura de la place.",
  oldControl:
    "Ce bouton vient d’une version antérieure et ne fonctionne plus. Utilisez un message plus récent.",
  late: "Cela a mis trop de temps à me parvenir. Appuyez de nouveau et cela s’ouvrira.",
  again: "Ouvrir",
  loadingTitle: "Un instant",
  loading: "Un instant…",
  noticeTitle: "Snapdesk",
  unknownCommand: (command) => `Je ne connais pas ${command}. Utilisez /backup ou /restore.`,
  close: "Fermer",
  back: "Retour",
  cancel: "Annuler",
  membersOnly:
    "Je peux répondre ici aux questions, mais les tickets sont réservés aux membres de cet espace de travail.",
  prompts: {
    title: "Vous pourriez demander",
    first: "Puis-je sauvegarder la préproduction Pro ?",
    firstTitle: "Question sur les sauvegardes",
    second: "Je dois revenir à un moment antérieur",
    secondTitle: "Restaurer des données",
  },
};
