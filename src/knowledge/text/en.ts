import type { KnowledgeTexts } from "./knowledge-texts.ts";

export const EN: KnowledgeTexts = {
  askPlan: "Which plan is it: Starter, Pro or Pro Legacy?",
  askEnvironment: "Which environment is it: integration, staging or production?",
  askBoth: "Which plan and which environment is it?",
  whyPlan: "The answer depends on the plan.",
  whyEnvironment: "The answer depends on the environment.",
  whyBoth: "The answer depends on the plan and the environment.",
  conditions: "What must hold:",
  unknown: "That is not in our articles.",
  unknownNearest: "The nearest articles are named below; a person can help you further.",
  outOfScope: "I only answer questions about backups, snapshots and restores.",
  otherLanguage:
    "I cannot read this language. Please ask again in English, French, Dutch or Swedish.",
  noAccount: "I cannot look into your project or your contract, so I do not know that.",
  passages: "This is what our articles say:",
  notUnderstood: (words) =>
    `I am not sure what “${words}” changes here, so this is the rule and not a yes to your question.`,
  restoreWish:
    "That sounds like a restore request. I can take it as a ticket, with date, time and timezone checked.",
  findPlan:
    "If you do not know the plan: the project's account page or your account owner can tell.",
  fenceFromCloudmc:
    "That word belongs to CloudMC, another product; this answer is about Adobe Commerce on cloud infrastructure.",
  fenceFromCommerce:
    "That word belongs to Adobe Commerce on cloud infrastructure, another product; this answer is about CloudMC.",
};
