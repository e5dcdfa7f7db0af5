import type { IncomingMessage } from "node:http";
import type { Upload } from "../files/files.ts";
import { ApiFailure, badRequest } from "./api-failure.ts";
import { parseMultipart } from "./multipart.ts";

export type Body = { payload: Record<string, unknown>; uploads: Map<string, Upload> };

/** Telegram takes uploads of 50 MB; a little more for the rest of the form. */
const limit = 52 * 1024 * 1024;

/** Reads the parameters of a request: query string, JSON, form, or form with files. Throws 400 or 413. */
export async function readBody(request: IncomingMessage, query: string): Promise<Body> {
  const bytes = await readBytes(request);
  const type = request.headers["content-type"] ?? "";
  const fromQuery = query === "" ? {} : Object.fromEntries(new URLSearchParams(query));
  if (bytes.length === 0) return { payload: fromQuery, uploads: new Map() };
  if (type.startsWith("application/json")) {
    return { payload: { ...fromQuery, ...withoutNulls(parseObject(bytes)) }, uploads: new Map() };
  }
  if (type.startsWith("application/x-www-form-urlencoded")) {
    const fields = Object.fromEntries(new URLSearchParams(bytes.toString()));
    return { payload: { ...fromQuery, ...fields }, uploads: new Map() };
  }
  if (type.startsWith("multipart/form-data")) return readForm(bytes, type);
  return { payload: fromQuery, uploads: new Map() };
}

async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > limit) throw new ApiFailure(413, "Request Entity Too Large");
    chunks.push(chunk);
  }
  const [only] = chunks;
  return chunks.length === 1 && only ? only : Buffer.concat(chunks);
}

function parseObject(bytes: Buffer): object {
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString());
  } catch {
    throw badRequest("can't parse JSON object");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw badRequest("object expected");
  return value;
}

/** A parameter that is null is one not given. */
function withoutNulls(payload: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(payload).filter(([, value]) => value !== null));
}

function readForm(bytes: Buffer, type: string): Body {
  const payload: Record<string, unknown> = {};
  const uploads = new Map<string, Upload>();
  for (const { name, fileName, mimeType, bytes: content } of parseMultipart(bytes, type)) {
    if (fileName === undefined) payload[name] = content.toString();
    else uploads.set(name, { fileName, mimeType, bytes: content });
  }
  return { payload, uploads };
}
