import { z } from "zod";
import { formatCaption } from "../../../html/formatted-text.ts";
import type { Content } from "../../../world/post.ts";
import { entities, flag, parseMode } from "../../values.ts";

/** The parameters of a caption, the same for files sent, edited, copied, and grouped. */
export const captionParameters = {
  caption: z.exactOptional(z.string()),
  parse_mode: parseMode,
  caption_entities: z.exactOptional(entities),
} as const;

export const captionAbove = { show_caption_above_media: z.exactOptional(flag) } as const;
export const spoiler = { has_spoiler: z.exactOptional(flag) } as const;

type CaptionParameters = z.output<z.ZodObject<typeof captionParameters>> & {
  show_caption_above_media?: boolean;
  has_spoiler?: boolean;
};

/** The caption and how it stands to the picture, as the fields of a message. Throws 400 if it is too long. */
export function readCaption(parameters: CaptionParameters): Content {
  return {
    ...formatCaption(parameters.caption, parameters.parse_mode, parameters.caption_entities),
    ...(parameters.show_caption_above_media && { show_caption_above_media: true as const }),
    ...(parameters.has_spoiler && { has_media_spoiler: true as const }),
  };
}
