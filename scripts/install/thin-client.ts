import { readFile, writeFile } from "node:fs/promises";

const generated = new URL("../../prisma/client/", import.meta.url);

/** How Prisma 7.10 loads the query compiler. */
const loading = /const \{ wasm \} = await import\("(.+)"\)\s+return .+/;
const reading = `const { readFile } = await import("node:fs/promises")
    return new WebAssembly.Module(await readFile(new URL("../query_compiler.wasm", import.meta.url)))`;

/**
 * Puts the query compiler of the Prisma client generated in the folder `client`, a string of base64 in a module which would
 * stay in memory twice, into a file beside it: 7 MB less at run time. A client that is written otherwise than by Prisma 7.10
 * is left as it is, for it works: then the answer is false, and one line says so.
 */
export async function thinClient(client = generated): Promise<boolean> {
  const source = new URL("internal/class.ts", client);
  try {
    const text = await readFile(source, "utf8");
    const match = loading.exec(text);
    if (match?.[1] === undefined) throw new Error("it loads its query compiler otherwise");
    const { wasm }: { wasm?: unknown } = await import(match[1]);
    if (typeof wasm !== "string") throw new Error("its query compiler is no text");
    await writeFile(new URL("query_compiler.wasm", client), Buffer.from(wasm, "base64"));
    await writeFile(
      source,
      text.replace(match[0], () => reading),
    );
    return true;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    console.warn(`The Prisma client stays as Prisma wrote it, and the bot takes 7 MB more: ${reason}.`);
    return false;
  }
}
