import { anyOf } from "../signal.ts";
import type { PlainSpeech } from "./plain-speech.ts";

/** Dutch. */
export const NL: PlainSpeech = {
  harmless: anyOf(
    "junior|senior|ontwikkelaars?|developers?|stagiaire?s?|freelancer|tester|analist|klant\\w*|baas|collega\\w*|team|debug\\w*|lokaal|onderzoek\\w*",
    "eerst|daarna|vervolgens|vanzelf|uit zichzelf|graag|willen|wilde|wilden|zou|zouden|benieuwd|trouwens|dus|direct|meteen|gewoon|eigenlijk|makkelijk|eenvoudig|normaal|normaliter|op eigen houtje",
    "(?:vanaf )?de eerste dag|per ongeluk|consultant|zich af",
    "elke (?:avond|ochtend)",
    "niemand (?:\\S+ ){0,4}(?:hoeft|moet)",
    "zonder (?:enige )?(?:hulp|bijstand)|vrij om|van ons|plaatsvind\\w*|druk\\w*|knop|stuk|kapot|mis",
    "ja of nee",
    "of (?:niet|nee)",
    "toch(?: niet)?(?=[ ?]*$)",
    "niet ?waar",
    "(?:kan|kunnen|mag|mogen) (?:ik|we|wij|je|men) (?:dan |dat |hier )?niet (?:gewoon|zelf|even|toch|ook)",
    "geen (?:probleem|bezwaar|punt)",
    "mogelijk voor (?:ons|mij)",
    "(?:mag|kan|kunnen|mogen) (?:ik|we|wij) er ?van ?uit ?gaan|er ?van ?uit ?gaan|er vanuit gaan",
    "(?:kan|kunnen|mag|mogen) (?:ik|we|wij) (?:aannemen|erop rekenen|stellen)",
    "zonder (?:een )?(?:ticket|aanvraag)|zonder (?:support|adobe) (?:erbij|te \\p{L}+)|zonder support|buiten support om",
    "ook al|zelfs als|voor het geval|voor de zekerheid|klopt het|met de hand|in orde",
    "ok|oke|prima|goed|veilig|zeker|juist|waar|klopt|kans|optie|beschikbaar|bestaat|bestaan|werkt|lukt|gebeurt|gebeuren|bezwaar|manier",
    "aub|svp|graag|bedankt|dank|hoi|hallo|hey|vraag|vraagje|weten|zeggen|zegt|denk|denken|snap|begrijp|bevestig\\w*|vermoed|hoor\\w*|neem aan|sorry|even|ja",
    "gewoon|gewone|simpel\\w*|gemakkelijk|makkelijk|eigenlijk|altijd|echt|nog|steeds|ook|allebei|beide|alvast|misschien|direct|nu|straks|meteen|snel\\w*|nieuwe?|hele|heel|volledige?|eigen|kleine?|grote?|extra|normale?|zelf|vast",
    "shops?|winkel\\w*|site|sites|websites?|webshops?|project\\w*|env\\w*|omgeving\\w*|plan|branch\\w*|account|team|dev|devs|ontwikkelaar\\w*|baas|klant\\w*|bureau|collega\\w*|data|gegevens|ding\\w*|kopie|versie|stand|modus|tabblad|pagina|menu|taak|job",
    "deploy\\w*|releas\\w*|updat\\w*|upgrad\\w*|patch\\w*|migrat\\w*|wijzig\\w*|verander\\w*|test\\w*|merg\\w*|install\\w*|lancer\\w*|livegang|import\\w*|aanpassing\\w*|riskant\\w*|risico\\w*|belangrijke?|spannende?|veiligheid|uitverkoop|campagne|onderhoud|ingreep",
    "nachts?|avond|ochtend|weekend|uur|'s",
    "tijdens|plat|gebruik\\w*|draaien|draait|hoeft|hoeven|draai|lopen|loopt|zetten|zet|instellen|inrichten|wil|willen|nodig|proberen|gaat|ga|gaan|klikken|krijgen|hebben|laten|doen|er|erbij|bouwen|vanuit",
    "vanavond|vannacht|morgen|later|volgende (?:week|maand)",
    "door onszelf|iets|regels?|tegen|vraagt|vragen|wilde?|beweert|zweert|gehoord|gelezen|gezien|plannen|van plan|zogezegd|blijf\\w*|blijven|doorgaan|gaan door|toegelaten|nemen|neemt|mogen",
    "release ?manager|lead|freelancer|partner|stagiair\\w*|beheerder|engineer|mensen|iemand bij ons|herbouw\\w*|redesign|thema|config\\w*|instelling|catalogus|plugin|extensie|module|script|opschoning|experiment\\w*|demo|training|piek",
    "analyse\\w*|audit|rapport\\w*|debug\\w*|archi\\w*|standaard|opzet\\w*",
    "magento(?:-cloud)?|commerce|cloudmc|cloud|ece|terug|datavolume\\w*",
  ),
  turning: anyOf(
    "geen|niet|nooit|niemand|niks|niets|zonder|tenzij|behalve|liever|in plaats|ander\\w*|elders|meer dan|dan(?= (?:een|de|op|bij) )|net als|zelfde|dezelfde|hetzelfde",
    "ouder|oude?|geleden|dagen|dag|weken|week|maand\\w*|jaar|jaren",
    "voor (?:ons|mij)(?! \\p{L}+$)|iemand",
    "verwijder\\w*|wissen|download\\w*|verlopen|vervallen|stop\\w*",
  ),
  opening: anyOf(
    "voor|voordat|alvorens|omdat|want|terwijl|ook al|zelfs als|voor het geval|aangezien|hoewel|i\\.?v\\.?m\\.?",
  ),
  conceding: anyOf("(?:ook|zelfs) (?:voor|als|al|wanneer|terwijl)"),
};
