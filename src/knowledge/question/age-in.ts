/** Words for numbers, and for amounts that are only roughly told. */
const AMOUNTS: Readonly<Record<string, number>> = {
  ...named("a an one un une een en ett", 1),
  ...named("two deux twee tva couple few paar par quelques enkele nagra several", 2),
  ...named("three trois drie tre", 3),
  ...named("four quatre vier fyra", 4),
  ...named("five cinq vijf fem", 5),
  ...named("six zes sex", 6),
  ...named("seven sept zeven sju", 7),
  ...named("eight huit acht atta", 8),
  ...named("nine neuf negen nio", 9),
  ...named("ten dix tien tio", 10),
  ...named("twelve douze twaalf tolv", 12),
  ...named("fourteen veertien fjorton", 14),
  ...named("fifteen quinze quinzaine vijftien femton", 15),
  ...named("twenty vingt twintig tjugo", 20),
  ...named("thirty trente dertig trettio", 30),
};

function named(words: string, amount: number): Record<string, number> {
  return Object.fromEntries(words.split(" ").map((word) => [word, amount]));
}

const UNIT =
  "(?<unit>days?|fortnights?|jours?|dagen|dag|dagar|weeks?|semaines?|weken|week|veckor|vecka|months?|mois|maanden|maand|manader|manad)";
const AGE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?<amount>\\d+|${Object.keys(AMOUNTS).join("|")})(?:[ -](?:of|de))?[ -]?${UNIT}(?!\\p{L})`,
  "u",
);
/** "A week or three old". */
const ABOUT =
  /(?<!\p{L})(?<unit>dag|week|maand|vecka|manad) (?:of|eller) (?<amount>\p{L}+|\d+)(?!\p{L})/u;
const OLD =
  /(?<!\p{L})(?:ago|(?<=(?:days?|weeks?|months?|dagen|dag|weken|week|maanden|maand) )(?:back|terug)|old|date(?:nt)? (?:de|d')|il y a|vieux|vieille|ancien\w*|encore|toujours|still|nog|fortfarande|geleden|oude?|gammal|gamla|gammalt|sedan|sen|age)(?!\p{L})/u;
/** A span of days beside the wish to go back can only be an age. */
const GOES_BACK =
  /(?<!\p{L})(?:restor|restaur|revenir|remettre|herstel|terug|aterstall|tillbaka|roll\w* (?:\S+ )?back|go back)/u;
const COPY_OF =
  /(?:snapshot|instantane|sauvegarde|backup|back-up|cliche|momentopname|ogonblicksbild|sakerhetskopia)\w* (?:\S+ ){0,3}(?:de|d'il y a|van|fran|pa) \d/;
const LAST_MONTH =
  /(?<!\p{L})(?:last months?|le mois (?:dernier|passe)|vorige maand|afgelopen maand|forra manaden\w*)(?!\p{L})/u;
const DAYS_IN_A_MONTH = 30;

/** What tells an age: the amount with its unit, and the word for old or ago. */
export const agePatterns: readonly RegExp[] = [AGE, OLD];

/** How many days old the thing spoken of is said to be, roughly; nothing where no age is told. */
export function ageIn(text: string): number | undefined {
  if (LAST_MONTH.test(text)) return DAYS_IN_A_MONTH;
  const { amount, unit } = about(text) ?? spanIn(text);
  if (unit === "" || ![OLD, COPY_OF, GOES_BACK].some((one) => one.test(text))) return undefined;
  return (AMOUNTS[amount] ?? Number(amount)) * daysIn(unit);
}

type Span = { readonly amount: string; readonly unit: string };

function spanIn(text: string): Span {
  const { amount = "", unit = "" } = AGE.exec(text)?.groups ?? {};
  return { amount, unit };
}

function about(text: string): Span | undefined {
  const { amount = "", unit = "" } = ABOUT.exec(text)?.groups ?? {};
  return amount in AMOUNTS ? { amount, unit } : undefined;
}

function daysIn(unit: string): number {
  if (unit.startsWith("fortnight")) return 14;
  if (/^(?:[wv]e|sem)/.test(unit)) return 7;
  return unit.startsWith("m") ? DAYS_IN_A_MONTH : 1;
}
