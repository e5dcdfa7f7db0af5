// Starts the bot, for `npm start` and the image. Plain JavaScript: a Node.js that does not read TypeScript is told of in a
// sentence. Supervisors that send SIGTERM to one process start this file and not npm, which keeps the signal to itself.
//
// Flags of V8, against memory that comes and goes (megabytes of an idle bot, Node.js 24):
//   --max-semi-space-size=8          15  new spaces stay small; under load they would grow to 128 MB
//   --memory-saver-mode              25  the heap grows in small steps; main.ts takes it back once the program runs, for under
//                                        load the steps cost half of the CPU
//   --wasm-tiering-budget=200000000  15  Prisma's query compiler is optimized when it stays busy, not while the program starts
// All together: 162 MB with the playground instead of 240, and the start takes as long. A flag that V8 does not know is no error.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { freshBundle } from "./bundle.mjs";
import { staleModules } from "./stale-modules.mjs";

/** V8 reads the size of new spaces once, when it makes the heap: a flag that comes later changes nothing. */
const newSpaces = "--max-semi-space-size=8";
const others = ["--memory-saver-mode", "--wasm-tiering-budget=200000000"];

const root = new URL("../", import.meta.url);
const pathOf = (file) => fileURLToPath(new URL(`../${file}`, import.meta.url));

/** Why the bot cannot be loaded; undefined when it can. */
function obstacle() {
  if (!process.features.typescript)
    return `Node.js ${process.versions.node} does not read TypeScript: start by \`npm start\`, which takes the one in node_modules.`;
  const stale = staleModules(root);
  if (stale.length > 0)
    return `node_modules are not those of this version (${stale.slice(0, 3).join(", ")}${stale.length > 3 ? " …" : ""}): run \`npm ci\`, then start again.`;
  if (
    ["prisma/client/client.ts", "bot/words/keys.ts", "bot/understanding/classifier/trained.json"].some(
      (file) => !existsSync(pathOf(file)),
    )
  )
    return "What `npm install` generates is not there: run `npm run generate`.";
  return undefined;
}

const reason = obstacle();
if (reason !== undefined) {
  console.error(reason);
  process.exit(1);
}

// The program takes the place of this one: no process stands between it and signals. Windows cannot do that, and goes without.
if (
  process.platform !== "win32" &&
  !process.execArgv.includes(newSpaces) &&
  process.allowedNodeEnvironmentFlags.has("--max-semi-space-size")
) {
  const [node, ...rest] = process.argv;
  // What a file of settings said stands in the environment by now.
  const flags = process.execArgv.filter((flag) => !flag.startsWith("--env-file"));
  process.execve(process.execPath, [node, ...flags, newSpaces, ...rest], process.env);
}
for (const flag of others) setFlagsFromString(flag);
// Prisma asks pg for several things at once inside a transaction, which pg will not allow in its next version. An operator
// cannot mend that, and what is no JSON breaks their log; tests still show it.
process.noDeprecation = true;
await import("./compile-cache.mjs");
await import(program());

/** The program in one piece, made again after a change of its sources; them where that cannot be. */
function program() {
  let bundle = freshBundle(root);
  if (bundle === undefined) {
    // A source that cannot be read, a folder that cannot be written to: the sources say it better.
    spawnSync(process.execPath, [pathOf("scripts/install/bundle.ts")], { stdio: "ignore" });
    bundle = freshBundle(root);
  }
  return (bundle ?? new URL("bot/main.ts", root)).href;
}
