import type { Message } from "@grammyjs/types";
import { z } from "zod";
import { badRequest } from "../api-failure.ts";
import type { StoredFile } from "../files.ts";
import { formatCaption } from "../formatted-text.ts";
import { imageSize } from "../image-size.ts";
import { checkLink } from "../links.ts";
import { method, type Request } from "../method.ts";
import { entities, flag, parseMode, unmodelled } from "../values.ts";
import type { World } from "../world.ts";
import { send, sendParameters } from "./send.ts";

const captionParameters = {
  caption: z.exactOptional(z.string()),
  parse_mode: parseMode,
  caption_entities: z.exactOptional(entities),
} as const;

const megabyte = 1024 * 1024;

export const sendPhoto = method(
  {
    ...sendParameters,
    ...captionParameters,
    photo: z.string().min(1),
    show_caption_above_media: z.exactOptional(flag),
    has_spoiler: z.exactOptional(flag),
  },
  (world, parameters, request) =>
    send(world, parameters, {
      photo: takePhoto(world, request, parameters.photo),
      ...formatCaption(parameters.caption, parameters.parse_mode, parameters.caption_entities),
      ...(parameters.show_caption_above_media && { show_caption_above_media: true }),
      ...(parameters.has_spoiler && { has_media_spoiler: true }),
    }),
);

export const sendDocument = method(
  {
    ...sendParameters,
    ...captionParameters,
    document: z.string().min(1),
    thumbnail: unmodelled,
    disable_content_type_detection: z.exactOptional(flag),
  },
  (world, parameters, request) =>
    send(world, parameters, {
      document: takeDocument(world, request, parameters.document),
      ...formatCaption(parameters.caption, parameters.parse_mode, parameters.caption_entities),
    }),
);

/** A photo in the sizes that Telegram makes of it – here one. Throws 400 if it is no picture or above 10 MB. */
export function takePhoto(world: World, request: Request, reference: string): NonNullable<Message["photo"]> {
  const file = takeFile(world, request, reference, "image/jpeg");
  const size = file.bytes?.length ?? 0;
  if (size > 10 * megabyte) {
    throw badRequest(`file of size ${size} bytes is too big for a photo; the maximum size is ${10 * megabyte} bytes`);
  }
  const dimensions = file.bytes ? imageSize(file.bytes) : { width: 800, height: 600 };
  if (!dimensions) throw badRequest("IMAGE_PROCESS_FAILED");
  const { width, height } = dimensions;
  if (width + height > 10_000 || Math.max(width / height, height / width) > 20) {
    throw badRequest("PHOTO_INVALID_DIMENSIONS");
  }
  return [{ file_id: file.fileId, file_unique_id: file.fileUniqueId, width, height, file_size: size }];
}

export function takeDocument(world: World, request: Request, reference: string): NonNullable<Message["document"]> {
  const file = takeFile(world, request, reference, "application/octet-stream");
  return {
    file_id: file.fileId,
    file_unique_id: file.fileUniqueId,
    file_name: file.fileName,
    mime_type: file.mimeType,
    ...(file.bytes && { file_size: file.bytes.length }),
  };
}

/** The file that a parameter names: one uploaded with the request, an address on the web, or a file id. */
function takeFile(world: World, { uploads }: Request, reference: string, mimeType: string): StoredFile {
  const part = /^attach:\/\/(.+)$/.exec(reference)?.[1];
  if (part !== undefined) {
    const upload = uploads.get(part);
    if (!upload) throw badRequest("wrong file identifier/HTTP URL specified");
    return world.files.keep(upload);
  }
  if (/^https?:/.test(reference)) {
    const link = checkLink(reference);
    if (link.kind === "invalid") throw badRequest("wrong HTTP URL specified");
    return world.files.keepUrl(link.url, mimeType);
  }
  const file = world.files.find(reference);
  if (!file) throw badRequest("wrong file identifier/HTTP URL specified");
  return file;
}
