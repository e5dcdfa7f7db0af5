import { readFileSync, writeFileSync } from "node:fs";

const client = new URL("../prisma/client/", import.meta.url);
const source = new URL("internal/class.ts", client);

/**
 * Puts the query compiler of the generated Prisma client, a string of base64 in a module which would stay in memory twice,
 * into a file beside it: 7 MB less at run time. Throws when the client is not written as Prisma 7.10 writes it.
 */
export async function thinClient(): Promise<void> {
  const text = readFileSync(source, "utf8");
  const match = /const \{ wasm \} = await import\("(.+)"\)\s+return .+/.exec(text);
  if (match?.[1] === undefined)
    throw new Error("The Prisma client loads its compiler otherwise: see scripts/thin-client.ts.");
  const { wasm }: { wasm: string } = await import(match[1]);
  writeFileSync(new URL("query_compiler.wasm", client), Buffer.from(wasm, "base64"));
  const reading = `const { readFile } = await import("node:fs/promises")
    return new WebAssembly.Module(await readFile(new URL("../query_compiler.wasm", import.meta.url)))`;
  writeFileSync(
    source,
    text.replace(match[0], () => reading),
  );
}
