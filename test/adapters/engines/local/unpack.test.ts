import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Header, Pax } from "tar";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { folderSink } from "../../../../src/adapters/engines/local/folder-sink.ts";
import { resolvesInside, staysInside } from "../../../../src/adapters/engines/local/links.ts";
import { padding, readPax, tarHeader } from "../../../../src/adapters/engines/local/tar-header.ts";
import { unpack } from "../../../../src/adapters/engines/local/unpack.ts";
import { EngineError } from "../../../../src/restore/engine-error.ts";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "snapdesk-unpack-"));
  mkdirSync(join(root, "target"));
});
afterEach(() => rmSync(root, { recursive: true }));

const at = { mode: 0o644, mtimeMs: 1_700_000_000_000 };
const file = (path: string, text = "evil", mode = 0o644): Buffer => {
  const body = Buffer.from(text);
  const header = tarHeader({ ...at, path, type: "File", size: body.length, mode });
  return Buffer.concat([header, body, padding(body.length)]);
};
const folder = (path: string, mode = 0o755) =>
  tarHeader({ ...at, path, type: "Directory", size: 0, mode });
const link = (path: string, linkpath: string) =>
  tarHeader({ ...at, path, type: "SymbolicLink", size: 0, linkpath });
const other = (type: "Link" | "FIFO" | "CharacterDevice" | "BlockDevice", path: string): Buffer => {
  const block = Buffer.alloc(512);
  new Header({
    path,
    type,
    size: 0,
    mode: 0o644,
    mtime: new Date(0),
    linkpath: type === "Link" ? "a/f" : "",
  }).encode(block);
  return block;
};
const withPax = (path: string): Buffer =>
  Buffer.concat([new Pax({ path, size: 4 }).encode(), file("a/harmless")]);
const index = file(".snapdesk/index.jsonl", "");
const END = Buffer.alloc(1024);

async function run(...parts: Buffer[]): Promise<string> {
  const tar = Buffer.concat([...parts, index, END]);
  const source = async function* source() {
    for (let from = 0; from < tar.length; from += 700) yield tar.subarray(from, from + 700);
  };
  try {
    const sink = folderSink(join(root, "target"));
    await unpack(source(), { sink, onBytes: () => undefined });
    return "unpacked";
  } catch (error) {
    return error instanceof EngineError ? error.kind : String(error);
  }
}

const outside = () => readdirSync(root).filter((name) => name !== "target");

describe("unpack() refuses", () => {
  test.each<[what: string, parts: Buffer[]]>([
    ["a path that climbs", [file("../evil")]],
    ["a path that climbs later", [folder("a"), file("a/../../evil")]],
    ["an absolute path", [file("/tmp/evil")]],
    ["a path in a pax header that climbs", [folder("a"), withPax("../evil")]],
    ["an absolute path in a pax header", [folder("a"), withPax(join(tmpdir(), "evil"))]],
    ["a path with an empty name", [folder("a"), file("a//evil")]],
    ["a path with a dot", [file("./evil")]],
    ["a file below a folder that was not made", [file("a/evil")]],
    ["a file below a file", [file("a"), file("a/evil")]],
    ["a file below a link", [folder("d"), link("l", "d"), file("l/evil")]],
    ["a file over a link", [folder("d"), link("d/l", "f"), file("d/l")]],
    ["a file that comes twice", [file("a"), file("a")]],
    ["a folder that comes twice", [folder("a"), folder("a")]],
    ["a link that climbs", [folder("d"), link("d/l", "../../outside")]],
    ["an absolute link", [folder("d"), link("d/l", "/etc/passwd")]],
    ["an empty link", [folder("d"), link("d/l", "")]],
    [
      "a chain of links that leaves",
      [folder("d"), folder("d/e"), link("d/e/l1", "../.."), link("d/l2", "e/l1/../x")],
    ],
    ["a hard link", [folder("a"), file("a/f"), other("Link", "a/evil")]],
    ["a FIFO", [other("FIFO", "evil")]],
    ["a character device", [other("CharacterDevice", "evil")]],
    ["a block device", [other("BlockDevice", "evil")]],
    ["something among our own files", [folder(".snapdesk")]],
    ["something behind the index", [index, file("late")]],
  ])("%s", async (_what, parts) => {
    expect(await run(...parts)).toBe("corrupt");
    expect(outside()).toEqual([]);
  });

  test("a header that was changed", async () => {
    const changed = file("a");
    changed.writeUInt8(changed.readUInt8(3) ^ 1, 3);
    expect(await run(changed)).toBe("corrupt");
  });
  test("an archive that ends too early", async () => {
    const whole = Buffer.concat([file("a", "x".repeat(3000)), index, END]);
    const source = async function* source() {
      yield whole.subarray(0, 2000);
    };
    const sink = folderSink(join(root, "target"));
    await expect(unpack(source(), { sink, onBytes: () => undefined })).rejects.toThrow("too early");
  });
  test("an archive without an index", async () => {
    const source = async function* source() {
      yield Buffer.concat([file("a"), END]);
    };
    const sink = folderSink(join(root, "target"));
    await expect(unpack(source(), { sink, onBytes: () => undefined })).rejects.toThrow("no index");
  });
  test("bytes behind the end", async () => {
    const source = async function* source() {
      yield Buffer.concat([file("a"), index, END, Buffer.from("more")]);
    };
    const sink = folderSink(join(root, "target"));
    await expect(unpack(source(), { sink, onBytes: () => undefined })).rejects.toThrow("behind");
  });
});

