import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { extname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { Context } from "hono";

const folder = fileURLToPath(new URL("assets", import.meta.url));

const types = new Map([
  [".html", "text/html; charset=utf-8"],
  [".css", "text/css; charset=utf-8"],
  [".js", "text/javascript; charset=utf-8"],
  [".svg", "image/svg+xml"],
]);

/** Answers with a file of the page's own, "styles/page.css". The name is looked up among those there: no path leads out. */
export async function serveAsset(context: Context, name: string): Promise<Response> {
  const type = types.get(extname(name));
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => file.replaceAll(sep, "/"));
  if (type === undefined || !names.includes(name)) return context.notFound();
  return context.body(await readFile(join(folder, name)), 200, { "Content-Type": type });
}
