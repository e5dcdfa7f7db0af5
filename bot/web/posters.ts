import { Hono } from "hono";
import type { Logger } from "../log.ts";
import type { Downloaded } from "../telegram/files.ts";
import { readPosterPath } from "../telegram/poster-path.ts";

/** A photo never changes under its id; Telegram's servers keep the preview they make of it. */
const headers = { "Cache-Control": "public, max-age=604800, immutable", "X-Content-Type-Options": "nosniff" };

export interface PosterOptions {
  token: string;
  download(fileId: string): Promise<Downloaded>;
  log: Logger;
}

/** Serves the photos that editors sent as posters at /poster/<file id>.<seal>; cards show them as link previews. */
export function posters({ token, download, log }: PosterOptions): Hono {
  const app = new Hono();
  app.get("/poster/:name", async (c) => {
    const fileId = readPosterPath(token, c.req.param("name"));
    const file = fileId === undefined ? undefined : await download(fileId);
    const type = file?.kind === "file" ? typeOf(file.bytes) : undefined;
    if (file?.kind !== "file" || type === undefined) return c.text("There is no such poster.", 404);
    return c.body(new Uint8Array(file.bytes), 200, { ...headers, "Content-Type": type });
  });
  app.onError((error, c) => {
    log.error({ error }, "poster not served");
    return c.text("Please come again.", 503, { "Retry-After": "60" });
  });
  return app;
}

/** By its first bytes: only pictures are served. */
function typeOf(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xd8) return "image/jpeg";
  if (first === 0x89 && second === 0x50) return "image/png";
  return Buffer.from(bytes.slice(8, 12)).toString("latin1") === "WEBP" ? "image/webp" : undefined;
}
