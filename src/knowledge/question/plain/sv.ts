import { anyOf } from "../signal.ts";
import type { PlainSpeech } from "./plain-speech.ts";

/** Swedish. */
export const SV: PlainSpeech = {
  harmless: anyOf(
    "junior|senior|utvecklare\\w*|praktikant\\w*|konsult\\w*|frilans\\w*|testare|analytiker|kund\\w*|chef\\w*|kollega\\w*|team\\w*|felsok\\w*|lokalt|undersok\\w*",
    "forst|darefter|vilja|garna|skulle|nyfiken|forresten|alltsa|direkt|bara|egentligen|enkelt|latt|normalt|vanligtvis|av sig (?:sjalv|sjalva|sjalvt)|pa egen hand",
    "forsta dagen|av misstag|tillaten|sina|handlar",
    "varje (?:kvall|morgon)",
    "ingen (?:\\S+ ){0,4}(?:behover|maste)",
    "utan (?:nagon )?hjalp|fritt att|vara|vart|ager rum|tryck\\w*|knapp\\w*|sonder|trasig\\w*|fel",
    "ja eller nej",
    "eller (?:inte|ej|nej|hur)",
    "inte sant",
    "(?:kan|far) (?:jag|vi|man) inte (?:bara|sjalv\\w*|helt enkelt|ocksa)",
    "(?:inga|nagra) (?:problem|invandningar|hinder)",
    "mojligt for (?:oss|mig)",
    "(?:kan|far) (?:jag|vi|man) (?:utga fran|rakna med|anta|lita pa)|utga fran",
    "utan att (?:blanda in|ga via|kontakta|oppna|skapa)",
    "utan (?:\\S+ ){0,4}(?:arende|supportarende|support|supporten|adobe)",
    "aven om|for hand|for sakerhets skull|stammer det|pa egen hand",
    "mojlig|ok|okej|bra|sakert|saker|ratt|sant|stammer|chans|alternativ|tillganglig\\w*|finns|funkar|fungerar|hander|lov|satt",
    "tack|snalla|hej|hejsan|tja|fraga|undrar|veta|saga|sager|tror|tanker|forstar|bekrafta\\w*|antar|hort|ursakta|ja|visst|val",
    "bara|enkelt|enkel|latt|egentligen|alltid|verkligen|fortfarande|ocksa|bada|redan|kanske|direkt|nu|snart|strax|snabb\\w*|nya?|nytt|hela|helt|vanlig\\w*|egna?|egen|eget|lilla|liten|stora?|stort|extra|normal\\w*|sjalv\\w*|an|dar|ens|aven",
    "butik\\w*|shop\\w*|sajt\\w*|webbplats\\w*|webbutik\\w*|webshop\\w*|projekt\\w*|env\\w*|miljo\\w*|plan|planen|gren\\w*|konto\\w*|team\\w*|dev|utvecklare\\w*|chef\\w*|kund\\w*|byra\\w*|kolleg\\w*|data|grej\\w*|sak|kopia|version\\w*|lage|flik\\w*|sida|meny\\w*|jobb\\w*",
    "deploy\\w*|driftsatt\\w*|releas\\w*|uppdater\\w*|uppgrader\\w*|patch\\w*|migrer\\w*|andring\\w*|test\\w*|merg\\w*|install\\w*|lanser\\w*|import\\w*|riskabel\\w*|riskabl\\w*|riskfylld\\w*|risk\\w*|viktig\\w*|sakerhet|rea\\w*|kampanj\\w*|underhall\\w*|ingrepp",
    "natten|natt|kvallen|morgonen|helgen|klockan",
    "anvand\\w*|nat|nagot|kora|kor|koras|kors|lagga|lagger|satta|satter|stalla|ordna|vill|behov\\w*|proba|prova|gar|ga|klicka|fa|ha|hur|ner|bygger|bygga",
    "ikvall|i kvall|inatt|imorgon|i morgon|senare|nasta (?:vecka|manad)",
    "nagot|nagon regel|regel|regler|mot det|pastar|svar|hort|last|sett|planerar|tankt|ska|fortsatt\\w*|ocksa|fragar|vill",
    "releaseansvarig\\w*|ansvarig\\w*|konsult\\w*|partner|praktikant\\w*|admin\\w*|ingenjor|folk|nagon hos oss|bygger om|omgorning|tema\\w*|konfig\\w*|installning|katalog\\w*|plugin|tillagg|modul|skript|stadning|experiment\\w*|demo|utbildning|topp",
    "analys\\w*|revision|rapport\\w*|felsok\\w*|arkiv\\w*|standard|som standard|satta upp",
    "magento(?:-cloud)?|commerce|cloudmc|cloud|ece|datavolym\\w*",
  ),
  turning: anyOf(
    "inte|ingen|inget|inga|aldrig|utan|ej|icke|forutom|utom|annan|annat|andra|hellre|i stallet|istallet|som(?= (?:pa|i) )|samma|mer an|lika",
    "forra|aldre|gammal\\w*|gamla|sen|sedan|dagar|dag|veck\\w*|manad\\w*|arsgammal\\w*",
    "at (?:oss|mig)|for (?:oss|mig)|nagon|nan",
    "radera\\w*|ta bort|tas bort|ladda\\w*|utgang\\w*|gatt ut|stopp\\w*|stang\\w*",
  ),
  opening: anyOf("innan|fore|infor|for|eftersom|medan|aven om|ifall|trots att|for att|sa att|fast"),
  conceding: anyOf("(?:aven|ocksa) (?:om|for|nar|innan|fore)"),
};
