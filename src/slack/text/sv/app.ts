import type { Text } from "../text.ts";

export const app: Text["app"] = {
  failed: (reference) =>
    `Något gick fel hos oss. Inget har gått förlorat; försök igen. Referens ${reference}.`,
  notStored: (reference) =>
    `Det gick inte att spara; ditt formulär finns kvar. Försök igen. Referens ${reference}.`,
  noRoom:
    "Jag kan inte ta emot det här just nu: min disk är full. Inget som redan är sparat har gått förlorat, och jag fortsätter av mig själv när det finns plats igen.",
  oldControl:
    "Knappen hör till en äldre version och fungerar inte längre. Använd ett nyare meddelande.",
  late: "Det tog för lång tid innan det nådde mig. Tryck igen så öppnas det.",
  again: "Öppna",
  loadingTitle: "Ett ögonblick",
  loading: "Ett ögonblick…",
  noticeTitle: "Snapdesk",
  unknownCommand: (command) => `Jag känner inte till ${command}. Använd /backup eller /restore.`,
  close: "Stäng",
  back: "Tillbaka",
  cancel: "Avbryt",
  membersOnly:
    "Jag kan svara på frågor här, men ärenden är bara för medlemmar i den här arbetsytan.",
  prompts: {
    title: "Du kan till exempel fråga",
    first: "Kan jag säkerhetskopiera Pro staging?",
    firstTitle: "Fråga om säkerhetskopior",
    second: "Jag behöver gå tillbaka till en tidigare tidpunkt",
    secondTitle: "Återställ data",
  },
};
