import { anyOf } from "../signal.ts";
import type { Ways } from "./ways.ts";

/** Swedish. */
export const SV: Ways = {
  leave: anyOf(
    "(?:nagot|ett|det) (?:\\S+ )?(?:satt|kommando) (?:for )?att|(?:nagon|en) (?:\\S+ )?(?:mojlighet|metod|vag) att|mojlighet(?:en)? att|ett alternativ|tillgangligt?",
    "(?:tillater|later|stoder) (?:\\S+ )?(?:konsolen|cli\\S*|plattformen)(?: (?:oss|mig|en))?",
    "(?:konsolen|cli\\S*|plattformen) (?:tillater|later|stoder)",
    "(?:funkar|fungerar|gar|duger) (?:det )?(?:att|med|bra)|(?:funkar|fungerar) (?:snapshot:\\w+|db[-:]dump|magento-cloud(?: \\S+)?|cli\\S*|konsolen)|(?:funkar|fungerar)(?: det)?",
    "ar det (?:okej|ok|lugnt|fritt fram|tillatet|genomforbart|gorbart|lagligt) (?:att|om)|har (?:vi|jag|man) (?:ratt|lov|mojlighet|behorighet) att|stods",
  ),
  runner: anyOf(
    "(?:(?:var|vart|en|ett) )?(?:(?:jenkins|gitlab|github|bitbucket|azure devops|circle ?ci|ci(?: ?/ ?cd)?|deploy|bygg|bash|shell|python|php|node)[- ]?)+(?:pipeline\\w*|jobb\\w*|runner\\w*|action\\w*|workflow\\w*|steg\\w*|skript\\w*|server\\w*)",
    "(?:var|vart|en|ett|i|fran) (?:ci(?: ?/ ?cd)?|jenkins|pipeline\\w*|makefile|workflow|ansible|playbook|gitlab ci|github actions?)",
    "(?:anropar|kor|koer|exekverar) (?:cli\\S*|magento-cloud|snapshot:\\w+|kommandot)",
    "cli-?verktyg\\w*|skript\\w*|script\\w*",
  ),
  machine: anyOf(
    "(?:i|med|fran|via) (?:ett |vart |mitt )?(?:bash|shell|python|php|node|sh)[- ]?skript\\w*",
    "(?:med|via) (?:en |var |min |ett )?(?:api|cli)?[- ]?(?:token|nyckel)|api[- ]?(?:token|nyckel)",
    "(?:fran) (?:min|var|en|mitt|vart) (?:egen |lokala |egna )?(?:laptop|dator|pc|mac|maskin|arbetsstation|jobbdator)",
    "fran (?:hemmet|hemma|windows|linux|macos|wsl|ubuntu)",
  ),
  admin: anyOf(
    "(?:kan|far) (?:en |var |vara )?(?:projekt|miljo)?-?admin\\w*",
    "(?:jag ar|vi ar|som|ar|ar jag) (?:en |ett )?(?:projekt|miljo)?-?admin\\w*",
    "(?:med|har) (?:en |ett )?(?:admin\\w*|administrator\\w*)[- ]?(?:roll\\w*|rattighet\\w*|behorighet\\w*|konto\\w*)?",
  ),
  mishap: anyOf(
    "efter (?:en|ett|den|det|var|vart) (?:\\S+ )?(?:misslyckad\\w*|misslyckat|trasig\\w*|dalig\\w*|daligt|kraschad\\w*|felaktig\\w*|havererad\\w*|halvfardig\\w*) (?:\\S+ )?(?:deploy\\w*|import\\w*|uppgradering\\w*|uppdatering\\w*|migrering\\w*|release\\w*|installation\\w*|\\S*installation|patch\\w*|bygge\\w*|merge\\w*|push\\w*|skript\\w*|andring\\w*|test\\w*|jobb\\w*|stadning|driftsattning|utrullning)",
    "(?:misslyckad\\w*|misslyckat|havererad\\w*|kraschad\\w*) (?:deploy\\w*|import\\w*|uppgradering\\w*|uppdatering\\w*|migrering\\w*|release\\w*|patch\\w*|merge\\w*|driftsattning)",
    "(?:deploy\\w*|importen?|uppgradering\\w*|uppdatering\\w*|migrering\\w*|release\\w*|patch\\w*|merge\\w*) (?:gick |gar |har )?(?:fel|snett|at skogen|at pipan|sonder|misslyckas|misslyckades|misslyckats|kraschade|kraschar|havererade)",
  ),
  hours: anyOf(
    "(?:\\S*deploy\\w*|release\\w*|lansering\\w*|uppgradering\\w*|migrering\\w*|import\\w*|demo\\w*|flytten|bytet) (?:pa|i|nu pa) (?:man|tis|ons|tors|fre|lor|son)dag\\w*",
    "(?:under|pa|utanfor|inom) (?:dagtid|dagen|kontorstid|arbetstid|lagtrafik|natten|helgen|helger(?:na)?|semestern)",
    "dagtid|(?:under|over) (?:jul\\w*|helgerna|rean|semestern)|pa helgen|nattetid|dag som natt",
    "(?:sa fort|sa snart|nar|efter att) (?:\\S*deploy\\w*|bygget|importen|uppgradering\\w*|uppdatering\\w*|migrering\\w*|releasen|mergen|testerna) (?:ar|har) (?:klar\\w*|fardig\\w*|slut\\w*|gatt klart)",
  ),
  unlaunched: anyOf(
    "(?:nar|fast|aven om|trots att) (?:vi|butiken|sajten|shoppen) (?:annu )?inte (?:ar |har )?(?:lanser\\w+|live|oppnat)(?: an)?",
    "(?:butiken|sajten|shoppen) (?:ar )?(?:fortfarande |annu )?(?:stangd|inte oppen|inte oppnad)",
    "(?:fore|innan) (?:var )?(?:lansering\\w*|go-?live|oppning\\w*)",
    "(?:fortfarande )?(?:under uppbyggnad|i utvecklingsfasen|under konstruktion)",
  ),
  tail: anyOf(
    "(?:innan|fore|infor|sa att (?:jag|vi|man)|for att kunna|ifall (?:jag|vi|man))(?! (?:that|then|toen|dess)) [^,.;:?!]+",
  ),
  saidOf: {
    "scheduled-snapshot": anyOf("veckovis|varje (?:natt|dag|vecka|timme)|dagligen"),
    "manual-snapshot": anyOf(
      "starta|dra igang|frysa|sakra|komplett|fullstandig\\w*|satta igang|avfyra|mot",
    ),
    restore: anyOf("senaste|nyaste|sista|applicera|nollstalla|aterga|fungerande"),
    "list-snapshots": anyOf(
      "befintliga|se|ser|syns|visa|visas|visar|synlig\\w*|titta|lista|oversikt|id|id-?n|sla upp|kolla",
    ),
    "database-dump": anyOf("dra|dra ut|ssh|mot|ut"),
    "dump-maintenance-mode": anyOf(
      "lage|hamnar|hamna|gar|satts|satter|stalls|slas|in|laggs|blir|lage",
    ),
    "automatic-snapshot": anyOf(
      "ingar|inkluder\\w*|tacks|inbyggd\\w*|aktiv\\w*|igang|rullar|dygnet runt|24/7|24 7|dag och natt",
    ),
  },
};
