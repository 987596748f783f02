import type { ClientBase } from "pg";

/** Ends a connection without waiting for the other side, which may be gone. pg itself has no word for it. */
export function cutConnection(client: ClientBase): void {
  const { connection } = client as unknown as {
    readonly connection: { readonly stream: { destroy(): void } };
  };
  connection.stream.destroy();
}
