import { Hono } from "hono";
import type { Downloaded } from "../doors/telegram/client/files.ts";
import { readPosterPath } from "../doors/telegram/screen/poster-path.ts";
import type { Logger } from "../log.ts";
import type { Clock } from "../schedule/clock.ts";
import { KeptFiles } from "./kept-files.ts";

/** A photo never changes under its id; Telegram's servers keep the preview they make of it. */
const headers = { "Cache-Control": "public, max-age=604800, immutable", "X-Content-Type-Options": "nosniff" };

/** Posters in memory: some two hundred photos as Telegram shrinks them. */
const mostBytes = 32 * 1024 * 1024;

/** Downloads at a time, of at most 20 MB each, and how many may wait for their turn. */
const mostAtOnce = 4;
const mostWaiting = 100;

/** Milliseconds after which Telegram is asked again for a photo that it did not have. */
const goneFor = 60_000;

export interface PosterOptions {
  token: string;
  download(fileId: string): Promise<Downloaded>;
  clock: Clock;
  log: Logger;
}

type Poster = { kind: "picture"; bytes: Uint8Array<ArrayBuffer>; type: string } | { kind: "none"; since: Date };

/**
 * Serves the photos that editors sent as posters at /poster/<file id>.<seal>; cards show them as link previews. Telegram is
 * asked for each once: the addresses stand in every card, and anybody may ask for them as often as they like.
 */
export function posters({ token, download, clock, log }: PosterOptions): Hono {
  const app = new Hono();
  const kept = new KeptFiles<Poster>({
    mostBytes,
    mostAtOnce,
    mostWaiting,
    async fetch(fileId) {
      const file = await download(fileId);
      const type = file.kind === "file" ? typeOf(file.bytes) : undefined;
      if (file.kind !== "file" || type === undefined) return { value: { kind: "none", since: clock.now() }, bytes: 0 };
      return { value: { kind: "picture", bytes: new Uint8Array(file.bytes), type }, bytes: file.bytes.length };
    },
  });

  app.get("/poster/:name", async (c) => {
    const fileId = readPosterPath(token, c.req.param("name"));
    if (fileId === undefined) return c.text("There is no such poster.", 404);
    let found = await kept.get(fileId);
    if (found.kind === "value" && found.value.kind === "none" && isOld(found.value.since)) {
      kept.forget(fileId);
      found = await kept.get(fileId);
    }
    if (found.kind === "busy") return c.text("Please come again.", 503, { "Retry-After": "10" });
    if (found.value.kind === "none") return c.text("There is no such poster.", 404);
    return c.body(found.value.bytes, 200, { ...headers, "Content-Type": found.value.type });
  });
  app.onError((error, c) => {
    log.error({ error }, "poster not served");
    return c.text("Please come again.", 503, { "Retry-After": "60" });
  });
  return app;

  function isOld(since: Date): boolean {
    return clock.now().getTime() - since.getTime() >= goneFor;
  }
}

/** By its first bytes: only pictures are served. */
function typeOf(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xd8) return "image/jpeg";
  if (first === 0x89 && second === 0x50) return "image/png";
  return Buffer.from(bytes.slice(8, 12)).toString("latin1") === "WEBP" ? "image/webp" : undefined;
}
