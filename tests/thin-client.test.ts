import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it, onTestFinished, vi } from "vitest";
import { thinClient } from "../scripts/install/thin-client.ts";

it("a Prisma client that is written as Prisma 7.10 writes it reads its query compiler from a file", async () => {
  const wasm = "data:text/javascript,export const wasm = 'AGFzbQ=='";
  const { folder, source } = await client(`getRuntime: async () => {
    const { wasm } = await import("${wasm}")
    return await decodeBase64AsWasm(wasm)
  }`);
  expect(await thinClient(folder)).toBe(true);
  expect(await readFile(new URL("query_compiler.wasm", folder), "latin1")).toBe("\0asm");
  expect(await readFile(source, "utf8")).toContain('readFile(new URL("../query_compiler.wasm", import.meta.url))');
});

it.each([
  ["loads its compiler otherwise", "getRuntime: () => fetch(compiler)"],
  [
    "has its compiler in a module that is not there",
    'const { wasm } = await import("nowhere-to-be-found")\n  return decode(wasm)',
  ],
  [
    "has its compiler in another form",
    'const { wasm } = await import("data:text/javascript,export const wasm = 1")\n  return decode(wasm)',
  ],
])("a Prisma client that %s is left as it is, which one line says, and installs", async (_, text) => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  onTestFinished(() => warn.mockRestore());
  const { folder, source } = await client(text);
  expect(await thinClient(folder)).toBe(false);
  expect(await readFile(source, "utf8")).toBe(text);
  expect(await readdir(folder)).toEqual(["internal"]);
  expect(warn.mock.calls).toEqual([
    [expect.stringMatching(/^The Prisma client stays as Prisma wrote it, and the bot takes 7 MB more: [^\n]+\.$/)],
  ]);
});

/** A generated client with `text` where it loads its query compiler. */
async function client(text: string): Promise<{ folder: URL; source: URL }> {
  const path = await mkdtemp(join(tmpdir(), "ishek-client-"));
  onTestFinished(() => rm(path, { recursive: true }));
  const folder = pathToFileURL(`${path}/`);
  const source = new URL("internal/class.ts", folder);
  await mkdir(new URL("internal", folder));
  await writeFile(source, text);
  return { folder, source };
}
