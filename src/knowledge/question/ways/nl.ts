import { anyOf } from "../signal.ts";
import type { Ways } from "./ways.ts";

/** Dutch. */
export const NL: Ways = {
  leave: anyOf(
    "(?:een|enige|de) (?:\\S+ )?(?:manier|mogelijkheid|optie|methode|commando) om",
    "(?:laat|laten|staat|ondersteunt|accepteert) (?:de |het )?(?:cloud )?(?:console|cli|platform|opdrachtregel)(?: (?:me|mij|ons|je|toe))?",
    "(?:console|cli|platform)(?: (?:me|mij|ons|je))? (?:laat|laten|staat toe|ondersteunt)",
    "(?:werkt|lukt|draait) (?:de |het )?(?:snapshot:\\w+|db[-:]dump|magento-cloud(?: \\S+)?|cli|console)",
    "(?:werkt|lukt|gaat) (?:dat|het|dit)|lukt het om|werkt(?=\\W*$)|een (?:optie|mogelijkheid)|beschikbaar|toegelaten|toegestaan|ondersteund|in staat om|bevoegd om|is het (?:te doen|doenbaar|haalbaar)",
  ),
  runner: anyOf(
    "(?:(?:onze|de|een|mijn|het) )?(?:(?:jenkins|gitlab|github|bitbucket|azure devops|circle ?ci|ci(?: ?/ ?cd)?|deploy|build|release|bash|shell|python|php|node)[- ]?)+(?:pipelines?|jobs?|runners?|actions?|workflows?|stap|stappen|scripts?|scriptje|server)",
    "(?:onze|de|een|mijn|in) (?:ci(?: ?/ ?cd)?|jenkins|pipeline|makefile|workflow|ansible|playbook|gitlab ci|github actions?)",
    "(?:aanroep\\w*|uitvoer\\w*|draai\\w*) (?:van )?(?:de )?(?:cli|magento-cloud|snapshot:\\w+)",
    "cli[- ]?tool|scriptje",
  ),
  machine: anyOf(
    "(?:in|met|vanuit|via) (?:een |ons |mijn )?(?:bash|shell|python|php|node|sh)[- ]?script(?:je)?",
    "(?:met|via) (?:een |onze |mijn |het )?(?:api|cli)?[- ]?token|api[- ]?token",
    "(?:vanaf|vanuit) (?:mijn|onze|een|m'n|de) (?:eigen |lokale )?(?:laptop|computer|pc|mac|machine|werkstation|werkplek)",
    "(?:vanaf|vanuit) (?:huis|thuis|windows|linux|macos|wsl|ubuntu)",
  ),
  admin: anyOf(
    "(?:kan|mag|kunnen|mogen) (?:een |onze |de )?(?:project|omgevings?)?-?(?:admins?|beheerders?)",
    "(?:ik ben|we zijn|wij zijn|als|is|ben ik|ben) (?:een |de )?(?:project|omgevings?)?-?(?:admin\\w*|beheerder)",
    "(?:met|heeft|heb|hebben) (?:een |de |mijn )?(?:admin|beheerders?|administrator)[- ]?(?:rol|rechten|toegang|account)",
  ),
  mishap: anyOf(
    "na (?:een|de|onze|die|deze) (?:\\S+ )?(?:mislukte|foute|kapotte|slechte|verkeerde|gecrashte|mislopen|misgelopen|vastgelopen|rampzalige) (?:\\S+ )?(?:deploy\\w*|import\\w*|upgrade|update|migratie|release|installatie|patch|build|merge|push|script\\w*|wijziging|test|job|opschoning|query|uitrol|livegang)",
    "(?:mislukte|foute|kapotte|misgelopen|gecrashte) (?:deploy\\w*|import\\w*|upgrade|update|migratie|release|installatie|patch|merge|uitrol)",
    "(?:deploy\\w*|import|upgrade|update|migratie|release|patch|merge|uitrol) (?:is |was |ging |gaat |liep |loopt )?(?:mislukt\\w*|fout|mis|verkeerd|stuk|gecrasht|vast)",
  ),
  hours: anyOf(
    "(?:deploy\\w*|release|livegang|lancering|upgrade|migratie|import|demo|uitrol|overstap) (?:van|op|aanstaande) (?:maan|dins|woens|donder|vrij|zater|zon)dag",
    "(?:tijdens|in|buiten|binnen) (?:de |het )?(?:dag|kantooruren|kantoortijd|werkuren|werktijd|daluren|nacht|weekend|weekends|vakantie)",
    "overdag|(?:tijdens|in) de (?:feestdagen|kerst|vakantie|uitverkoop)|in het weekend|dag en nacht",
    "(?:zodra|als|nadat|wanneer) (?:de|onze|het|een) (?:deploy\\w*|build|import|upgrade|update|migratie|release|merge|tests?) (?:klaar|gedaan|voltooid|afgerond|gelukt)(?: is)?",
  ),
  unlaunched: anyOf(
    "(?:als|terwijl|ook al|wanneer|nu) (?:we|wij|de (?:shop|winkel|site|webshop)) (?:nog )?niet (?:live|gelanceerd|online)(?: zijn| is)?|nog in de bouwfase(?: zitten| zit)?",
    "(?:winkel|shop|webshop|site) (?:is )?(?:nog )?(?:dicht|gesloten|niet open) ?(?:is)?",
    "voor (?:de |onze )?(?:livegang|lancering|go-?live|opening)",
    "(?:nog )?(?:in aanbouw|in (?:de )?ontwikkelfase|in opbouw)",
  ),
  tail: anyOf(
    "(?:voordat|alvorens|voor (?:ik|we|wij|je)|(?:vlak|net|juist) voor|zodat (?:ik|we|wij)|om .{0,15}te kunnen|voor als|voor het geval)(?! (?:that|then|toen|dess)) [^,.;:?!]+",
  ),
  saidOf: {
    "scheduled-snapshot": anyOf("wekelijkse?|(?:elke|iedere) (?:nacht|dag|week)|dagelijkse?"),
    "manual-snapshot": anyOf(
      "schieten|veiligstellen|vastleggen|aanmaken|volledig|compleet|complete|laten draaien|starten|opzetten",
    ),
    restore: anyOf("laatste|nieuwste|meest recente|recentste|toepassen|resetten|werkende|goede"),
    "list-snapshots": anyOf(
      "bestaande|laat|laten|herstelbare?|valt|zie|zien|ziet|bekijk\\w*|inzien|inzage|tonen|toont|zichtbaar|opvragen|opzoeken|lijst\\w*|overzicht|staan|id|ids|id's|weergeven|weergegeven",
    ),
    "database-dump": anyOf("trek\\w*|ssh|eruit"),
    "dump-maintenance-mode": anyOf(
      "mode|gaat|staat|komt|zet|schakel\\w*|valt|springt|modus|stand|onderhoudsstand",
    ),
    "automatic-snapshot": anyOf(
      "inbegrepen|inbegrip|gedekt|meegenomen|ingebouwd|actief|aanwezig|24/7|24 7|de klok rond|rond de klok|dag en nacht",
    ),
  },
};
