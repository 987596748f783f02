import type { Locale } from "../../../kernel/locale.ts";
import type { Question } from "../read-question.ts";
import { WAYS } from "../speech.ts";
import type { Context } from "../subject.ts";

/** Manual snapshots go after so many days. */
export const LONGEST_KEPT_DAYS = 7;

const SEES =
  /(?<!\p{L})(?:see|view|look (?:up|at)|shows?|displays?|voir|vois|consult\w+|affich\w+|visualis\w+|zien|zie|bekijk\w*|inzien|tonen|toont|opvragen|weergeven|se|ser|titta|visa|visar|syns)(?!\p{L})/u;

/** Snapshots of one's own are to be seen, and nothing else is to be done with them. */
export const seesCopies = (context: Context): boolean =>
  SEES.test(context.question.text) &&
  context.question.plans.length > 0 &&
  !isManaged(context) &&
  context.has("backup") &&
  (!context.has("how") || asksForAWay(context)) &&
  !context.any(
    "take",
    "restore",
    "you-do",
    "support",
    "contents",
    "files",
    "code",
    "moment",
    "where",
  );

const AUTOMATE = /(?<!\p{L})automat(?:e|ing|iser|iseren|isera)(?!\p{L})/u;

/** To be made automatic by oneself. */
export const automates = ({ question }: Context): boolean => AUTOMATE.test(question.text);

/** A snapshot or a backup is spoken of, as a thing or as a deed. */
export const hasCopy = ({ any }: Context): boolean => any("backup", "back-up-verb");

/** Pro staging and production: the snapshots there are Adobe's, not the customer's. */
export const isManaged = ({ question: { plans, environments } }: Context): boolean =>
  plans.includes("pro") && environments.length > 0 && !environments.includes("integration");

/** A snapshot of one's own that is gone by now. */
export const isTooOld = (context: Context): boolean =>
  ((context.question.ageDays ?? 0) > LONGEST_KEPT_DAYS || context.has("expired")) &&
  !isManaged(context);

/** A plan or an environment is named. */
export const isPlaced = ({ question: { plans, environments } }: Context): boolean =>
  plans.length > 0 || environments.length > 0;

/** Leave that is asked for. */
export const PERMISSION =
  /(?<!\p{L})(?:can|could|may|might|allowed|possible|able|peut|peuvent|puis|peux|pouvons|pourr\w+|autorise\w*|kan|kun|kunnen|zou|zouden|mag|mogen|mogelijk|far|kunna|kunde|skulle|gar det|mojligt|tillatet)(?!\p{L})/u;

const FAVOUR =
  /(?<!\p{L})(?:ask\w*|request\w*|on demand|right now|will|demand\w*|maintenant|tout de suite|vragen|verzoek|nu meteen|zal|be om|be|begar\w*|just nu)(?!\p{L})/u;

/** Somebody is to do it this once, rather than does so all the time. */
export const asksAFavour = ({ question: { text } }: Context): boolean =>
  PERMISSION.test(text) || FAVOUR.test(text);

const MANUAL =
  /(?<!\p{L})(?:manu[ae]\w*|by hand|my ?self|ourselves|a la main|(?:moi|nous)[- ]memes?|handmatig\w*|met de hand|zelf|for hand|sjalv\w*|egen|own)(?!\p{L})/u;

/** Whether one may is asked, rather than how it is done. */
export const asksPermission = (context: Context): boolean =>
  PERMISSION.test(context.question.text) || asksForAWay(context);

/** "Is there a way to", "does the CLI let me": leave, and no question how. */
export const asksForAWay = ({ question: { text, locale } }: Context): boolean =>
  WAYS[locale].leave.test(text);

/** Somebody has the role already that it takes. */
export const hasTheRole = ({ question: { text, locale } }: Context): boolean =>
  WAYS[locale].admin.test(text) && !OTHER_ROLE.test(text);

const OTHER_ROLE =
  /(?<!\p{L})(?:contribut\w*|viewers?|readers?|lecteurs?|observat\w+|bijdrager\w*|medewerkers?|lezers?|kijkers?|bidragsgivare|lasare|roles? (?:do|does|is)|(?:which|what|quel\w*|welke|vilken) (?:roles?|rol|roll|droits?|rechten|rights))(?!\p{L})/u;

