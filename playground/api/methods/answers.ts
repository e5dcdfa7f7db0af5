import { z } from "zod";
import { formatMessage } from "../../html/formatted-text.ts";
import { inlineKeyboard } from "../../world/keyboards.ts";
import { badRequest } from "../api-failure.ts";
import { method } from "../method.ts";
import { entities, flag, integer, json, linkPreview, parseMode, unmodelled } from "../values.ts";

export const answerCallbackQuery = method(
  {
    callback_query_id: z.string(),
    text: z.exactOptional(z.string()),
    show_alert: z.exactOptional(flag),
    url: z.exactOptional(z.string()),
    cache_time: z.exactOptional(integer),
  },
  (world, { callback_query_id, text, show_alert, url }) => {
    if (text && text.length > 200) throw badRequest("MESSAGE_TOO_LONG");
    const words = text ? (show_alert ? { alert: text } : { toast: text }) : {};
    const answer = { ...words, ...(url && { url }) };
    const { personId } = world.queries.answerCallback(callback_query_id, answer);
    world.changes.tell({ kind: "callback answered", personId, ...answer });
    return true;
  },
);

const textContent = z.strictObject({
  message_text: z.string(),
  parse_mode: parseMode,
  entities: z.exactOptional(entities),
  link_preview_options: z.exactOptional(linkPreview),
});

const resultId = z.string().refine((id) => Buffer.byteLength(id) >= 1 && Buffer.byteLength(id) <= 64, "1-64 bytes");

const article = z.strictObject({
  type: z.literal("article"),
  id: resultId,
  title: z.string().min(1),
  input_message_content: textContent,
  reply_markup: z.exactOptional(inlineKeyboard),
  url: z.exactOptional(z.string()),
  description: z.exactOptional(z.string()),
  thumbnail_url: z.exactOptional(z.url()),
  thumbnail_width: z.exactOptional(z.int()),
  thumbnail_height: z.exactOptional(z.int()),
});

const resultsButton = z.strictObject({
  text: z.string().min(1),
  start_parameter: z.string().regex(/^[\w-]{1,64}$/),
  web_app: unmodelled,
});

export const answerInlineQuery = method(
  {
    inline_query_id: z.string(),
    results: json(z.array(article)),
    cache_time: z.exactOptional(integer),
    is_personal: z.exactOptional(flag),
    next_offset: z.exactOptional(z.string()),
    button: z.exactOptional(json(resultsButton)),
  },
  (world, { inline_query_id, results, next_offset = "", button }) => {
    if (results.length > 50) throw badRequest("RESULTS_TOO_MUCH");
    if (new Set(results.map(({ id }) => id)).size < results.length) throw badRequest("RESULT_ID_DUPLICATE");
    if (Buffer.byteLength(next_offset) > 64) throw badRequest("NEXT_OFFSET_INVALID");
    for (const { input_message_content: content } of results) {
      formatMessage(content.message_text, content.parse_mode, content.entities);
    }
    const shown = button && { text: button.text, start_parameter: button.start_parameter };
    world.queries.answerInline(inline_query_id, { results, nextOffset: next_offset, button: shown });
    return true;
  },
);
