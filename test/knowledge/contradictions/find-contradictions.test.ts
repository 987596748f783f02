import { expect, test } from "vitest";
import type { Editions } from "./support.ts";
import { checkContent } from "../../../src/knowledge/contradictions/check-content.ts";
import { CONCEPTS, corpusOf, findingsIn, rulesIn } from "./support.ts";

const NIGHTLY: Editions = {
  en: "The parrot is not fed automatically, but you can feed it by hand.",
  fr: "Le perroquet n’est pas nourri automatiquement, mais vous pouvez le nourrir à la main.",
  nl: "De papegaai wordt niet automatisch gevoerd, maar u kunt hem met de hand voeren.",
  sv: "Papegojan matas inte automatiskt, men du kan mata den för hand.",
};

test("findContradictions() is silent where four languages deny the same", () => {
  expect(findingsIn(NIGHTLY)).toEqual([]);
});

test.each<[what: string, edit: Editions, rule: string]>([
  ["an English not", { en: "The parrot is fed automatically, but you can feed it by hand." }, "en"],
  [
    "a French pas",
    { fr: "Le perroquet n’est nourri automatiquement, mais vous pouvez le nourrir à la main." },
    "fr",
  ],
  [
    "a French ne and pas",
    { fr: "Le perroquet est nourri automatiquement, mais vous pouvez le nourrir à la main." },
    "fr",
  ],
  [
    "a Dutch niet",
    { nl: "De papegaai wordt automatisch gevoerd, maar u kunt hem met de hand voeren." },
    "nl",
  ],
  ["a Swedish inte", { sv: "Papegojan matas automatiskt, men du kan mata den för hand." }, "sv"],
])("findContradictions() finds the loss of %s", (_what, edit, locale) => {
  expect(rulesIn({ ...NIGHTLY, ...edit })).toEqual([`negation-differs ${locale}`]);
});

test("findContradictions() finds a negation that one language adds", () => {
  const found = rulesIn({
    en: "The well is open to everybody in the village at night.",
    fr: "Le puits est ouvert à tout le village la nuit.",
    nl: "De put is ’s nachts open voor het hele dorp.",
    sv: "Brunnen är inte öppen för hela byn på natten.",
  });
  expect(found).toEqual(["negation-differs sv"]);
});

const KEPT: Editions = {
  en: "A letter is kept for 7 days on any shelf of Pro staging.",
  fr: "Une lettre est conservée 7 jours sur n’importe quelle étagère de la staging Pro.",
  nl: "Een brief wordt 7 dagen bewaard op om het even welke plank van staging op Pro.",
  sv: "Ett brev sparas i 7 dagar på vilken hylla som helst för staging på Pro.",
};

test("findContradictions() is silent where numbers, scope and names agree", () => {
  expect(findingsIn(KEPT)).toEqual([]);
});

test.each<[what: string, edit: Editions, found: string]>([
  [
    "a number",
    { en: "A letter is kept for 17 days on any shelf of Pro staging." },
    "quantity-differs en",
  ],
  [
    "a unit",
    { fr: "Une lettre est conservée 7 heures sur n’importe quelle étagère de la staging Pro." },
    "quantity-differs fr",
  ],
  [
    "a number in words",
    { sv: "Ett brev sparas i fjorton dagar på vilken hylla som helst för staging på Pro." },
    "quantity-differs sv",
  ],
  [
    "the scope",
    { sv: "Ett brev sparas i 7 dagar endast på en viss hylla för staging på Pro." },
    "scope-differs sv",
  ],
  [
    "the scope",
    { nl: "Een brief wordt 7 dagen alleen bewaard op een bepaalde plank van staging op Pro." },
    "scope-differs nl",
  ],
  [
    "an environment",
    { nl: "Een brief wordt 7 dagen bewaard op om het even welke plank van productie op Pro." },
    "environment-differs nl",
  ],
  [
    "a plan",
    { fr: "Une lettre est conservée 7 jours sur n’importe quelle étagère de la staging Starter." },
    "plan-differs fr",
  ],
])("findContradictions() finds another claim about %s", (_what, edit, found) => {
  expect(rulesIn({ ...KEPT, ...edit })).toEqual([found]);
});

