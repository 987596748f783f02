import type { Locale } from "../../kernel/locale.ts";
import { foldWord } from "./fold-word.ts";

const listed = (words: string): ReadonlySet<string> => {
  const all = words.trim().split(/\s+/);
  return new Set([...all, ...all.map(foldWord)]);
};

/**
 * Words that say nothing about a subject, with and without accents, French elisions among them.
 * For search only: whoever reads a question needs its negations.
 */
export const SEARCH_STOP_WORDS: Readonly<Record<Locale, ReadonlySet<string>>> = {
  en: listed(`a an and are as at be been but by can could did do does for from had has have how i if
    in into is it its may me my no not of on or our should so such than that the their them then
    there these they this to under up us was we were what when where which who why will with would
    you your am about after any also because get got just let make need same some want while whether`),
  fr: listed(`a à au aux avec avez avoir avons c ce ces cela cette cet ceci comment comme d dans de
    des du elle en est et été être eux fait faire faut il ils j je l la le les leur leurs lors
    lorsque m ma mais me mes moi mon n ne nos notre nous on ont ou où par pas peut peux plus pour
    pourquoi puis qu quand que quel quelle quelles quels qui quoi s sa sans se ses si son sont sur t
    te tes toi ton tu un une vos votre vous y afin alors aussi car chez donc entre après avant suis
    cas dois doit ainsi lorsqu puisqu jusqu quoiqu`),
  nl: listed(`aan al alles als altijd andere ben bij daar dan dat de der deze die dit doch doen door
    dus een eens en er ge geen haar had heb hebben heeft hem het hier hij hoe hun iemand iets ik in
    is ja je kan kon kunnen maar me meer men met mij mijn moet na naar niet niets nog nu of om omdat
    onder ons ook op over reeds te tegen toch toen tot u uit uw van veel voor want waren was wat we
    wel werd wezen wie wij wil worden wordt zal ze zei zelf zich zij zijn zo zonder zou waarom waar
    wanneer welke welk moeten kunt`),
  sv: listed(`alla allt att av bara bli blir blev de dem den denna deras dess det detta dig din dina
    ditt du där då efter ej eller en er era ert ett från för ha hade han hans har hon hur här i icke
    in inte jag kan kunde man med mellan men mig min mina mitt mot mycket ni nu när någon något
    några och om oss på samma sedan sig sin sina sitt själv skall ska skulle som så till under upp
    ut utan vad var vara varför varit varje vem vi vid vilken vilket vilka vår våra vårt än är åt
    över finns får gör göra måste vill också ju`),
};
