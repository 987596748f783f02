import type { Locale } from "../../kernel/locale.ts";

const listed = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** The small words of each language: they tell a language, and say nothing about a subject. */
export const STOP_WORDS: Readonly<Record<Locale, ReadonlySet<string>>> = {
  en: listed(`a about after again all also am an and any are as at be because been before being but by
    can could did do does doing don done for from get got had has have having he her here him his how i
    if in into is isn it its just let like me more most my no not now of off on once only or other our
    out over own please same she should so some still such than that the their them then there these
    they this those through to too under until up us very was way we were what when where which while
    who whom whose why will with without would yet you your yours whats dont cant im ive were there's
    hello hi hey thanks please`),
  fr: listed(`a à ai aie alors après as au aucun aussi autre aux avant avec avez avons c ça car ce ceci
    cela celle celui ces cet cette chez ci comme comment d dans de depuis des deux donc du elle elles en
    encore entre es est et étaient était été être eu eux fait faire faut ici il ils j je jusqu l la là
    le les leur leurs lui m ma mais me même mes moi mon n ne nos notre nous on ont ou où par pas peu
    peut peux plus pour pourquoi pouvez pouvons puis qu quand que quel quelle quelles quels qui quoi
    s sa sans se sera ses si soit son sont suis sur t ta te tes toi ton tous tout toute très tu un une
    va vers voici vos votre vous y svp merci bonjour salut déjà est-ce`),
  nl: listed(`aan al alle alleen als ben bij daar dan dat de deze die dit doe doen door dus een eens en
    er ga gaan gaat geen geweest haar had heb hebben heeft hem het hier hij hoe hun ik in is ja je jij
    jou jullie kan kon kun kunnen maar mag me meer men met mij mijn moet moeten na naar niet niets nog
    nu of om omdat onder ons onze ook op over te toch toen tot u uit uw van veel via voor waar waarom
    wat we wel welke wie wij wil word worden wordt zal ze zelf zich zij zijn zit zo zonder zou aub
    graag bedankt hallo hoi heel even iets`),
  sv: listed(`alla allt än att av bara blev bli blir bör både de dem den denna deras dess det detta dig
    din dina dit ditt du där då efter ej eller en er era ert ett fick finns fram från få får för före
    före gå går göra gör ha hade han har henne hennes här hos hur i icke ifall in ingen inget inom
    inte ja jag kan kom kunde lite man med mellan men mer mig min mina mitt mot mycket måste ni nog nu
    när någon något några och om oss på redan sedan sig sin själv själva sitt ska skall skulle som så
    sådan till tack under upp ut utan vad var vara varför vart vi vid vilka vilken vilket vill vår
    våra vårt åt är över hej tjena`),
};
