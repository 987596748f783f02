import { resolve } from "node:path";
import { readContent } from "../../../src/adapters/content/read-content.ts";
import { knowledgeOf } from "./small-corpus.ts";

const { files } = await readContent(resolve(import.meta.dirname, "../../../content"));

/** The knowledge of our own content. */
export const OURS = knowledgeOf(files);
