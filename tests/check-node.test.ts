import { execFile } from "node:child_process";
import { copyFile, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it, onTestFinished } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const { version } = JSON.parse(await readFile(join(root, "scripts/install/node-sha256.json"), "utf8")) as {
  version: string;
};
const binaryName = process.platform === "win32" ? "node.exe" : "node";
const isKnown = ["linux-x64", "linux-arm64", "win32-x64"].includes(`${process.platform}-${process.arch}`);

function check(folder: string): Promise<{ code: number; output: string }> {
  const script = join(folder, "scripts/install/check-node.mjs");
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [script], { env: {} }, (_, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, output: stdout + stderr }),
    );
  });
}

/** The repository as far as the check looks, with that Node.js installed. */
async function checkout(pinned: string): Promise<{ folder: string; binary: string }> {
  const folder = await mkdtemp(join(tmpdir(), "ishek-node-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await mkdir(join(folder, "scripts/install"), { recursive: true });
  for (const file of ["check-node.mjs", "node-sha256.json"])
    await copyFile(join(root, "scripts/install", file), join(folder, "scripts/install", file));
  await writeFile(join(folder, "package.json"), JSON.stringify({ dependencies: { node: pinned } }));
  const bin = join(folder, "node_modules", "node", "bin");
  await mkdir(bin, { recursive: true });
  return { folder, binary: join(bin, binaryName) };
}

it("the table is of the version in package.json, and the Node.js that is installed fits it", async () => {
  const { dependencies } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  expect(dependencies.node).toBe(version);
  const { code, output } = await check(root);
  expect(code).toBe(0);
  if (isKnown) expect(output).toBe("");
  else expect(output).toContain("was not checked");
});

it.skipIf(!isKnown)(
  "another program in its place is refused with a sentence, and an image without one is not",
  async () => {
    const { folder, binary } = await checkout(version);
    expect(await check(folder)).toEqual({ code: 0, output: "" });
    await writeFile(binary, "another program");
    const { code, output } = await check(folder);
    expect(code).toBe(1);
    expect(output).toMatch(
      /^The Node\.js in node_modules is not the 24\.\d+\.\d+ that was tested: .+ install again\.\n$/,
    );
    await rm(binary);
    await symlink(join(root, "node_modules", "node", "bin", binaryName), binary);
    expect(await check(folder)).toEqual({ code: 0, output: "" });
  },
);

it("a new version without a new table is refused", async () => {
  const { folder } = await checkout("25.0.0");
  const { code, output } = await check(folder);
  expect(code).toBe(1);
  expect(output).toContain("bring the table up to date");
});