test("unpack() fails where one of many small files cannot be written", async () => {
  const tooLong = `d/${"n".repeat(300)}`;
  expect(await run(folder("d"), file("d/a"), file(tooLong), file("d/b"))).toContain("ENAMETOOLONG");
});

describe("unpack() keeps", () => {
  const target = (path: string) => join(root, "target", path);
  test("files, folders and links that stay inside", async () => {
    const parts = [folder("d"), file("d/f", "text"), link("d/l", "f"), link("d/up", "../d/f")];
    expect(await run(...parts)).toBe("unpacked");
    expect(readFileSync(target("d/f"), "utf8")).toBe("text");
    expect(readlinkSync(target("d/up"))).toBe("../d/f");
  });
  test("a link that leads nowhere, and links in a circle", async () => {
    expect(
      await run(folder("d"), link("d/gone", "nothing"), link("d/x", "y"), link("d/y", "x")),
    ).toBe("unpacked");
    expect(lstatSync(target("d/gone")).isSymbolicLink()).toBe(true);
  });
  test("modes without setuid, and times", async () => {
    expect(await run(folder("d", 0o500), file("d/f", "x", 0o4755))).toBe("unpacked");
    const stats = statSync(target("d/f"));
    expect([stats.mode & 0o7777, stats.mtimeMs]).toEqual([0o755, at.mtimeMs]);
    expect(statSync(target("d")).mode & 0o777).toBe(0o500);
  });
  test.each([
    ["a long name", `${"n".repeat(130)}.txt`],
    ["a name beyond ASCII", "smörgås-日本-🎈.txt"],
    ["a name with a line feed", "two\nlines é.txt"],
    ["a name with spaces and quotes", ` "it's" 100 % \\.txt`],
  ])("%s", async (_what, name) => {
    expect(await run(folder("d"), file(`d/${name}`, "text"))).toBe("unpacked");
    expect(readdirSync(target("d"))).toEqual([name]);
  });
  test("a very deep path", async () => {
    const names = Array.from({ length: 60 }, (_, number) => `folder-${number}`);
    const folders = names.map((_, number) => folder(names.slice(0, number + 1).join("/")));
    const deep = `${names.join("/")}/end.txt`;
    expect(await run(...folders, file(deep, "end"))).toBe("unpacked");
    expect(readFileSync(target(deep), "utf8")).toBe("end");
  });
});

test.each<[target: string, inside: boolean]>([
  ["f", true],
  ["../b", true],
  ["../../media/x", true],
  ["../..", false],
  ["../../var/x", false],
  ["/media/a", false],
  ["", false],
])("staysInside() of media/a/l to %j is %j", (target, inside) => {
  expect(staysInside("media/a/l", target)).toBe(inside);
});

test("resolvesInside() leaves a circle alone: it leads nowhere", () => {
  const links = new Map([
    ["a/x", "y"],
    ["a/y", "x"],
  ]);
  expect(resolvesInside("a/x", links)).toBe(true);
});

test("readPax() reads values with line feeds by their length", () => {
  const body = Buffer.from("18 path=two\nlines\n12 size=123\n");
  expect([...readPax(body)]).toEqual([
    ["path", "two\nlines"],
    ["size", "123"],
  ]);
});

test.each([700, 1000, 4096])(
  "unpack() keeps files and long names although every part of %d bytes is only lent",
  async (size) => {
    const names = Array.from({ length: 40 }, (_, number) => `d/${"n".repeat(95 + number)}`);
    const files = names.map((name, number) => file(name, `${number} `.repeat(300)));
    const tar = Buffer.concat([folder("d"), ...files, index, END]);
    const lent = Buffer.alloc(size);
    const source = async function* source() {
      for (let from = 0; from < tar.length; from += size) {
        const part = lent.subarray(0, tar.copy(lent, 0, from));
        yield part;
        part.fill(0);
      }
    };
    const sink = folderSink(join(root, "target"));
    await unpack(source(), { sink, onBytes: () => undefined });
    const held = names.map((name) => readFileSync(join(root, "target", name), "utf8"));
    expect(held).toEqual(names.map((_, number) => `${number} `.repeat(300)));
  },
);
