import type { Context } from "hono";
import type { PageDoor } from "./door.ts";

/** Types that a browser shows in place. Nothing else is: an HTML document of the bot must not run as part of the page. */
const shownInPlace = /^(?:image\/(?:jpeg|png|webp|gif)|video\/[\w.+-]+|audio\/[\w.+-]+|application\/pdf)$/;

/** Answers with a file out of anybody's chat, or sends the browser to where the bot said that it lies. */
export function serveFile(context: Context, doors: readonly PageDoor[], id: string): Response | Promise<Response> {
  const [file] = doors.flatMap((door) => door.file(id) ?? []);
  if (!file) return context.notFound();
  if (!file.bytes) return isWebAddress(file.url) ? context.redirect(file.url) : context.notFound();
  const disposition = shownInPlace.test(file.mimeType) ? "inline" : "attachment";
  return context.body(new Uint8Array(file.bytes), 200, {
    "Content-Type": file.mimeType,
    "Content-Disposition": `${disposition}; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
    // The browser shows a PDF by a page of its own, whose styles our content policy would forbid.
    ...(file.mimeType === "application/pdf" && { "Content-Security-Policy": "frame-ancestors 'none'" }),
  });
}

function isWebAddress(address: string | undefined): address is string {
  return address !== undefined && ["http:", "https:"].includes(URL.parse(address)?.protocol ?? "");
}
