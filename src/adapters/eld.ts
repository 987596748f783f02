import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { eld } from "eld/small";
import type { GuessLanguage } from "../knowledge/language.ts";

type EldModule = { readonly eld: typeof eld };

/**
 * ELD as the second opinion on a language. Its 45 MB are loaded when it is asked for the first
 * time, in a quarter of a second. It keeps all its languages: a subset would hold for the process.
 */
export function eldGuess(): GuessLanguage {
  let loaded: EldModule["eld"] | undefined;
  return (text) => {
    loaded ??= loadEld();
    const found = loaded.detect(text);
    return {
      language: found.language,
      reliable: found.isReliable(),
      scores: found.getScores(),
    };
  };
}

/** The package is a module, and nothing here can wait for it: Node requires modules too, by path. */
function loadEld(): EldModule["eld"] {
  const path = fileURLToPath(import.meta.resolve("eld/small"));
  return (createRequire(import.meta.url)(path) as EldModule).eld;
}