const SAID_AUTOMATIC = /(?<!\p{L})auto|(?<!\p{L})(?:vanzelf|tout seul|av sig sjalv|by itself)/u;
const JOINTS: Readonly<Record<Locale, RegExp>> = {
  en: /[.,;:?!]| (?:but|or|and) /u,
  fr: /[.,;:?!]| (?:mais|ou|et) /u,
  nl: /[.,;:?!]| (?:maar|of|en) /u,
  sv: /[.,;:?!]| (?:men|eller|och) /u,
};
const OR: Readonly<Record<Locale, RegExp>> = { en: / or /, fr: / ou /, nl: / of /, sv: / eller / };
const BY_HAND = /(?<!\p{L})(?:manu[ae]|by hand|a la main|handmatig|met de hand|for hand)/u;
const DUTY =
  /(?<!\p{L})(?:must|have to|has to|need to|do i need|moet(?:en)?|maste|ska vi|behover|dois|devons|doit|faut)(?!\p{L})/u;

/**
 * "Can it be backed up by hand" speaks of doing it oneself, whatever the verb sounds like; and of
 * "manually" and "automatically" together, the one that stands with "may I" is asked.
 */
export function asksToDoItOneself({ question: { text, locale }, has }: Context): boolean {
  if (!has("manual")) return false;
  if (!SAID_AUTOMATIC.test(text)) {
    return PERMISSION.test(text) || (BY_HAND.test(text) && !OR[locale].test(text));
  }
  const clauses = text.split(JOINTS[locale]);
  return clauses.some(
    (one) =>
      MANUAL.test(one) && PERMISSION.test(one) && !DUTY.test(one) && !SAID_AUTOMATIC.test(one),
  );
}

const FINDING =
  /(?<!\p{L})(?:find|see|trouv\w*|voir|vois|vind\w*|zien|zie|inzien|bekijken|consult\w*|hitta\w*|ser?|view)(?!\p{L})/u;

/** Where one gets to see something, rather than where it is kept. */
export const looksForIt = ({ question }: Context): boolean => FINDING.test(question.text);

const HOW_OFTEN =
  /how (?:often|frequently)|(?<!difference )(?<!verschil )(?<!skillnaden )(?:gap|interval|apart|ecart|intervalle) .{0,30}(?:snapshots?|backups?|instantanes?|sauvegardes?|momentopname\w*|ogonblicksbild\w*)|(?:snapshot|backup|momentopname|ogonblicksbild)\w* apart|hur langt mellan|hoeveel tijd .{0,15}tussen|quel (?:ecart|intervalle)|per day|per hour|combien de fois|frequence|tous les combien|par jour|par heure|hoe vaak|per dag|per uur|hur ofta|om dagen|per timme/;

export const asksHowOften = ({ question }: Context): boolean => HOW_OFTEN.test(question.text);

const LIVE_NEEDED =
  /(?:need|must|have to|has to|require\w*|doit|faut|necessaire|moet|nodig|hoeft|maste|kravs|behover) .{0,40}(?:live|launch\w*|lance\w*|en ligne|gelanceerd|online|lanserad\w*)(?! ?backup)/;

/** Whether the shop must be launched is asked; the option `--live` is another thing. */
export const asksWhetherLive = ({ question: { text } }: Context): boolean =>
  !text.includes("--live") && LIVE_NEEDED.test(text);

export const seeksButton = ({ question }: Context): boolean =>
  /button|bouton|knop|knapp/.test(question.text);

const OTHER_PLACE =
  /another|different|other|second|somewhere|elsewhere|autre|ailleurs|local|(?:new|fresh|nouvel\w*|nieuwe?|verse|nya?|nytt) (?:branche?|env|gren|miljo|omgeving)|ander|elders|ergens|lokaal|annan|annat|--target|lokal/;

/** From one environment into another: two are named, or "another" is said. */
export const crossesOver = ({ question, has }: Context): boolean =>
  has("elsewhere") && (question.environments.length > 1 || OTHER_PLACE.test(question.text));

const SPAN =
  /\d+ (?:days?|weeks?|months?|jours?|semaines?|mois|dagen|weken|maanden|dagar|veckor|manader)/;

/** A span of days, weeks or months is named. */
export const namesSpan = ({ question }: Context): boolean => SPAN.test(question.text);

const RETENTION = /retention|retentie|conservation|bewaartermijn|bevarandetid|lagringstid/;

export const saysRetention = ({ question }: Context): boolean => RETENTION.test(question.text);

