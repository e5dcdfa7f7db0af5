import { z } from "zod";
import type { Content } from "../../../world/post.ts";
import type { World } from "../../../world/world.ts";
import { badRequest, Violation } from "../../api-failure.ts";
import type { Request } from "../../method.ts";
import { flag, integer, json, unmodelled } from "../../values.ts";
import { captionAbove, captionParameters, readCaption, spoiler } from "./captions.ts";
import { takeFile } from "./take-file.ts";

const shared = { media: z.string(), ...captionParameters } as const;
const count = z.exactOptional(integer);
const pixels = { width: count, height: count } as const;

const photo = z.strictObject({ type: z.literal("photo"), ...shared, ...captionAbove, ...spoiler });

const video = z.strictObject({
  type: z.literal("video"),
  ...shared,
  ...captionAbove,
  ...spoiler,
  ...pixels,
  duration: count,
  supports_streaming: z.exactOptional(flag),
  thumbnail: unmodelled,
  cover: unmodelled,
  start_timestamp: unmodelled,
});

const animation = z.strictObject({
  type: z.literal("animation"),
  ...shared,
  ...captionAbove,
  ...spoiler,
  ...pixels,
  duration: count,
  thumbnail: unmodelled,
});

const audio = z.strictObject({
  type: z.literal("audio"),
  ...shared,
  duration: count,
  performer: z.exactOptional(z.string()),
  title: z.exactOptional(z.string()),
  thumbnail: unmodelled,
});

const document = z.strictObject({
  type: z.literal("document"),
  ...shared,
  disable_content_type_detection: z.exactOptional(flag),
  thumbnail: unmodelled,
});

const anyMedia = z.discriminatedUnion("type", [photo, video, animation, audio, document]);

export type InputMedia = z.output<typeof anyMedia>;

/** One InputMedia of the Bot API; each refusal in Telegram's words where it has any. */
export const inputMedia = json(z.record(z.string(), z.unknown()).transform(readInputMedia));

/** The items of an album, as many as there are. */
export const inputMediaList = json(z.array(z.record(z.string(), z.unknown()).transform(readInputMedia)));

function readInputMedia(value: Record<string, unknown>): InputMedia {
  const { type, media } = value;
  if (!anyMedia.options.some((option) => option.shape.type.value === type)) {
    throw badRequest(`can't parse InputMedia: type "${type}" is unsupported`);
  }
  if (media === undefined || media === "") throw badRequest("can't parse InputMedia: media not found");
  const result = anyMedia.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new Violation(`InputMedia ${issue?.path.join(".") ?? ""}: ${issue?.message ?? "is wrong"}`);
}

/** The file and the caption of an InputMedia, as the fields of a message. */
export function takeInputMedia(world: World, request: Request, media: InputMedia): Content {
  const details = "duration" in media ? media : {};
  return { ...takeFile(world, request, media.type, media.media, details), ...readCaption(media) };
}
