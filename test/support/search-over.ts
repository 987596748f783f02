import { openKnowledgeSearch } from "../../src/adapters/search-cache/open-knowledge-search.ts";
import type { SearchParts } from "../../src/knowledge/knowledge.ts";
import type { Search } from "../../src/knowledge/ports.ts";

/** The desk's own search over what was read, with nothing kept. */
export const searchOver = (parts: SearchParts): Search => openKnowledgeSearch().searchOver(parts);
