import type { JsonObject } from "./json.ts";
import type { View } from "./model.ts";

export function checkView(_view: JsonObject, _kind: View["kind"]): void {}
