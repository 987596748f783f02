/** The end of an exhaustive switch. Reaching it is a bug of ours. */
export function unreachable(value: never): never {
  throw new Error(`Cannot handle "${JSON.stringify(value)}": expected a case of its type`);
}
