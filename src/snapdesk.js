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
  await import("./cli.ts");
}
