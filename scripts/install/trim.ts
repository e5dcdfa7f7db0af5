/**
 * Takes out of node_modules what npm brings and nothing here opens: 225 MB. Runs after `npm install`, and when the image is
 * built. A file that stays does no harm, so nothing of this fails an install.
 */
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const modules = fileURLToPath(new URL("../../node_modules", import.meta.url));

/** Paths in node_modules with forward slashes, and why nobody opens them. */
const unused: [path: RegExp, why: string][] = [
  [/^node\/node_modules\/node-[^/]+\/(include|share|lib)$/, "headers for compiling addons, and an npm of its own"],
  [
    /^@prisma\/client\/runtime\/query_compiler_(?!small_bg\.postgresql\.(wasm-base64\.)?mjs$)[^/]+$/,
    "the query compiler for other databases, fast or small, in two kinds of modules",
  ],
  [/^echarts\/dist$/, "bundles for browsers; its modules lie in echarts/lib"],
  [/\.map$/, "source maps of other people's code"],
];

async function trim(folder: string): Promise<void> {
  for (const entry of await readdir(join(modules, folder), { withFileTypes: true })) {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (unused.some(([pattern]) => pattern.test(path))) await rm(join(modules, path), { recursive: true });
    else if (entry.isDirectory()) await trim(path);
  }
}

try {
  await trim("");
} catch (error) {
  console.warn(`node_modules stays larger than it need be: ${error instanceof Error ? error.message : error}.`);
}
