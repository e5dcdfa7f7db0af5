import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as engine from "@prisma/schema-engine-wasm/schema_engine_bg";
import { catalogueAdapter } from "./catalogue-adapter.ts";

// Part of every Node, but typed only in the DOM's library, which a server does not want.
declare const WebAssembly: {
  instantiate(code: Uint8Array, imports: object): Promise<{ instance: { exports: Record<string, unknown> } }>;
};

let loading: Promise<void> | undefined;

/**
 * Runs `work` with Prisma's schema engine, compiled to WebAssembly, on the database at `url`: the same code as
 * `prisma migrate`, without the binary that the CLI would download.
 */
export async function withSchemaEngine<T>(
  url: string,
  schema: string,
  work: (schemaEngine: engine.SchemaEngine) => Promise<T>,
): Promise<T> {
  // The module keeps one instance in a variable of its own: a second one would pull the memory from under the first.
  loading ??= load();
  await loading;
  const { factory, close } = catalogueAdapter(url);
  const adapter = bindMigrationAwareSqlAdapterFactory(factory);
  const schemaEngine = await engine.SchemaEngine.new({ datamodels: [["schema.prisma", schema]] }, () => {}, adapter);
  try {
    return await work(schemaEngine);
  } finally {
    schemaEngine.free();
    await close();
  }
}

async function load(): Promise<void> {
  const folder = dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm"));
  const code = await readFile(join(folder, "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(code, { "./schema_engine_bg.js": imports() });
  engine.__wbg_set_wasm(instance.exports);
  const start = instance.exports["__wbindgen_start"];
  if (typeof start === "function") start();
}

/** The engine never clears the 10 s timer around its lock: without this, every program lives 10 s longer. */
function imports(): object {
  const unref =
    (setTimeout: (...args: never[]) => unknown) =>
    (...args: never[]) => {
      const timer = setTimeout(...args);
      if (timer instanceof Object && "unref" in timer && typeof timer.unref === "function") timer.unref();
      return timer;
    };
  return Object.fromEntries(
    Object.entries(engine).map(([name, value]) => [
      name,
      name.startsWith("__wbg_setTimeout_") ? unref(value as () => unknown) : value,
    ]),
  );
}
