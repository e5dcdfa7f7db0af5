// Tells which packages in node_modules are not those that package.json asks for, as after `git pull` without `npm ci`. Plain
// JavaScript, because the start asks before it knows whether it can read anything else.
import { readFileSync } from "node:fs";

/** An image takes the Node.js of its base and leaves this one out. */
const leftOut = new Set(["node"]);

/** The names of packages that are missing or of another version, below the folder at `root`, a URL that ends in "/". */
export function staleModules(root) {
  const read = (path) => JSON.parse(readFileSync(new URL(path, root), "utf8"));
  const installed = (name) => {
    try {
      return read(`node_modules/${name}/package.json`).version;
    } catch {
      return undefined;
    }
  };
  // Versions are pinned (.npmrc, save-exact).
  return Object.entries(read("package.json").dependencies)
    .filter(([name, version]) => !leftOut.has(name) && installed(name) !== version)
    .map(([name]) => name);
}
