/** Writes one line for the operator. `data` holds ids and reasons, never words of people or tokens. */
export type Log = (
  level: "info" | "warn" | "error",
  what: string,
  data?: Readonly<Record<string, unknown>>,
) => void;
