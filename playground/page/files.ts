import type { Context } from "hono";
import type { ShownFile } from "../shown-message.ts";
import type { Telegram } from "../telegram.ts";

/** Answers with a photo or document out of anybody's chat, or sends the browser to where the bot said that it lies. */
export function serveFile(context: Context, telegram: Telegram, fileId: string): Response | Promise<Response> {
  const file = findFile(telegram, fileId);
  if (!file) return context.notFound();
  if (!file.bytes) return isWebAddress(file.url) ? context.redirect(file.url) : context.notFound();
  const type = file.mimeType ?? "application/octet-stream";
  // Only pictures are shown in place: an HTML document of the bot must not run as part of the page.
  const disposition = isPicture(type) ? "inline" : "attachment";
  return context.body(new Uint8Array(file.bytes), 200, {
    "Content-Type": type,
    "Content-Disposition": `${disposition}; filename*=UTF-8''${encodeURIComponent(file.fileName ?? fileId)}`,
  });
}

function findFile(telegram: Telegram, fileId: string): ShownFile | undefined {
  for (const person of telegram.people) {
    for (const { photo, document } of person.chat) {
      if (photo?.fileId === fileId) return photo;
      if (document?.fileId === fileId) return document;
    }
  }
  return undefined;
}

function isPicture(mimeType: string): boolean {
  return ["image/jpeg", "image/png", "image/webp", "image/gif"].includes(mimeType);
}

function isWebAddress(address: string | undefined): address is string {
  return address !== undefined && ["http:", "https:"].includes(URL.parse(address)?.protocol ?? "");
}
