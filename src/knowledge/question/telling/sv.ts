import { anyOf } from "../signal.ts";
import type { Telling } from "./telling.ts";

/** Swedish. */
export const SV: Telling = {
  joint: anyOf(
    "men",
    "(?:kan|far|ska|skulle|vill|maste|bor|kunde) (?:jag|vi|man|han|hon|de)|gar det|ar det",
    "(?:och|sa|for|eftersom) (?:jag|vi|han|hon|de|min|mitt|mina|var|vart|vara|kunden|nu|kan|far)",
  ),
  teller: anyOf(
    "jag|vi|min|mitt|mina|var|vart|vara|han|hon|nagon|nan|kunden|chefen|byran|leverantoren|teamet",
  ),
  asking: anyOf(
    "(?:kan|far|ska|skulle|maste|bor|kunde|gar|ar|finns|blir|har|gor|funkar|stammer|lar) (?:jag|vi|man|ni|du|det|den|de|en|min|var|vara|nagon|nan)",
    "hur|vilken|vilket|vilka|varfor|vem kan|mojligt|tillatet|lov att",
  ),
  asker: anyOf(
    "(?:[^\\s,.;:?!]+ ){0,9}(?:undrar|undrade|fragar|fragade|fragat|veta|kolla|kontrollera|bekrafta|saga|vet)(?: (?:nagon|nan|alltid|igar|idag|jamt|mig|oss))? om",
    "(?:[^\\s,.;:?!]+ ){0,9}(?:sager|sa|pastar|pastod|havdar|tror|trodde|svar|svor|lovade|lovar|skrev|hort|horde|last|laste|antar|saker|overtygad|minns|menar|visa|bevisa|forklara|garantera|insisterar)(?: (?:mig|oss|igar|nagonstans|alltid|pa))? att",
    "(?:[^\\s,.;:?!]+ ){0,9}(?:vill ha|vill|behover|begar|kraver|efterfragar|har bett om)",
  ),
  idle: anyOf(
    "(?:undrade|fragade|undrar) (?:nagon|nan)|(?:nagon|nan) (?:undrade|fragade|undrar)|ingen (?:[^\\s,.;:?!]+ ){0,3}(?:visste|vet|minns|mindes)",
    "utan att (?:nagon|nan|vi|jag) (?:behover )?(?:lyfter?|ror) (?:ett|nagot) finger",
    "(?:ingen|inga|inget) (?:stress|panik|brad\\w*|aning|fara|problem|konstigheter|speciellt|sarskilt|utvecklare)",
    "inte (?:brad\\w*|akut|saker|saker pa|helt saker|sa brattom|jattebrattom|nagon (?:stress|utvecklare)|bra pa)",
    "(?:vet|minns|forstar|hittar|kommer ihag|vill|vagar|kan|fattar|hittade|begriper)(?: (?:jag|vi|riktigt|ens|faktiskt))* (?:inte|ej|inget|inga)(?: (?:riktigt|langre|ens|sabba|forstora|hitta|chansa|riskera|strula|stora|veta|nagot|ha sonder))*",
    "utan att (?:behova )?(?:ringa|varna|fraga|kontakta|vacka|invanta|radfraga|meddela) (?:nagon|nan|chefen|teamet|er|ops)",
    "aldrig (?:gjort|anvant|provat|testat|jobbat|behovt)(?: (?:det|detta|sant|med))?",
    "utan att (?:behova )?(?:stora|besvara|tjata pa|fraga|vanta pa|pinga|ringa|vacka|blanda in) (?:er|nagon|dem|honom|henne|teamet|chefen|alla)",
    "inget (?:sarskilt|speciellt|brattom)|bland annat|en annan (?:fraga|sak|grej)|haromdagen|nagon dag|en dag|dag(?:en)? d|god dag|bra dag|trevlig dag",
    "(?:kan|kunde|vet) (?:nagon|nan)(?: (?:har|dar|mojligen))?(?: (?:bekrafta|saga|forklara|hjalpa|beratta))?",
  ),
  coming: anyOf(
    "(?:man|tis|ons|tors|fre|lor|son)dagens (?:\\S*deploy\\w*|\\S*release\\w*|slapp\\w*|produktionssattning\\w*|lansering\\w*|demo\\w*)",
    "(?<!fran )(?:fore|innan|infor|till) (?:jul\\w*|pask\\w*|sommar\\w*|black friday|rea\\w*|helg\\w*|semestern?)",
    "(?:i ?kvall|i ?eftermiddag|i ?dag|strax|snart|i ?morgon(?: (?:bitti|kvall|eftermiddag))?|i ?overmorgon|i helgen|till helgen|denna vecka|den har veckan)",
    "(?:nasta|kommande) (?:man|tis|ons|tors|fre|lor|son)dag",
    "(?:pa|till|senast|fore|innan|infor|varje) (?:man|tis|ons|tors|fre|lor|son)dag(?:en)?(?: (?:morgon|kvall|eftermiddag))?",
    "nasta (?:vecka|helg|manad|ar|sprint|kvartal)",
    "om (?:en|ett|tva|tre|fyra|fem|tio|nagra|ett par|\\d+) (?:minuter|minut|min|timmar?|timma|dagar|dag|veckor|vecka|kvart)",
    "slutet (?:av|pa) (?:dagen|veckan|manaden|sprinten)",
  ),
  recent: anyOf(
    "i ?gar(?: ?(?:kvall|morse|eftermiddag|natt))?(?:se)?|i ?forrgar|gardagens|morgonens|nattens|dagens|i ?(?:morse|natt|kvall|dag|eftermiddag)|igarkvall",
    "(?:i |forra )?(?:man|tis|ons|tors|fre|lor|son)dag(?:s|en|ens)?(?: ?(?:kvall|morse|morgon))?|i helgen|helgens|midnatt",
    "(?:en|tva|tre|nagra|\\d+) (?:timmar?|timma|minuter) sedan|(?:en|tva|tre|fyra|fem|sex|[1-6]) (?:dag|dagar) (?:sedan|gammal|gamla)",
    "kl(?:ockan)?\\.? ?[012]?\\d",
  ),
  span: anyOf(
    "forra|aldre|gammal\\w*|gamla|sen|sedan|dagar|dag|veck\\w*|manad\\w*|arsgammal\\w*|lange|kvartal\\w*|(?<!vara )ar (?:sedan|gammal\\w*)|fjol\\w*",
    "januari|februari|april|maj|juni|juli|augusti|september|oktober|november|december|(?:i|fran|sedan|borjan av|slutet av) mars",
    "(?:i |forra )(?:varas|somras|hostas|vintras|varen|sommaren|hosten|vintern)|jul(?:en|as)|pasken?|(?:19|20)\\d\\d",
  ),
  part: anyOf(
    "racker|rackte|tillracklig\\w*|duger|lampar\\w*",
    "(?:vill|behover) (?:bara|endast) (?:ha|at)|(?:laget|tillstandet|versionen) (?:fore|innan|fran)|som (?:den|det|de) (?:var|sag ut)",
    "tabell\\w*|kolumn\\w*|rader|mapp\\w*|delvis|en del av|halva|vissa|enstaka|enskild\\w*|(?:bara|endast|enbart) (?:en|ett|tva|nagra|media\\w*|bilder\\w*|filer\\w*|tabell\\w*|produkt\\w*|order\\w*)",
    "(?:fran|av|vid) (?:da|den (?:tiden|dagen|tidpunkten|stunden|natten)|det (?:laget|ogonblicket))|dadvarande",
    "driftstopp\\w*|avbrott\\w*|avbryt\\w*|offline|nertid|nedtid|onabar\\w*|(?:halla|haller|hallas) (?:\\S+ ){0,4}(?:oppen|oppet|igang|online|uppe)|(?:oppen|online|uppe) hela tiden",
    "for alltid|for evigt|permanent\\w*|obegransa\\w*",
  ),
  demand: anyOf(
    "(?:den|det|de|dem|kopian|ogonblicksbilden|snapshoten|backupen|dumpen) (?:\\S+ )?(?:maste|ska|skall|bor|borde|behover)|(?:maste|ska|bor|borde) (?:\\S+ ){0,2}(?:innehalla|tacka|overleva|racka|vara kvar|finnas kvar|halla|folja med)|inklusive|exklusive|tillsammans med|inkl|exkl",
  ),
  bare: anyOf(
    "en|ett|det (?:ar|finns|blir|kommer)|den nya|de nya|vill|ville|ska|har|hade|tankte|behover|maste|bara for att|ar",
  ),
  beforeName: anyOf("till|i|in|pa|med|via|genom|fran|hos|av|kan|far|kunna|ska|ar"),
  bearer: anyOf(
    "\\w*miljo\\w*|env\\w*|gren\\w*|konto\\w*|anvandare\\w*|inloggning\\w*|atkomst\\w*|tillgang\\w*|rattighet\\w*|behorighet\\w*|roll(?:en)?|abonnemang\\w*|avtal\\w*|licens\\w*|projekt\\w*",
  ),
  determiner: anyOf(
    "den|det|de|var|vart|vara|min|mitt|mina|denna|detta|dessa|en|ett|deras|hans|hennes|er|ert|hela|gamla|nya",
  ),
  lead: anyOf(
    "att|eftersom|for|men|och|sa|nar|om|nu|medan|ar|blev|blivit|har|hade|sedan|ocksa|tydligen|tyvarr|hort|horde|drogs|togs",
  ),
  former: anyOf(
    "(?:lamnat|lamnade|lamnar|sagt upp|slutat med|hade|lag pa|korde|var pa|borta fran|bort fran|klara med)(?: \\S+){0,2} (?:starter|pro)|(?:starter|pro) (?:fram till|till och med|ar slut|gick ut|bakom oss)",
  ),
  reason: anyOf("eftersom|for att|sa att|ifall|aven om|trots att|fast"),
  event: anyOf(
    "(?:innan|fore|efter|vid|med|under|infor) (?:varje|en|ett|var|vart|vara) (?:deploy|releas|push|merg|bygg|uppgrader|uppdater|patch|andring|import|rea|migrer|driftsattning|lansering|go-?live)\\w*|varje gang|sa fort|nar (?:jag|vi|nagon|man)",
  ),
  contrary: anyOf(
    "forbjud\\w*|fel (?:att|om)|ett problem (?:om|att)|(?:bara|endast) (?:\\S+ ){1,3}(?:far|kan)(?! (?:jag|vi))|ingen(?: \\S+){0,3} (?:far|kan)|lasare|gaster?|observator\\w*|skrivskydd\\w*|lasrattighet\\w*",
  ),
  ailing: anyOf(
    "(?:stammer|funkar|fungerar|laddar|visas|svarar|gar) (?:\\S+ )?inte(?: (?:langre|riktigt|alls))?",
  ),
  otherDeed: anyOf(
    "anvanda|prova|arkivera|testa|migrera|importera|bygga om|analysera|felsoka|deploya|installera|visa|konfigurera|undersoka|exportera|merga|patcha|kopiera|uppdatera|uppgradera|behalla|andra",
  ),
  gone: anyOf(
    "radera\\w*|borttag\\w*|borta|forsvunn\\w*|forsvann|nedstangd\\w*|avvecklad\\w*|forstord\\w*",
  ),
  failed: anyOf(
    "misslyck\\w*|trasig\\w*|skada\\w*|ofullstandig\\w*|avbrut\\w*|false|fel(?:et|en)?|radera\\w*|forlora\\w*|borta|forsvunn\\w*|forsvann|korrupt\\w*|utgang\\w*|hanger|saknas",
  ),
};
