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
    for (let unit = 1; unit <= 9; unit += 1) {
      const value = Number(ten) + unit;
      for (const one of (small[unit] ?? "").split("|")) {
        for (const whole of join(name, one, value)) words[whole] ??= value;
      }
    }
  }
  return words;
}
