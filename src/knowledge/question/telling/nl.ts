import { anyOf } from "../signal.ts";
import type { Telling } from "./telling.ts";

/** Dutch. */
export const NL: Telling = {
  joint: anyOf(
    "maar",
    "(?:kan|kunnen|mag|mogen|zou|zouden|wil|willen|moet|moeten) (?:ik|we|wij|je|men|hij|ze)",
    "(?:en|dus|want) (?:ik|we|wij|hij|zij|ze|mijn|onze|ons|de klant|nu|kan|kunnen|mag|mogen)",
  ),
  teller: anyOf(
    "ik|'k|we|wij|mijn|m'n|onze|ons|hij|zij|ze|iemand|de (?:klant|baas|chef|po|leverancier)|het (?:team|bureau)",
  ),
  asking: anyOf(
    "(?:kan|kun|kunnen|mag|mogen|moet|moeten|zou|zouden|is|zijn|wordt|worden|heeft|hebben|gaat|doet|lukt|werkt|klopt) (?:ik|we|wij|je|jij|u|men|het|dat|er|de|die|dit|onze|ons|mijn|iemand)",
    "hoe|welke?|wat(?= (?:is|zijn|moet|kan))|waarom|wie kan|mogelijk|toegestaan",
  ),
  asker: anyOf(
    "(?:[^\\s,.;:?!]+ ){0,9}(?:vraagt?|vroeg|vragen|afvragen|weten|checken|controleren|bevestigen|benieuwd|zeggen|weet|af)(?: (?:iemand|zich|me|mij|ons|telkens|steeds|gisteren|vandaag|ook))? of",
    "(?:[^\\s,.;:?!]+ ){0,9}(?:zegt|zei|beweer\\w*|houdt vol|denk\\w*|dacht|geloof\\w*|zweert|zwoer|beloofde?|schreef|gehoord|hoorde|gelezen|las|vermoed\\w*|zeker|overtuigd|aantonen|bewijzen|uitleggen|garanderen|volgens mij|herinner)(?: (?:me|mij|gisteren|ergens|altijd))? dat",
    "(?:[^\\s,.;:?!]+ ){0,9}(?:wil|vraagt(?: ons)?(?: om)?|eist|verlangt|vroeg(?: ons)? om)",
  ),
  idle: anyOf(
    "(?:vroeg|vraagt) iemand|iemand (?:vroeg|vraagt)|niemand (?:[^\\s,.;:?!]+ ){0,3}(?:wist|weet|zeker)",
    "zonder dat (?:iemand|we|wij|ik) (?:\\S+ ){0,3}vinger (?:uitsteekt|uitsteken|hoeft uit te steken|hoeven uit te steken)|zonder een vinger uit te steken",
    "geen (?:haast|idee|stress|paniek|zorgen|spoed|flauw idee|benul|dev|developer|held)",
    "niet (?:dringend|urgent|zeker|zo dringend|super dringend|op stel en sprong|verkeerd begrijp)",
    "(?:weet|wist|snap|begrijp|vind|vond|wil|willen|herinner|zie|durf|ken)(?: (?:ik|we|het|dat|dit|me|zo))*(?: (?:eigenlijk|echt|zeker))? (?:even |nog )?(?:niet|niets|niks|nergens|geen (?:fouten|risico|problemen|gedoe))(?: (?:meer|zeker|slopen|kapotmaken|terug|verpesten))?",
    "zonder (?:iemand|mijn baas|het team|de ops) (?:te (?:bellen|waarschuwen|vragen|storen|informeren|wekken)|erbij te halen)",
    "nooit (?:gedaan|gebruikt|geprobeerd|eerder gedaan|mee gewerkt)",
    "zonder (?:(?:jullie|iemand|hem|haar|hen|het team|ops|de beheerder) )?(?:lastig te vallen|te storen|te hoeven (?:vragen|wachten|bellen)|te vragen|te wachten|te bellen|te pingen)(?: (?:jullie|iemand))?",
    "zonder (?:jullie|iemand|hem|haar) (?:hiermee )?(?:lastig te vallen|te storen|te hoeven vragen|te pingen)",
    "niets (?:bijzonders|dringends)|niks bijzonders|onder andere|de een of de ander|ander vraagje|andere vraag|een ander ding|dezer dagen|een dezer dagen|oude rot|het afgelopen uur",
    "(?:kan|kon|weet) iemand(?: (?:me|mij|ons|dat|dit|even))*(?: (?:bevestigen|zeggen|vertellen|uitleggen|helpen))?",
  ),
  coming: anyOf(
    "(?:livegang|productiegang|release|deploy\\w*|uitrol|lancering|demo|sprint) van (?:maan|dins|woens|donder|vrij|zater|zon)dag(?:ochtend|middag|avond)?",
    "(?<!van )(?:voor|tegen|tot) (?:de )?(?:kerst|pasen|zomer|black friday|feestdagen|het weekend|uitverkoop)",
    "(?:vanmiddag|vanavond|straks|vandaag|morgen(?:ochtend|middag|avond|vroeg)?|overmorgen|dit weekend|deze week|komend weekend)",
    "(?:volgende|komende|aanstaande|tegen|voor|tot|elke|iedere) (?:maan|dins|woens|donder|vrij|zater|zon)dag(?:ochtend|middag|avond)?",
    "(?:volgende|volgend|komende|komend) (?:week|weekend|maand|jaar|sprint|kwartaal)",
    "over (?:een|twee|drie|vier|vijf|tien|enkele|paar|een paar|\\d+) (?:minuten|minuut|min|uur|uurtjes?|dagen|weken|week|kwartier)",
    "eind(?:e)? (?:van )?(?:de |deze )?(?:dag|week|maand|sprint)",
  ),
  recent: anyOf(
    "gister(?:en)?(?:ochtend|middag|avond|nacht)?|eergisteren|vannacht|vanochtend|vanmorgen|vanmiddag|vanavond|vandaag",
    "(?:afgelopen |vorige )?(?:maan|dins|woens|donder|vrij|zater|zon)dag(?:ochtend|middag|avond|nacht)?|afgelopen (?:nacht|weekend)|vorig weekend|'s (?:nachts|ochtends|middags|avonds)|middernacht",
    "(?:een|twee|drie|paar|\\d+) (?:uur|uurtjes?|minuten) (?:geleden|terug)|(?:een|twee|drie|vier|vijf|zes|[1-6]) (?:dag|dagen) (?:geleden|terug|oud)",
    "[012]?\\d uur",
  ),
  span: anyOf(
    "ouder|oude?|geleden|dagen|dag|weken|week|maand(?!ag)\\w*|jaar|jaren|kwartaal|tijdje|lang",
    "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december",
    "(?:dit|vorig|afgelopen) (?:voorjaar|najaar)|lente|zomer|herfst|winter|kerst|pasen|(?:19|20)\\d\\d",
  ),
  part: anyOf(
    "volsta\\w*|genoeg|voldoende|geschikt",
    "(?:wil|willen|heb|hebben) (?:alleen|enkel|slechts)(?! even| maar weten)|(?:toestand|stand|versie|situatie) (?:van )?(?:voor|van)|zoals (?:het|ze|die) (?:was|waren)",
    "tabel\\w*|kolom\\w*|rijen|mappen|map|gedeeltelijk\\w*|deels|een deel|helft|bepaalde|losse|(?:alleen|enkel|slechts) (?:de|het|een|twee|enkele|media|afbeeldingen|bestanden|producten|bestellingen)|een enkele?",
    "van (?:toen|dat (?:moment|ogenblik|uur)|die (?:dag|datum|nacht))|destijds",
    "downtime|onderbrek\\w*|offline|uitval|onbereikbaar|(?:open|online|bereikbaar|in de lucht) (?:blijft|blijven|houden|te houden)|(?:blijft|houden|houd) (?:\\S+ ){0,4}(?:open|online|bereikbaar|in de lucht)",
    "eeuwig|voor altijd|voorgoed|onbeperkt\\w*|permanent\\w*",
  ),
  demand: anyOf(
    "(?:het|die|dat|deze|ze|kopie|momentopname|snapshot|back-?up|dump) (?:\\S+ )?(?:moet|moeten|hoort|zou)|(?:moet|moeten|hoort|zou moeten) (?:\\S+ ){0,3}(?:bevatten|zitten|blijven|meegaan|dekken|omvatten|zijn)|inclusief|exclusief|samen met|incl|excl",
  ),
  bare: anyOf(
    "de|het|een|er (?:is|zijn|komt|staat)|wil|wilde|moet|ga|heb|had|zou|dacht|even|alleen omdat|ben",
  ),
  beforeName: anyOf("naar|in|op|met|via|door|uit|vanuit|bij|kan|mag|kunnen|wordt|is|zou"),
  bearer: anyOf(
    "omgeving\\w*|env\\w*|branch|account|gebruiker|login|toegang|rechten|rol|abonnement|contract|licentie|project",
  ),
  determiner: anyOf(
    "de|het|onze|ons|mijn|m'n|dit|dat|deze|die|een|hun|haar|jullie|uw|hele|oude|nieuwe",
  ),
  lead: anyOf(
    "dat|omdat|want|maar|en|dus|als|toen|nu|terwijl|of|aangezien|sinds|is|werd|werden|wordt|heeft|was|ook|blijkbaar|helaas|momenteel|hoorde",
  ),
  former: anyOf(
    "(?:verlaten|opgezegd|stopgezet|hadden|had|zaten (?:op|bij)|weg (?:van|bij)|af van|gestopt met|klaar met)(?: \\S+){0,2} (?:starter|pro)|(?:starter|pro)(?:-\\w+)? (?:\\S+ ){0,2}(?:verlaten|opgezegd|stopgezet|achter ons|tot|is (?:voorbij|afgelopen))",
  ),
  reason: anyOf("omdat|want|aangezien|voor het geval|ook al|zelfs als|zodat|opdat|hoewel"),
  event: anyOf(
    "(?:voor|na|bij|met|tijdens) (?:elke?|iedere?|een|onze|de) (?:deploy|releas|push|merge|build|upgrad|updat|patch|wijzig|import|uitverkoop|migrat|livegang)\\w*|telkens|elke keer|iedere keer|zodra|wanneer (?:ik|we|wij|iemand)",
  ),
  contrary: anyOf(
    "verboden|(?:mis|fout|verkeerd) (?:om|als)|een probleem (?:als|om)|(?:alleen|enkel) (?:\\S+ ){1,3}(?:mag|mogen|kan|kunnen)|niemand(?: \\S+){0,3} (?:mag|kan)|lezers?|gasten?|kijkers?|waarnemers?|alleen-?lezen|leesrechten",
  ),
  ailing: anyOf(
    "(?:klopt|kloppen|werkt|werken|laadt|laden|doet het|doen het|toont|reageert) (?:\\S+ )?niet(?: (?:meer|goed|helemaal))?",
  ),
  otherDeed: anyOf(
    "gebruiken|proberen|archiveren|testen|wijzigen|veranderen|importeren|herbouwen|analyseren|debuggen|deployen|installeren|configureren|instellen|onderzoeken|migreren|bewaren|exporteren|mergen|patchen|kopieren|updaten|upgraden",
  ),
  gone: anyOf("verwijderd\\w*|gewist|weg|verdwenen|opgeheven|vernietigd|afgesloten"),
  failed: anyOf(
    "mislukt\\w*|kapot\\w*|beschadigd\\w*|onvolledig\\w*|onderbroken|false|fout(?:en)?|verwijderd\\w*|verloren|kwijt|weg|verdwenen|corrupt\\w*|gewist\\w*|verlopen|hangt|ontbreekt",
  ),
};
