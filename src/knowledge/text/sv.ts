import type { KnowledgeTexts } from "./knowledge-texts.ts";

export const SV: KnowledgeTexts = {
  askPlan: "Vilken plan gäller det: Starter, Pro eller Pro Legacy?",
  askEnvironment: "Vilken miljö gäller det: integration, staging eller produktion?",
  askBoth: "Vilken plan och vilken miljö gäller det?",
  whyPlan: "Svaret beror på planen.",
  whyEnvironment: "Svaret beror på miljön.",
  whyBoth: "Svaret beror på planen och miljön.",
  conditions: "Det här krävs:",
  unknown: "Det står inte i våra artiklar.",
  unknownNearest: "De närmaste artiklarna nämns nedan; en person kan hjälpa dig vidare.",
  outOfScope: "Jag svarar bara på frågor om säkerhetskopior, ögonblicksbilder och återställning.",
  otherLanguage:
    "Jag kan inte läsa det här språket. Ställ frågan på svenska, engelska, franska eller nederländska.",
  noAccount: "Jag kan inte se in i ert projekt eller avtal, så det vet jag inte.",
  passages: "Så här står det i våra artiklar:",
  notUnderstood: (words) =>
    `Jag är inte säker på vad ”${words}” ändrar här, så detta är regeln och inte ett ja på din fråga.`,
  restoreWish:
    "Det låter som en begäran om återställning. Jag kan ta emot den som ett ärende, med kontroll av datum, tid och tidszon.",
  findPlan:
    "Om du inte vet vilken plan det är: projektets kontosida eller kontots ägare kan svara.",
  fenceFromCloudmc:
    "Det ordet hör till CloudMC, en annan produkt; det här svaret gäller Adobe Commerce på molninfrastruktur.",
  fenceFromCommerce:
    "Det ordet hör till Adobe Commerce på molninfrastruktur, en annan produkt; det här svaret gäller CloudMC.",
};
