import type { LinkPreviewOptions, MessageEntity } from "@grammyjs/types";
import { z } from "zod";
import { badRequest } from "./api-failure.ts";

/*
 * The values of parameters. A form or a query string carries everything as text, so numbers, flags and JSON are taken
 * in that shape too, as Telegram does.
 */

/** A whole number. */
export const integer = z.union(
  [
    z.int(),
    z
      .string()
      .regex(/^-?\d{1,16}$/)
      .transform(Number),
  ],
  "must be an integer",
);

/** A number. */
export const float = z.union(
  [
    z.number(),
    z
      .string()
      .regex(/^-?\d+(\.\d+)?$/)
      .transform(Number),
  ],
  "must be a number",
);

/** True or false. */
export const flag = z.union(
  [z.boolean(), z.enum(["true", "True", "1", "false", "False", "0"]).transform((word) => /^(t|1)/i.test(word))],
  "must be a boolean",
);

/** A chat by its id, or by its "@name". */
export const chatId = z.union([integer, z.string().min(1)]);

/** A parameter that Telegram knows and this playground does not act on; better refused than silently ignored. */
export const unmodelled = z.exactOptional(z.never("is not modelled by the playground"));

/** A structure, or its JSON in a string. */
export function json<T extends z.ZodType>(schema: T): z.ZodType<z.output<T>> {
  return z.preprocess((value) => (typeof value === "string" ? parseJson(value) : value), schema);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

export const parseMode = z.exactOptional(z.enum(["HTML", "Markdown", "MarkdownV2"], "unsupported parse_mode"));

const span = { offset: z.int().min(0), length: z.int().min(1) };

const plainEntity = z.strictObject({
  type: z.enum([
    "mention",
    "hashtag",
    "cashtag",
    "bot_command",
    "url",
    "email",
    "phone_number",
    "bold",
    "italic",
    "underline",
    "strikethrough",
    "spoiler",
    "blockquote",
    "expandable_blockquote",
    "code",
  ]),
  ...span,
});

/** Entities given instead of a parse mode. */
export const entities: z.ZodType<MessageEntity[]> = json(
  z.array(
    z.union([
      plainEntity,
      z.strictObject({ type: z.literal("pre"), ...span, language: z.exactOptional(z.string()) }),
      z.strictObject({ type: z.literal("text_link"), ...span, url: z.string() }),
      z.strictObject({ type: z.literal("custom_emoji"), ...span, custom_emoji_id: z.string() }),
    ]),
  ),
);

export const linkPreview: z.ZodType<LinkPreviewOptions> = json(
  z.strictObject({
    is_disabled: z.exactOptional(z.boolean()),
    url: z.exactOptional(z.string()),
    prefer_small_media: z.exactOptional(z.boolean()),
    prefer_large_media: z.exactOptional(z.boolean()),
    show_above_text: z.exactOptional(z.boolean()),
  }),
);

export const replyParameters = json(
  z.strictObject({
    message_id: integer,
    chat_id: unmodelled,
    allow_sending_without_reply: z.exactOptional(z.boolean()),
    quote: unmodelled,
    quote_parse_mode: unmodelled,
    quote_entities: unmodelled,
    quote_position: unmodelled,
    checklist_task_id: unmodelled,
    poll_option_id: unmodelled,
  }),
);

/** A language of two letters, or "" for everybody else. */
export const languageCode = z.exactOptional(z.union([z.literal(""), z.string().regex(/^[a-z]{2}$/)]));

/** 1–100 messages of one chat. */
export const messageIds = json(
  z.array(integer).transform((ids) => {
    if (ids.length > 100) throw badRequest("too many message identifiers specified");
    if (ids.some((id) => id <= 0)) throw badRequest("invalid message identifier specified");
    return ids;
  }),
);
