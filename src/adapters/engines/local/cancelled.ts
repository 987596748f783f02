/** How an operation ends that was stopped before it changed anything. */
export const cancelled = () => ({
  state: "cancelled" as const,
  error: { kind: "cancelled" as const, message: "Cancelled: nothing was changed" },
});
