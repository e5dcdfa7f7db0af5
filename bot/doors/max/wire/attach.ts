import { uploadFile } from "../client/upload.ts";
import type { MaxFile } from "../reading/file-id.ts";
import type { MaxAttachmentOut } from "../writing/body.ts";
import { fileTypeOf } from "../writing/file-type.ts";
import { asTelegram, refused, type WireAnswer } from "./answer.ts";
import type { Media, WireCall } from "./payload.ts";
import type { Speaking } from "./speaking.ts";

export type Attached = { kind: "files"; attachments: MaxAttachmentOut[] } | { kind: "answer"; answer: WireAnswer };

/** Makes attachments of files: those that come with the call are uploaded, the others are known by their ids. */
export async function attach(speaking: Speaking, call: WireCall, media: readonly Media[]): Promise<Attached> {
  const attachments: MaxAttachmentOut[] = [];
  for (const { type: kind, media: source } of media) {
    const type = fileTypeOf(kind);
    const found = await tokenOf(speaking, call, type, source);
    if (found.kind === "answer") return found;
    attachments.push(found.attachment);
  }
  return { kind: "files", attachments };
}

type One = { kind: "file"; attachment: MaxAttachmentOut } | { kind: "answer"; answer: WireAnswer };

async function tokenOf(
  { client, files, signal }: Speaking,
  { parts }: WireCall,
  type: MaxFile["type"],
  source: string,
): Promise<One> {
  if (/^https?:/i.test(source) && type === "image")
    return { kind: "file", attachment: { type, payload: { url: source } } };
  const part = parts.get(source.replace(/^attach:\/\//, ""));
  const how = { signal: signal ?? null };
  const found = part ? await uploadFile(client, { type, ...part }, how) : await files.find(source, { type, ...how });
  if (found.kind === "refused") return { kind: "answer", answer: asTelegram(found.refusal) };
  if (found.kind === "gone") return { kind: "answer", answer: refused(400, "Bad Request: wrong file identifier") };
  return { kind: "file", attachment: { type, payload: { token: found.token } } };
}
