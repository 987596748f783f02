import type { Rule } from "./subject.ts";

/** What CloudMC questions are about, narrow rules first. */
export const CLOUDMC_RULES: readonly Rule[] = [
  ({ has, any }) =>
    has("template") &&
    any("volume", "recovery-point", "backup", "instance") &&
    "template-from-snapshot",
  ({ has }) => has("data-disk") && "data-disk-from-snapshot",
  ({ has, any, question }) =>
    /\b(?:zones?|zon(?:er)?|regio\w*|region\w*)\b/.test(question.text) &&
    any("elsewhere", "ask", "where") &&
    !has("which-store") &&
    "use-in-other-zone",
  ({ has }) => has("compare") && { about: "what", also: ["use"], showAll: true },
  ({ has }) => has("memory") && "memory-state",
  ({ has }) => has("counts-as-backup") && "is-backup",
  ({ question }) =>
    /hierarch|hierark|depend|dependance|afhankelijk|beroende/.test(question.text) && "hierarchy",
  ({ question, has }) =>
    (has("downtime") || /freez|froz|quiesc|gel[ée]|fige|bevri|frys|pause/.test(question.text)) &&
    "freeze",
  ({ has }) => has("how-long", "kept") && "retention",
  ({ has, any }) => has("takes-time") && (any("how-long") || !has("take")) && "duration",
  ({ has, any }) => has("where") && any("which-store", "find") && "stored-where",
  ({ has, question }) =>
    (has("remove") ||
      /\b(?:delete|remove|supprim\w*|verwijder\w*|radera\w*|ta bort)\b/.test(question.text)) &&
    "delete",
  ({ has }) => has("restore") && "roll-back",
  ({ has }) => has("list") && "list",
  ({ has }) => has("define") && { about: "what", also: [], showAll: true },
  ({ question }) =>
    /\b(?:when|quand|wanneer|nar)\b/.test(question.text) && {
      about: "use",
      also: [],
      showAll: true,
    },
  ({ any }) => any("take", "back-up-verb") && "create",
];
