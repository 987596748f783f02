import type { OutboxRow } from "../../desk/ports.ts";
import type { Render, Rendered } from "./rendered.ts";
import { UnknownNotice } from "./rendered.ts";

/** Renderers by kind of notice; `line.*` stands for every kind that begins with `line.`. */
export type Renderers = Readonly<Record<string, (row: OutboxRow) => Promise<Rendered>>>;

/** One renderer out of many: by the whole kind, else by what stands before its dot. */
export function renderBy(renderers: Renderers): Render {
  return async (row) => {
    const family = `${row.kind.split(".")[0] ?? ""}.*`;
    const render = renderers[row.kind] ?? renderers[family];
    if (render === undefined) throw new UnknownNotice(row.kind, "expected a kind with a renderer");
    return render(row);
  };
}
