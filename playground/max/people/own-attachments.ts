import { createHmac } from "node:crypto";
import type { UploadedFile } from "../world/uploads.ts";
import type { IncomingAttachment, MaxAccount, MaxWorld } from "../world/world.ts";

/** Somebody's card, sealed as MAX seals it with the bot's token. `seal` forges the seal. */
export function contactOf(world: MaxWorld, { user, phoneNumber }: MaxAccount, seal?: string): IncomingAttachment {
  const vcf = `BEGIN:VCARD\r\nVERSION:3.0\r\nTEL;TYPE=cell:${phoneNumber}\r\nFN:${user.name}\r\nEND:VCARD\r\n`;
  const hash = seal ?? createHmac("sha256", world.token).update(vcf).digest("hex");
  return { type: "contact", payload: { vcf_info: vcf, hash, max_info: user } };
}

/** Uploads a file out of a person's phone, and returns how MAX tells of it. */
export function uploadOwn(world: MaxWorld, file: UploadedFile): IncomingAttachment {
  const token = world.uploads.add(file);
  const url = `${world.root}/file/${token}`;
  const { type, fileName: filename, bytes } = file;
  if (type === "image") return { type, payload: { photo_id: 1, token, url } };
  if (type === "file") return { type, payload: { token, url }, filename, size: bytes.length };
  return { type, payload: { token, url } };
}
