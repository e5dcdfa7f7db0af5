import { basename } from "node:path/posix";
import type { Api } from "grammy";
import { request } from "undici";
import type { Downloaded, OpenDoor } from "../../door.ts";
import { isRefusal, isTooLarge } from "./refusal.ts";

/** Telegram lets bots download so much of a file: https://core.telegram.org/bots/api#getfile */
export const largestDownload = 20 * 1024 * 1024;

export type { Downloaded };

const patience = 20_000;

/** Downloads a file that somebody sent, through the API root of the bot. Throws when Telegram does not answer. */
export async function downloadFile(
  api: Pick<Api, "token" | "options" | "getFile">,
  fileId: string,
): Promise<Downloaded> {
  const path = await findPath(api, fileId);
  if (path.kind !== "path") return path;
  const root = api.options?.apiRoot ?? "https://api.telegram.org";
  // The address carries the token: it is neither logged nor shown.
  const { statusCode, body } = await request(`${root}/file/bot${api.token}/${path.value}`, {
    headersTimeout: patience,
    bodyTimeout: patience,
  });
  if (statusCode !== 200) {
    await body.dump();
    return { kind: "gone" };
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > largestDownload) return { kind: "too large" };
    chunks.push(chunk);
  }
  return { kind: "file", bytes: Buffer.concat(chunks), name: basename(path.value) };
}

/** Downloads a file that somebody sent, by the messenger that it came by. Throws when that does not answer. */
export const downloadSent = (
  { door, api }: { door: OpenDoor; api: Parameters<typeof downloadFile>[0] },
  fileId: string,
): Promise<Downloaded> => door.download?.(fileId) ?? downloadFile(api, fileId);

async function findPath(
  api: Pick<Api, "getFile">,
  fileId: string,
): Promise<{ kind: "path"; value: string } | { kind: "too large" } | { kind: "gone" }> {
  try {
    const { file_path } = await api.getFile(fileId);
    return file_path === undefined ? { kind: "gone" } : { kind: "path", value: file_path };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return isTooLarge(error) ? { kind: "too large" } : { kind: "gone" };
  }
}