const ROLE =
  /(?<!\p{L})(?:roles?|permissions?|rights|admin\w*|contribu\w+|viewer|droits|habilitation\w*|rol(?:len)?|rechten|bevoegd\w*|beheerder\w*|roll(?:en|er)?|behorighet\w*|rattighet\w*)(?!\p{L})/u;

/** A role or a permission is named, rather than "who can". */
export const saysRole = ({ question }: Context): boolean => ROLE.test(question.text);

const WHEN_TAKEN =
  /(?:when|what time) .{0,25}(?:taken|made|created)|(?:quand|heure) .{0,25}(?:pris|fait|cree)|wanneer .{0,25}(?:gemaakt|genomen)|(?<!\p{L})nar .{0,25}(?:togs|tagen|tagits|gjord\w*|skapad\w*)/u;

/** When a snapshot that lies there was taken. */
export const asksWhenTaken = ({ question }: Context): boolean => WHEN_TAKEN.test(question.text);

const VIA_SUPPORT = /(?<!\p{L})(?:via|through|par|genom|over)(?: \S+)? support/u;

/** Whether the way leads through support, rather than whether support does it. */
export const goesViaSupport = ({ question }: Context): boolean => VIA_SUPPORT.test(question.text);

const SIZE =
  /max\w* .{0,12}(?:size|taille|grootte|storlek)|(?:size|taille|grootte|storlek) max|how (?:big|large) (?!an? )|maxgrootte|maxstorlek/;

export const asksForSize = ({ question }: Context): boolean => SIZE.test(question.text);

