import { randomBytes, randomUUID } from "node:crypto";
import type { AttachmentRequest, UploadType } from "../api/contract.ts";
import { badPayload, MaxFailure } from "../api/max-failure.ts";

export interface UploadedFile {
  type: UploadType;
  fileName: string;
  mimeType: string;
  bytes: Uint8Array;
}

interface Slot {
  type: UploadType;
  token: string;
  file: UploadedFile | undefined;
  /** So many sends find it not ready yet. */
  waits: number;
}

/** Files that the bot uploads, and those that people send. */
export class Uploads {
  /** So many sends find each file that is uploaded from now on not ready yet. Default 0. */
  slowness = 0;
  /** What each upload from now on is answered, in place of being taken; undefined: it is taken. */
  refusal: { status: 200 | 415; error: string } | undefined;
  readonly #slots = new Map<string, Slot>();
  readonly #byToken = new Map<string, Slot>();

  /** Opens a place to upload to, and returns its id and the token that goes with it. */
  open(type: UploadType): { id: string; token: string } {
    const slot: Slot = { type, token: randomBytes(60).toString("base64url"), file: undefined, waits: this.slowness };
    const id = randomUUID();
    this.#slots.set(id, slot);
    this.#byToken.set(slot.token, slot);
    return { id, token: slot.token };
  }

  slot(id: string): { type: UploadType; token: string } | undefined {
    return this.#slots.get(id);
  }

  put(id: string, file: Omit<UploadedFile, "type">): void {
    const slot = this.#slots.get(id);
    if (slot) slot.file = { ...file, type: slot.type };
  }

  /** Takes a file that a person sends; resolves to its token. */
  add(file: UploadedFile): string {
    const { id, token } = this.open(file.type);
    const slot = this.#slots.get(id);
    if (slot) Object.assign(slot, { file, waits: 0 });
    return token;
  }

  find(token: string): UploadedFile | undefined {
    return this.#byToken.get(token)?.file;
  }

  /** Throws unless every token names a file of the right kind that is ready. */
  check(attachments: readonly AttachmentRequest[]): void {
    for (const { token, type } of attachments.flatMap(tokensOf)) {
      const slot = this.#byToken.get(token);
      if (slot?.file === undefined || slot.type !== type) throw badPayload(`Invalid token of ${type}`);
      if (slot.waits === 0) continue;
      slot.waits -= 1;
      throw new MaxFailure(400, "attachment.not.ready", "Key: errors.process.attachment.file.not.processed");
    }
  }
}

/** The tokens that an attachment names. */
export function tokensOf(attachment: AttachmentRequest): { token: string; type: UploadType }[] {
  const { type } = attachment;
  if (type !== "image" && type !== "video" && type !== "audio" && type !== "file") return [];
  const { payload } = attachment;
  if ("token" in payload) return [{ token: payload.token, type }];
  return "photos" in payload ? Object.values(payload.photos).map(({ token }) => ({ token, type })) : [];
}
