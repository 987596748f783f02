/** A rule of the check, explained for the person who reads a finding. */
export type Rule = {
  readonly rule: string;
  readonly severity: "error" | "warning";
  readonly means: string;
};

const error = (rule: string, means: string): Rule => ({ rule, severity: "error", means });
const warning = (rule: string, means: string): Rule => ({ rule, severity: "warning", means });

/**
 * Every rule the check knows, contradictions first. Those between languages are errors only
 * where the desk is sure.
 */
export const RULES: readonly Rule[] = [
  error("negation-differs", "one language denies what the others affirm, or the other way round"),
  error("negation-damaged", "half of a negation is missing, so the sentence proves nothing"),
  error("scope-differs", "one language says only, some or except where the others say any or all"),
  error("quantity-differs", "one language states another number, unit, date, time or version"),
  error("environment-differs", "one language names another environment"),
  error("plan-differs", "one language names another plan"),
  warning("section-missing", "one language lacks a section that the others have"),
  warning("sentence-missing", "one language lacks a sentence that all others have"),
  warning("translation-missing", "one language lacks an article that at least two others have"),
  warning("edition-stale", "one language is of another, older edition than the others"),
  error("evidence-missing", "the sentence that proves a policy cell is not in its section"),
  error("policy-invalid", "a file of policy cells cannot be read or lacks a part"),
  error("policy-incomplete", "a policy cell lacks one of the four languages"),
  error("terms-invalid", "a file of terms cannot be read or lacks a part"),
  error("wrong-language", "an article is written in another language than its folder's"),
  warning("mojibake", "words in a wrong encoding were repaired when reading"),
  warning("mojibake-lost", "a character in a wrong encoding cannot be repaired"),
  error("frontmatter-invalid", "the frontmatter is not valid YAML, or its title is no text"),
  error("frontmatter-unclosed", "the frontmatter has no end"),
  warning("frontmatter-late", "something stands before the frontmatter, so it is not read"),
  error("code-in-frontmatter", "the frontmatter asks to run code; nothing was run"),
  warning("title-missing", "an article has neither a title nor a heading"),
  warning("link-broken", "a link leads to an article or a section that is not there"),
  warning("link-split", "a space parts the text of a link from its target"),
  error("unsafe-link", "a link could run code or read a file"),
  error("html-unsafe", "HTML that could run is dropped"),
  error("fence-swallows", "a code block left its callout and swallows what follows"),
  error("include-missing", "an included passage is not there: a rule may be gone"),
  warning("fold-unclosed", "a fold has no end"),
  warning("comment-unclosed", "a comment has no end"),
  warning("label-broken", "a label of the console is not closed, or nested"),
  warning("entity-unknown", "an HTML entity that does not exist"),
  warning("table-ragged", "a row has more or fewer cells than its table"),
  warning("duplicate-body", "two articles of one language have the same text"),
  error("slug-case", "two files differ only by capitals"),
  error("locale-unknown", "a folder of a language the desk does not speak"),
  error("encoding-invalid", "a file is not UTF-8"),
  error("too-large", "a file is too large to be an article"),
  error("binary", "a file is no text"),
  error("unreadable", "a file cannot be read"),
  error("outside-corpus", "a symbolic link is not followed"),
];
