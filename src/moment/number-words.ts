/** Number words of one language from its units and tens: 21 is `join(twenty, one)`. */
export function numberWords(
  small: readonly string[],
  tens: Readonly<Record<number, string>>,
  join: (ten: string, unit: string, value: number) => readonly string[],
): Readonly<Record<string, number>> {
  const words: Record<string, number> = {};
  for (const [value, names] of small.entries()) {
    for (const name of names.split("|")) if (name !== "") words[name] = value;
  }
  for (const [ten, name] of Object.entries(tens)) {
    words[name] ??= Number(ten);
    for (const [whole, value] of compounds(Number(ten), name)) words[whole] ??= value;
  }
  return words;

  function* compounds(ten: number, name: string): Generator<readonly [string, number]> {
    for (let unit = 1; unit <= 9; unit += 1) {
      const names = (small[unit] ?? "").split("|");
      const wholes = names.flatMap((one) => join(name, one, ten + unit));
      for (const whole of wholes) yield [whole, ten + unit];
    }
  }
}
