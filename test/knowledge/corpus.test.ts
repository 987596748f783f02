import { expect, test } from "vitest";
import { readCorpus } from "../../src/knowledge/corpus.ts";
import { sourceFile } from "./support/small-corpus.ts";

const read = (text: string, path = "nl/a.md") => readCorpus([sourceFile(path, text)]);

const displays = (text: string, path?: string): string[] =>
  read(text, path).articles.flatMap(({ sections }) =>
    sections.flatMap(({ blocks }) => blocks.map(({ display }) => display)),
  );

const rules = (text: string, path?: string): string[] =>
  read(text, path).faults.map(({ rule }) => rule);

test.each<[what: string, markdown: string, display: string]>([
  ["a UI label", "Press **[!UICONTROL Backup]** now", "Press Backup now"],
  [
    "a name in a link",
    "See [[!DNL Cloud Console]](https://c.example) today",
    "See Cloud Console today",
  ],
  [
    "two labels in a link",
    "[[!DNL SSH]  and [!DNL SFTP] &#x200B;](https://u.example)",
    "SSH and SFTP",
  ],
  ["a glued label", "via[!DNL Cloud Console]**:", "via Cloud Console:"],
  ["attributes of an image", 'Text ![Plan](a.png){width="32"} here', "Text Plan here"],
  ["braces in prose", "Use {default} or {all}", "Use {default} or {all}"],
  ["entities", "l&#39;accès &amp; &quot;x&quot; &lt;b&gt;", 'l\'accès & "x" <b>'],
  ["an entity in code", "`&lt;db&gt;`", "&lt;db&gt;"],
  ["empty emphasis before a negation", "De kopie bevat __ geen code", "De kopie bevat geen code"],
  [
    "empty emphasis twice",
    "herstelt **** geen staging en **** geen productie",
    "herstelt geen staging en geen productie",
  ],
  ["padded emphasis", "Dit is ** niet ** van toepassing", "Dit is niet van toepassing"],
  ["a name with underscores", "Zie snake_case_word hier", "Zie snake_case_word hier"],
  ["a padded link", "Stuur[ een kaartje ](https://u.example)op", "Stuur een kaartje op"],
  [
    "a padded link before a full stop",
    "Zie [ deze pagina ](https://u.example).",
    "Zie deze pagina.",
  ],
  ["a placeholder", "vervang <project-id> hier", "vervang <project-id> hier"],
  ["zero-width marks", "a\u200Bb&#x200B;c", "abc"],
  ["a no-break space", "Note\u00A0: ici", "Note\u00A0: ici"],
  ["mojibake", "De tijden variÃ«ren", "De tijden variëren"],
  ["a comment inside a sentence", "Een <!-- weg --> zin", "Een zin"],
  ["an image named after its file", "![shot.png](assets/shot.png) tekst", "tekst"],
])("readCorpus() shows %s as people read it", (_what, markdown, display) => {
  expect(displays(`# T\n\n${markdown}\n`)).toEqual([display]);
});

test.each<[what: string, front: string, title: string, rule?: string]>([
  ["a title with entities", "title: d&#39;accès", "d'accès"],
  ["a title with a colon", "title: Dump: how", "Kop", "frontmatter-invalid"],
  ["two titles", "title: a\ntitle: b", "Kop", "frontmatter-invalid"],
  ["a title that is a list", "title: [x]", "Kop", "frontmatter-invalid"],
  ["an empty title", "title:", "Kop"],
  ["no title", "description: d", "Kop"],
])("readCorpus() survives %s in frontmatter", (_what, front, title, rule) => {
  const { articles, faults } = read(`---\n${front}\n---\n\n# Kop\n\nTekst.\n`);
  expect(articles[0]?.title).toBe(title);
  expect(faults.map((one) => one.rule).filter((one) => one.startsWith("front"))).toEqual(
    rule === undefined ? [] : [rule],
  );
});

test("readCorpus() keeps every scalar of frontmatter as it was written", () => {
  const { articles } = read("---\ntitle: 0077\nlast-update: 2025-03-04\n---\n\nTekst.\n");
  expect(articles).toMatchObject([{ title: "0077", edition: "2025-03-04" }]);
});