test.each<[what: string, editions: Editions]>([
  ["two weeks and 14 days", { en: "The boat sails for two weeks.", nl: "De boot vaart 14 dagen." }],
  ["2.5 and 2,5", { en: "The walk takes 2.5 hours.", fr: "La marche dure 2,5 heures." }],
  ["2 1/2 and 2,5", { en: "The walk takes 2 1/2 hours.", sv: "Promenaden tar 2,5 timmar." }],
  ["GB and Go", { en: "The bag holds 200 GB.", fr: "Le sac contient 200 Go." }],
  ["1,209 and 1 209", { en: "There are 1,209 birds.", fr: "Il y a 1 209 oiseaux." }],
  [
    "a written date and an ISO one",
    { en: "It opens on 25 October 2026.", sv: "Det öppnar 2026-10-25." },
  ],
  ["3 pm and 15 h 00", { en: "It opens at 3 pm.", fr: "Cela ouvre à 15h00." }],
  ["seven and 7", { en: "It is kept for seven days.", nl: "Het blijft 7 dagen." }],
  [
    "unavailable and not available",
    { en: "The lamp is unavailable at night.", sv: "Lampan är inte tillgänglig på natten." },
  ],
  ["ne … que and only", { en: "The key is only here.", fr: "La clé n’est que chez nous ici." }],
  [
    "a label with No",
    { en: "The door says No entry to you.", nl: "De deur zegt No entry tegen u." },
  ],
])("findContradictions() takes %s for the same", (_what, editions) => {
  expect(findingsIn(editions)).toEqual([]);
});

test("findContradictions() aligns sentences where one language uses more of them", () => {
  const found = findingsIn({
    en: "The lamp burns for 3 hours. The oil is in the cellar, and the cellar is not locked.",
    fr: "La lampe brûle 3 heures. L’huile est à la cave. La cave n’est pas fermée.",
    sv: "Lampan brinner i 3 timmar. Oljan finns i källaren, och källaren är inte låst.",
  });
  expect(found).toEqual([]);
});

test("findContradictions() puts the finding beside the sentences of the other languages", () => {
  const [found] = findingsIn({
    ...NIGHTLY,
    sv: "Papegojan matas automatiskt, men du kan mata den för hand.",
  });
  expect(found).toMatchObject({
    file: "sv/article.md",
    line: 5,
    slug: "article",
    severity: "error",
  });
  expect(found?.others?.map(({ file, line }) => `${file}:${line}`)).toEqual([
    "en/article.md:5",
    "fr/article.md:5",
    "nl/article.md:5",
  ]);
  expect(found?.confidence).toBeGreaterThan(0.75);
});

test("findContradictions() names a section that one language lacks", () => {
  const two = "## One {#one}\n\nThe lamp.\n\n## Two {#two}\n\nThe oil.";
  expect(rulesIn({ en: two, nl: two, sv: "## One {#one}\n\nThe lamp." })).toEqual([
    "section-missing sv",
  ]);
});

test("findContradictions() names a sentence that one language lacks", () => {
  const found = rulesIn({
    en: "The parrot eats 3 nuts. It drinks 2 bowls of water.",
    fr: "Le perroquet mange 3 noix. Il boit 2 bols d’eau.",
    nl: "De papegaai eet 3 noten. Hij drinkt 2 kommen water.",
    sv: "Papegojan äter 3 nötter.",
  });
  expect(found).toEqual(["sentence-missing sv"]);
});

test("findContradictions() knows one article under two names by what its sections say", () => {
  const sections = (texts: readonly string[]) =>
    texts.map((text, index) => `## ${index + 1} {#${index + 1}}\n\n${text}`).join("\n\n");
  const english = [
    "Pro staging holds 3 parrots.",
    "Starter production holds 5 parrots.",
    "The file `feed.log` has 12 lines.",
    "Production on Pro is not open for 7 days.",
  ];
  const dutch = [
    "Staging van Pro heeft 3 papegaaien.",
    "Productie van Starter heeft 5 papegaaien.",
    "Het bestand `feed.log` heeft 12 regels.",
    "Productie op Pro is 7 dagen open.",
  ];
  const files = [
    ...corpusOf({ en: sections(english) }, "parrots"),
    ...corpusOf({ nl: sections(dutch) }, "papegaaien"),
  ];
  const found = checkContent({ files, concepts: CONCEPTS }).findings;
  expect(found.map(({ rule, file }) => `${rule} ${file}`)).toEqual([
    "negation-differs nl/papegaaien.md",
  ]);
});
