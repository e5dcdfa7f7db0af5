import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Context } from "hono";
import { drawPoster } from "./posters.ts";

/** Posters drawn so far, as PNG by their names. */
const drawn = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

/** Answers with a poster of the demo city, drawn when it is first asked for: Telegram shows no SVG. */
export async function servePoster(context: Context, name: string): Promise<Response> {
  const svg = drawPoster(name);
  if (svg === undefined) return context.notFound();
  const poster = drawn.get(name) ?? draw(svg);
  drawn.set(name, poster);
  return context.body(await poster, 200, { "Content-Type": "image/png" });
}

let renderer: Promise<typeof import("@resvg/resvg-wasm")> | undefined;

async function draw(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  renderer ??= load();
  const { Resvg } = await renderer;
  return new Uint8Array(new Resvg(svg).render().asPng());
}

/** Rarely wanted: a playground nobody looks at does without it. */
async function load() {
  const resvg = await import("@resvg/resvg-wasm");
  await resvg.initWasm(await readFile(fileURLToPath(import.meta.resolve("@resvg/resvg-wasm/index_bg.wasm"))));
  return resvg;
}
