import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import type { Context } from "hono";

const folder = join(import.meta.dirname, "assets");

const types = new Map([
  [".html", "text/html; charset=utf-8"],
  [".css", "text/css; charset=utf-8"],
  [".js", "text/javascript; charset=utf-8"],
  [".svg", "image/svg+xml"],
]);

/** Answers with a file of the page's own. The name is looked up among those there, so no path leads out. */
export async function serveAsset(context: Context, name: string): Promise<Response> {
  const type = types.get(extname(name));
  if (type === undefined || !readdirSync(folder).includes(name)) return context.notFound();
  return context.body(await readFile(join(folder, name)), 200, { "Content-Type": type });
}
