// Tells whether the program in one piece (scripts/install/bundle.ts makes it) is that of the sources as they stand. Plain
// JavaScript, because every start asks.
import { readFileSync, statSync } from "node:fs";

/** Where it lies, below the root. */
export const bundleFolder = "node_modules/.cache/bundle/";

/** What tells one state of a file from the next. An image keeps no fractions of a second. */
export function stateOf(path, root) {
  const { size, mtimeMs } = statSync(new URL(path, root));
  return `${size} ${Math.floor(mtimeMs / 1_000)}`;
}

/** The program in one piece, a URL; undefined when there is none, or a file of the repository in it is another by now. */
export function freshBundle(root) {
  try {
    const folder = new URL(bundleFolder, root);
    const inputs = Object.entries(JSON.parse(readFileSync(new URL("inputs.json", folder), "utf8")));
    if (inputs.some(([path, state]) => stateOf(path, root) !== state)) return undefined;
    return new URL("bot.mjs", folder);
  } catch {
    return undefined;
  }
}