test.each([
  ["code in frontmatter", "---js\nprocess.exit(1)\n---\n\n# T\n", "code-in-frontmatter"],
  ["frontmatter without an end", "---\ntitle: x\n\n# T\n", "frontmatter-unclosed"],
  ["late frontmatter", "\n---\ntitle: x\n---\n\n# T\n", "frontmatter-late"],
  [
    "an alias bomb",
    `---\na: &a [x,x]\n${"bcdefghij"
      .split("")
      .map(
        (key, at) =>
          `${key}: &${key} [${Array.from({ length: 9 }, () => `*${"abcdefghi"[at] ?? "a"}`).join(",")}]`,
      )
      .join("\n")}\n---\n\n# T\n`,
    undefined,
  ],
  ["a fold without an end", "# T\n\n+++Ouder\n\nTekst\n", "fold-unclosed"],
  ["a comment without an end", "# T\n\n<!-- weg\n\nTekst\n", "comment-unclosed"],
  ["a script", "# T\n\n<script>alert(1)</script>\n", "html-unsafe"],
  ["a link that runs", "# T\n\n[x](javascript:alert(1))\n", "unsafe-link"],
  ["a link to a file", "# T\n\n[x](file:///etc/passwd)\n", "unsafe-link"],
  ["a link to no article", "# T\n\n[x](nergens.md)\n", "link-broken"],
  ["a link to no section", "# T\n\n[x](#nergens)\n", "link-broken"],
  ["a link split by a space", "# T\n\n[x] (https://u.example)\n", "link-split"],
  ["mojibake", "# T\n\nvariÃ«ren\n", "mojibake"],
  ["an unknown entity", "# T\n\n&punt; x\n", "entity-unknown"],
])("readCorpus() reports %s and reads on", (_what, text, rule) => {
  const found = rules(text);
  expect(found).toEqual(expect.arrayContaining(rule === undefined ? [] : [rule]));
  expect(read(text).articles).toHaveLength(1);
});

test("readCorpus() skips what is no text, and says so", () => {
  const files = [
    { path: "en/a.md", bytes: Uint8Array.from([0xff, 0xfe, 0x41]) },
    { path: "en/b.md", bytes: Uint8Array.from([0x41, 0]) },
    sourceFile("en/c.md", "# T\n"),
    sourceFile("de/d.md", "# T\n"),
  ];
  const { articles, faults } = readCorpus(files);
  expect(articles.map(({ slug }) => slug)).toEqual(["c"]);
  expect(faults.filter(({ severity }) => severity === "error").map(({ rule }) => rule)).toEqual([
    "locale-unknown",
    "encoding-invalid",
    "binary",
  ]);
});

test.each([
  [
    "a lost pas",
    "Ton environnement n’est sauvegardé automatiquement, mais vous pouvez le faire.",
    true,
  ],
  ["et non in bold", "Les copies sont **et non** automatiques", true],
  ["an English not", "Les copies incluent _not_ le code", true],
  ["ne … pas", "L’environnement n’est pas sauvegardé.", false],
  ["ne … que", "Cela ne vaut que pour Pro.", false],
  ["aucun before ne", "Aucun instantané n’est pris.", false],
])("readCorpus() marks %s for what it is worth as evidence", (_what, sentence, damaged) => {
  const { articles } = read(`# T\n\n${sentence}\n`, "fr/a.md");
  expect(articles[0]?.sections[0]?.blocks[0]?.damaged ?? false).toBe(damaged);
});

test("readCorpus() gives every row of a table its headers", () => {
  expect(displays("# T\n\n| Plan | Wat |\n|---|---|\n| Pro | a<br>b |\n| Starter | c |\n")).toEqual(
    ["Plan: Pro; Wat: a; b", "Plan: Starter; Wat: c"],
  );
});

test("readCorpus() joins a table of HTML that holds blank lines", () => {
  const html = "<table><tr><th>Plan</th></tr>\n\n<tr><td>Pro</td></tr>\n\n</table>";
  expect(displays(`# T\n\n${html}\n`)).toEqual(["Plan: Pro"]);
});

test("readCorpus() knows callouts, folds, steps, tabs and code apart", () => {
  const text = `# T

>[!NOTE]
>
>Bewaar het nummer.

+++**Ouder**

Gebruik dit.

+++

1. Een
1. Twee

>[!BEGINTABS]

>[!TAB CLI]

\`\`\`terminal
{{template}}
\`\`\`

>[!ENDTABS]
`;
  const blocks = read(text).articles[0]?.sections[0]?.blocks ?? [];
  expect(blocks.map(({ kind, display, ordinal }) => [kind, display, ordinal])).toEqual([
    ["callout", "Bewaar het nummer.", undefined],
    ["fold", "Ouder", undefined],
    ["paragraph", "Gebruik dit.", undefined],
    ["item", "Een", 1],
    ["item", "Twee", 2],
    ["tab", "CLI", undefined],
    ["code", "{{template}}", undefined],
  ]);
});

test("readCorpus() ends a fence that left its callout", () => {
  const text = "# T\n\n>Eerst:\n```sql\n>SELECT 1;\n>```\n\n## Scope\n\nTekst.\n";
  const { articles, faults } = read(text);
  expect(articles[0]?.sections.map(({ heading }) => heading)).toEqual(["T", "Scope"]);
  expect(faults.map(({ rule }) => rule)).toContain("fence-swallows");
});

