import { fold } from "./words/fold.ts";

/** What a message is when it is no question at all. */
export type Chatter = "thanks" | "greeting" | "fine" | "sign";

const THANKS =
  /^(?:ok(?:ay)?|oke|super|parfait|top|great|perfect|perfekt|cool|nice|genial|fijn|prima|bra|toppen|mooi|ah|oh|yes|oui|ja|jo|hey|hi|hej)?[\s,.!]*(?:many |merci |tusen |stort |heel |dank |hartelijk |hartelijk |alvast )*(?:thanks?(?: you| u)?|thank you|thx|ty|cheers|much appreciated|merci|remercie|bedankt|dank ?(?:je|u)(?: ?wel)?|dankjewel|dankuwel|thnx|tack(?: ?sa mycket| ska du ha)?)(?:\s+(?:so much|a lot|very much|everyone|all|beaucoup|bien|infiniment|mille fois|a (?:tous|toi|vous)|pour (?:l'aide|votre aide|ton aide|tout|l'info|la reponse)|voor (?:de|je|jullie|uw) (?:hulp|antwoord|info)|for (?:the|your|all the) (?:help|info|answer|quick (?:answer|reply))|for (?:hjalpen|svaret|infon)|sa mycket|zeer|hoor|wel|snapdesk|that helps?|guys|hjalpen|team))*[\s.!:)👍🙏😊]*$/u;
const GREETING =
  /^(?:hi|hello|hey|hiya|good (?:morning|afternoon|evening)|howdy|bonjour|salut|bonsoir|coucou|hallo|hoi|hai|dag|goede?(?:morgen|middag|avond|ndag)|hej(?: ?hej)?|hejsan|tja(?:na|ba)?|god (?:morgon|kvall|dag|eftermiddag|natt)|goedemorgen|goedemiddag|goedenavond)(?:[\s,]+(?:there|all|everyone|team|snapdesk|a tous|tout le monde|allemaal|alla|iedereen|pa er))*[\s.!:)👋😊]*$/u;
const FINE =
  /^(?:ok(?:ay)?|oke|k|okej|got it|understood|makes sense|clear|alright|perfect|great|super|cool|nice|awesome|d'accord|compris|entendu|parfait|bien recu|ca marche|nickel|super|top|begrepen|duidelijk|helder|prima|fijn|goed zo|is goed|top|uppfattat|forstatt|jag forstar|perfekt|toppen|bra|snyggt|lol|haha\w*|hihi|hehe|it works?|works now|ca fonctionne|het werkt|det funkar|solved|resolu|opgelost|lost|yes|no|oui|non|ja|nee|nej|yep|nope|jo)[\s.!:)👍]*$/u;

/** Thanks, greetings and nods in our four languages; nothing where there is something to answer. */
export function chatterIn(words: string): Chatter | undefined {
  const text = fold(words).trim();
  if (!/[\p{L}\p{N}]/u.test(text.replaceAll(/:[a-z0-9_+-]+:/g, ""))) return "sign";
  const bare = text
    .replaceAll(/:[a-z0-9_+-]+:/g, " ")
    .replaceAll(/\p{Extended_Pictographic}/gu, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
  if (THANKS.test(bare)) return "thanks";
  if (GREETING.test(bare)) return "greeting";
  return FINE.test(bare) ? "fine" : undefined;
}

/** Whether there is nothing to answer: the desk stays silent. */
export const isChatter = (words: string): boolean => chatterIn(words) !== undefined;
