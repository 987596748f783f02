#!/usr/bin/env node
// Plain JavaScript on purpose: an older Node must be able to read it and say what it wants.
const OLDEST = 24;
const major = Number(process.versions.node.split(".")[0]);

if (major < OLDEST) {
  process.stderr.write(
    `Snapdesk needs Node ${OLDEST} or newer, this is ${process.versions.node}: start it with "npm start", which brings its own\n`,
  );
  process.exitCode = 2;
} else {
  await keepCompiled();
  await import("./cli.ts");
}

/** Keeps what Node makes of the sources: the next start, and every thread, need less time and memory. */
async function keepCompiled() {
  const { fileURLToPath } = await import("node:url");
  const { enableCompileCache } = await import("node:module");
  const folder = fileURLToPath(new URL("../node_modules/.cache/snapdesk", import.meta.url));
  enableCompileCache?.(folder);
  process.env.NODE_COMPILE_CACHE ??= folder;
}
