import type { Message } from "@grammyjs/types";
import { badRequest } from "../api/api-failure.ts";
import { imageSize } from "./image-size.ts";

/** A file that Telegram keeps: its bytes when uploaded, its address when the bot gave an URL. */
export type StoredFile = {
  fileId: string;
  fileUniqueId: string;
  kind: MediaKind;
  path: string;
  fileName: string;
  mimeType: string;
  bytes: Uint8Array | undefined;
  url: string | undefined;
};

/** What a file is to Telegram; the Bot API names the fields of Message so. An animation is a document as well: look for that last. */
export const mediaKinds = ["photo", "video", "animation", "audio", "voice", "document"] as const;

export type MediaKind = (typeof mediaKinds)[number];

/** What a sender tells of a file, and Telegram believes: pixels, seconds, who plays what. */
export type MediaDetails = {
  width?: number | undefined;
  height?: number | undefined;
  duration?: number | undefined;
  performer?: string | undefined;
  title?: string | undefined;
};

/** The fields of a message that carry its file. */
export type Media = Partial<Pick<Message, MediaKind>>;

/** In bytes. */
const photoLimit = 10 * 1024 * 1024;

/** A file in the fields that its kind has in a message. Throws 400 if it is to be a photo and is none. */
export function describeMedia(file: StoredFile, details: MediaDetails): Media {
  const common = {
    file_id: file.fileId,
    file_unique_id: file.fileUniqueId,
    ...(file.bytes && { file_size: file.bytes.length }),
  };
  const named = { ...common, file_name: file.fileName, mime_type: file.mimeType };
  // Telegram looks into the file for what it is not told; without its eyes a plausible film has to do.
  const { width = 640, height = 360, duration = 1, performer, title } = details;
  switch (file.kind) {
    case "photo":
      return { photo: [{ ...common, ...photoSize(file) }] };
    case "video":
      return { video: { ...named, width, height, duration } };
    case "animation":
      return { animation: { ...named, width, height, duration, ...sizeOf(file) }, document: named };
    case "audio":
      return { audio: { ...named, duration, ...(performer && { performer }), ...(title && { title }) } };
    case "voice":
      return { voice: { ...common, mime_type: file.mimeType, duration } };
    case "document":
      return { document: named };
  }
}

/** Which kind of file a message carries, if any. */
export function mediaKindOf(message: Message): MediaKind | undefined {
  return mediaKinds.find((kind) => message[kind] !== undefined);
}

/** The id of the file that a message carries: of a photo the largest size. */
export function fileIdOf(message: Message): string | undefined {
  const kind = mediaKindOf(message);
  if (kind === undefined) return undefined;
  return kind === "photo" ? message.photo?.at(-1)?.file_id : message[kind]?.file_id;
}

/** Whether Telegram would take these bytes as a photo. */
export function isPhoto(bytes: Uint8Array): boolean {
  const size = imageSize(bytes);
  return size !== undefined && bytes.length <= photoLimit && hasPhotoShape(size);
}

/** The pixels of a photo. Throws 400 if it is no picture, above 10 MB, or a mere stripe. */
function photoSize(file: StoredFile): { width: number; height: number } {
  const size = file.bytes?.length ?? 0;
  if (size > photoLimit) {
    throw badRequest(`file of size ${size} bytes is too big for a photo; the maximum size is ${photoLimit} bytes`);
  }
  const dimensions = file.bytes ? sizeOf(file) : { width: 800, height: 600 };
  if (!dimensions) throw badRequest("IMAGE_PROCESS_FAILED");
  if (!hasPhotoShape(dimensions)) throw badRequest("PHOTO_INVALID_DIMENSIONS");
  return dimensions;
}

function hasPhotoShape({ width, height }: { width: number; height: number }): boolean {
  return width + height <= 10_000 && Math.max(width / height, height / width) <= 20;
}

function sizeOf({ bytes }: StoredFile): { width: number; height: number } | undefined {
  return bytes && imageSize(bytes);
}