test("readCorpus() ends such a fence inside a step, too", () => {
  const text = "# T\n\n1. Een\n\n   >Eerst:\n   ```\n   > echo\n   > ```\n\n## Scope\n\nTekst.\n";
  expect(read(text).articles[0]?.sections.map(({ heading }) => heading)).toEqual(["T", "Scope"]);
});

test("readCorpus() puts includes where they belong, and tells the missing ones", () => {
  const { articles, faults } = readCorpus([
    sourceFile(
      "en/_includes/rules.md",
      "# R\n\n## Kept {#kept}\n\nSeven days.\n\n## Other\n\nNo.\n",
    ),
    sourceFile("en/a.md", "# T\n\n{{kept}}\n\n{{gone}}\n\n```\n{{kept}}\n```\n"),
  ]);
  expect(articles).toHaveLength(1);
  const blocks = articles[0]?.sections[0]?.blocks.map(({ display }) => display);
  expect(blocks).toEqual(["Seven days.", "{{gone}}", "{{kept}}"]);
  expect(faults.map(({ rule }) => rule)).toContain("include-missing");
});

test("readCorpus() names sections by explicit anchors, by headings, and by the English twin", () => {
  const { articles } = readCorpus([
    sourceFile("en/a.md", "# T\n\n## Roll back code\n\nText.\n\n## Again {#x_y}\n\nText.\n"),
    sourceFile("nl/a.md", "# T\n\n## Code terugdraaien\n\nTekst.\n\n## Opnieuw {#x_y}\n\nTekst.\n"),
  ]);
  const dutch = articles.find(({ locale }) => locale === "nl")?.sections.slice(1);
  expect(dutch?.map(({ anchor, aliases }) => [anchor, aliases])).toEqual([
    ["code-terugdraaien", ["roll-back-code"]],
    ["x_y", ["opnieuw", "again"]],
  ]);
});

test("readCorpus() counts the shallowest heading as 2 where there is no H1, and keeps the path", () => {
  const { articles } = read("---\ntitle: T\n---\nVooraf.\n\n### Een\n\nx\n\n#### Twee\n\ny\n");
  expect(articles[0]?.sections.map(({ depth, heading, path }) => [depth, heading, path])).toEqual([
    [1, "T", []],
    [2, "Een", []],
    [3, "Twee", ["Een"]],
  ]);
});

test("readCorpus() numbers lines as the file does, frontmatter counted", () => {
  const { articles } = read("---\ntitle: T\n---\n\n# T\n\n<!-- a\nb -->\n\nTekst.\n");
  expect(articles[0]?.sections[0]?.blocks[0]?.line).toBe(10);
});

test.each([
  ["a hidden article", "---\ntitle: T\nhide: yes\n---\n\n# T\n", "hidden"],
  ["a menu", "---\nuser-guide-title: X\n---\n\n# T\n\nTekst.\n", "not-an-article"],
  [
    "a list of links",
    "# T\n\n- [a](https://a.example)\n- [b](https://b.example)\n",
    "not-an-article",
  ],
  [
    "an article hidden from the menu only",
    "---\nhidefromtoc: yes\n---\n\n# T\n\nTekst.\n",
    "article",
  ],
])("readCorpus() takes %s for what it is", (_what, text, status) => {
  expect(read(text).articles[0]?.status).toBe(status);
});

const ENGLISH = `# Backups\n\n${"The environment is backed up by the support team and you can restore it when it is needed. ".repeat(4)}\n`;

test("readCorpus() does not take an English text for a French article", () => {
  const { articles, faults } = read(ENGLISH, "fr/a.md");
  expect(articles[0]?.status).toBe("hidden");
  expect(faults.map(({ rule }) => rule)).toContain("wrong-language");
});

test("readCorpus() tells the language whose edition is older, and only that one", () => {
  const text = (edition: string) => `---\ntitle: T\nedition: ${edition}\n---\n\n# T\n\nx\n`;
  const { faults } = readCorpus([
    sourceFile("en/a.md", text("2026-02-01")),
    sourceFile("sv/a.md", text("2025-02-01")),
    sourceFile("fr/a.md", text("2026-02-01")),
  ]);
  const stale = faults.filter(({ rule }) => rule === "edition-stale");
  expect(stale.map(({ file }) => file)).toEqual(["sv/a.md"]);
});

test("readCorpus() reads a text once, as long as it is the same", () => {
  const cache = new Map();
  const files = [sourceFile("nl/a.md", "# T\n\nTekst.\n")];
  readCorpus(files, cache);
  const [kept] = cache.values();
  readCorpus(files, cache);
  expect([...cache.values()]).toEqual([kept]);
  expect(cache.size).toBe(1);
});

test("readCorpus() survives a file of many tags in reasonable time", () => {
  const text = `# T\n\n${"<b>x</b> <i>[!UICONTROL y] ** z **</i> ".repeat(500)}\n`;
  expect(read(text).articles).toHaveLength(1);
});