const WHO_TAKES =
  /who (?:takes|makes|does|creates|runs|handles)|(?<!cron )(?<!cronjob )(?<!job )(?<!tache )(?<!script )(?<!commande )qui (?:fait|prend|cree|s'occupe|realise)|wie (?:maakt|doet|neemt|verzorgt|regelt)|vem (?:tar|gor|skapar|skoter|ansvarar)/;

/** Whose duty the snapshots are: the vendor's, where they are automatic. */
export const asksWhoTakes = ({ question }: Context): boolean => WHO_TAKES.test(question.text);

const ONLY =
  /(?<!\p{L})(?:only|just|uniquement|seulement|alleen|enkel|slechts|bara|endast|enbart)(?!\p{L})/u;

export const saysOnly = ({ question }: Context): boolean => ONLY.test(question.text);

const WHAT_INSIDE =
  /(?:what|que|quoi|wat|vad).{0,20}(?:includ|contain|contien|inclu|bevat|zit|innehall|ingar)|(?:which|what|quel\w*|welke|vilk\w+) (?:\w+ )?(?:folders?|files?|director\w+|mounts?|dossiers?|fichiers?|repertoires?|montages?|mappen|bestanden|mappar|filer|kataloger|monteringar)(?!\w)/;

export const asksWhatIsInside = ({ question }: Context): boolean => WHAT_INSIDE.test(question.text);

/** Words for something lost: the reason for a restore. */
export const LOST =
  /(?<!\p{L})(?:wiped|lost|overwritten|nuked|trashed|broke|dropped|ecrase\w*|ecrabouille\w*|vide[es]*|overschreven|leeggemaakt|gewist|overskriv\w+|overskriven|tomd\w*|destroyed|corrupt(?:ed)?|deleted|broken|efface\w*|perdu\w*|supprime\w*|detruit\w*|corrompu\w*|casse\w*|gewist|kwijt|verwijderd|verloren|vernietigd|stuk|kapot|raderat|raderats|raderade\w*|forlorat|forstord\w*|trasig\w*|borta)(?!\p{L})/u;

/** Something was lost: what one wants to know is how it comes back. */
export const saysLost = ({ question }: Pick<Context, "question">): boolean =>
  LOST.test(question.text);

const GETS =
  /(?:does|do|is|are) (?:\S+ ){1,6}getting (?:\S+ )?(?:backups|snapshots)|(?:does|do) (?:\S+ ){1,6}get (?:\S+ )?(?:hourly|nightly|daily|weekly|regular|automat\w*)|krijg(?:t|en) (?:\S+ ){1,6}(?:elk|elke|ieder|dagelijks|automat)|(?:elk|elke|iedere?|dagelijks|automat\w*) (?:\S+ ){0,3}krijg(?:t|en)|a droit aux?|(?:recevons|recoit|a|avons|avez)-(?:t-)?(?:on|nous|vous|elle|il) (?:\S+ ){0,5}(?:sauvegarde|backup|snapshot|instantane)\w* auto|(?<!\p{L})far (?!vi|man|jag)(?:\S+ ){1,4}(?:timvis|nattlig|daglig|automat)|(?<!\p{L})far (?:\S+ )?(?:staging|stg|prod|integration|miljo)\S* (?:\S+ ){0,3}(?:snapshot|backup|ogonblicks)/u;

/** An environment gets snapshots all the time; nobody wants to get hold of one. */
export const isGivenRegularly = ({ question }: Context): boolean => GETS.test(question.text);

const INTO =
  /(?<!\p{L})(?:on|onto|in|into|to|over|sur|vers|dans|op|naar|till|i|pa) (?:the |our |la |l'|notre |de |onze |var )?(?:staging|stg|stage|preprod|recette|acceptatie|integra|dev|ontwikkel|utveckling|prod|live)/u;
const LISTED =
  / (?:and|or|et|ou|en|of|och|eller|resp) (?:\S+ )?(?:staging|stg|preprod|integra|prod)/;

/** "A snapshot of production onto staging": two environments, and a way between them. */
export const goesInto = ({ question: { environments, text } }: Context): boolean =>
  environments.length > 1 && INTO.test(text) && !LISTED.test(text);

const MOVES =
  /(?<!\p{L})(?:mov(?:e|ing)|transfer\w*|bring\w*|push\w*|deplac\w+|pouss\w+|verplaats\w*|overzet\w*|overbreng\w*|flytta\w*|overfor\w*)(?!\p{L})/u;

/** A copy is to be carried along that way. */
export const movesOver = (context: Context): boolean =>
  goesInto(context) && MOVES.test(context.question.text);

/** Two environments that are no list of two: one deed cannot mean both. */
export const namesApart = ({ environments, text }: Question, action: string): boolean =>
  action === "restore" && environments.length > 1 && !LISTED.test(text);

const UNLESS =
  /(?<!\p{L})(?:unless|sauf si|a moins|tenzij|behalve als|om (?:vi|jag|man) inte|om inte (?:vi|jag|man)|si (?:on|nous|je) (?:\S+ ){0,3}pas|if (?:we|i) (?:don't|do not|dont)|als (?:we|wij|ik) (?:\S+ ){0,3}niet)(?!\p{L})/u;

/** "None happen unless we take them": whether anybody else does. */
export const saysUnless = ({ question }: Context): boolean => UNLESS.test(question.text);

/** "Adobe takes none": what the vendor does all the time, as nobody speaks of a favour. */
export const saysWhatVendorDoes = (context: Context): boolean =>
  /(?<!\p{L})adobe(?!\p{L})/u.test(context.question.text) &&
  !context.has("moment") &&
  !asksAFavour(context);

/** By hand, in so many words. */
export const saysByHand = ({ question }: Context): boolean => BY_HAND.test(question.text);

const WHEN_RESTORING =
  /(?<!\p{L})(?:when|if|once|after) (?:i|we) (?:do a )?restor|(?:quand|si|lorsque) (?:je|on|nous) restaur|(?:als|wanneer) (?:ik|we|wij) (?:\S+ ){0,4}(?:herstel|terugzet|restor)|(?:om|nar) (?:jag|vi|man) (?:\S+ ){0,2}aterstall/u;

/** "When I restore, …": what a restore does, not how to do one. */
export const saysWhenRestoring = ({ question }: Context): boolean =>
  WHEN_RESTORING.test(question.text);

const OR_US =
  /(?:or (?:is (?:it|that)|do|must|should) (?:on )?(?:us|we)|ou (?:c'est |est-ce )?(?:a )?nous|ou (?:on|doit-on|faut-il)|of (?:moeten|doen|is het aan|mogen) (?:wij|we|ons)|eller (?:far|maste|gor|ska|ar det) vi)(?!\p{L})/u;

/** Who does it is asked, them or us. */
export const saysOrUs = ({ question }: Context): boolean => OR_US.test(question.text);

/** The support team, and nothing automatic, is to take it. */
export const saysSupportTakes = ({ question: { text }, has }: Context): boolean =>
  /(?<!\p{L})support(?!ed)/u.test(text) && has("take") && !SAID_AUTOMATIC.test(text);
