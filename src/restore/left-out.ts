/** How many snapshots are not looked at, and why. */
export type LeftOut = {
  /** `unknown-signer`: the key that signed them is not here, so nobody can say what they are. */
  readonly why: "unknown-signer";
  readonly count: number;
};
