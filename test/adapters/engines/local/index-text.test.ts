import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { indexLines } from "../../../../src/adapters/engines/local/index-lines.ts";
import { indexText } from "../../../../src/adapters/engines/local/index-text.ts";

const lines = Array.from({ length: 9000 }, (_, number) => ({
  path: `m/${"é".repeat(number % 90)}-${number}`,
  size: number,
  sha256: createHash("sha256").update(String(number)).digest("hex"),
}));
const whole = Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(""));

test("indexText() gives back what was added, with its length and hash", () => {
  const text = indexText();
  for (const line of lines) text.add(`${JSON.stringify(line)}\n`);
  expect(Buffer.concat([...text.parts()]).equals(whole)).toBe(true);
  expect(text.bytes()).toBe(whole.length);
  expect(text.sha256()).toBe(createHash("sha256").update(whole).digest("hex"));
});

test.each([1000, 65_536, whole.length])(
  "indexLines() reads lines although every part of %d bytes is only lent",
  async (size) => {
    const lent = Buffer.alloc(size);
    const source = async function* source() {
      for (let from = 0; from < whole.length; from += size) {
        yield lent.subarray(0, whole.copy(lent, 0, from));
      }
    };
    const read = [];
    for await (const line of indexLines(source())) read.push(line);
    expect(read).toEqual(lines);
  },
);
