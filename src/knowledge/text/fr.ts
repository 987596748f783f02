import type { KnowledgeTexts } from "./knowledge-texts.ts";

export const FR: KnowledgeTexts = {
  askPlan: "De quel plan s’agit-il : Starter, Pro ou Pro Legacy ?",
  askEnvironment:
    "De quel environnement s’agit-il : intégration, staging (préproduction) ou production ?",
  askBoth: "De quel plan et de quel environnement s’agit-il ?",
  whyPlan: "La réponse dépend du plan.",
  whyEnvironment: "La réponse dépend de l’environnement.",
  whyBoth: "La réponse dépend du plan et de l’environnement.",
  conditions: "Conditions à remplir :",
  unknown: "Cela ne figure pas dans nos articles.",
  unknownNearest:
    "Les articles les plus proches sont indiqués ci-dessous ; une personne peut vous aider davantage.",
  outOfScope:
    "Je ne réponds qu’aux questions sur les sauvegardes, les instantanés et les restaurations.",
  otherLanguage:
    "Je ne lis pas cette langue. Posez votre question en français, en anglais, en néerlandais ou en suédois.",
  noAccount: "Je ne peux consulter ni votre projet ni votre contrat : je ne le sais donc pas.",
  passages: "Voici ce que disent nos articles :",
  notUnderstood: (words) =>
    `Je ne suis pas sûr de ce que « ${words} » change ici : voici donc la règle, et non un oui à votre question.`,
  restoreWish:
    "Cela ressemble à une demande de restauration. Je peux l’enregistrer comme ticket, en vérifiant la date, l’heure et le fuseau horaire.",
  findPlan:
    "Si vous ne connaissez pas le plan : la page de compte du projet ou le propriétaire du compte peut le dire.",
  fenceFromCloudmc:
    "Ce mot appartient à CloudMC, un autre produit ; cette réponse porte sur Adobe Commerce sur l’infrastructure cloud.",
  fenceFromCommerce:
    "Ce mot appartient à Adobe Commerce sur l’infrastructure cloud, un autre produit ; cette réponse porte sur CloudMC.",
};
