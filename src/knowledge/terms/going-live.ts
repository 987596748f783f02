/** Words that bring in the occasion of a deed: "before we deploy to production". */
const OCCASION =
  /(?:^| )(?:before|prior to|ahead of|until|till|after|once|when|while|as|since|because|avant|apres|pour|lors|quand|des|pendant|avec|depuis|voor|voordat|vooraleer|alvorens|na|nadat|als|zodra|wanneer|tijdens|omdat|want|innan|fore|infor|efter|nar|medan|under|eftersom)(?: |$)/;

/** What goes live goes to an environment, whatever is asked of another. */
const GOING_TO =
  /(?:^| )(?:deploy(?:ing|s|ed|ment|ments)?|push(?:ing|es|ed)?|releas(?:e|es|ing|ed)|ship(?:s|ping|ped)?|promot(?:e|es|ing|ed)|merg(?:e|es|ing|ed)|go(?:es|ing)?|launch(?:es|ing|ed)?|rollout|roll(?:s|ing|ed)? (?:it |this |that )?out|mise|mises|mep|mettre|mettons|met|passage|passer|passons|passe|deploiements?|deployer|deployons|deploie|livraison|livrer|livrons|livre|pousser|poussons|merger|bascule|basculer|lancement|sortie|livegang|uitrol|gaan|gaat|deployen|uitrollen|releasen|pushen|deployar|deploya|slapper|slappa|pushar|pusha|rullar(?: vi| jag)?(?: ut)?|lanserar|lansera|mergar|gar|ga)(?: (?!not|pas|niet|inte|and|or|et|ou|en|of|och|eller|to|into|naar|till)\w+){0,2} (?:to|into|on|onto|in|en|sur|vers|naar|op|till|i|ut i|mot|pa)(?: (?:the|our|la|notre|de|onze))?$/;

const GOES =
  /^(?:deploy|release|rollout|roll-out|push|launch|cutover|go-live|merge|deployment)s?(?: |$)/;
const GOES_AFTER =
  /^(?:deployen|gaan|gaat|pushen|releasen|uitrollen|zetten|brengen|mergen|uitgerold|live|livegang|uitrol|lansering\w*|slapp\w*)(?: |$)/;
const WORD_OF_IT =
  /^(?:produktion(?:s|en)?(?:satt|slapp|release|deploy|lanser|driftsatt)|productie(?:release|deploy|gang|livegang|uitrol)|prod(?:deploy|release|satt|slapp))\w*$/;

/**
 * Whether an environment is only named because something goes live there: "before Thursday's prod
 * deploy". Tokens are folded.
 */
export function isWhereItGoesLive(tokens: readonly string[], at: number, length: number): boolean {
  if (WORD_OF_IT.test(tokens[at] ?? "")) return true;
  const after = tokens.slice(at + length, at + length + 2).join(" ");
  if (GOES.test(after)) return true;
  const before = tokens.slice(Math.max(0, at - 8), at).join(" ");
  return OCCASION.test(before) && (GOING_TO.test(before) || GOES_AFTER.test(after));
}
