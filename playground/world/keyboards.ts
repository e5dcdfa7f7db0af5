import type {
  ForceReply,
  InlineKeyboardButton,
  InlineKeyboardMarkup,
  ReplyKeyboardMarkup,
  ReplyKeyboardRemove,
} from "@grammyjs/types";
import { z } from "zod";
import { badRequest, Violation } from "../api/api-failure.ts";
import { flag, json } from "../api/values.ts";
import { checkLink } from "./links.ts";

const style = z.exactOptional(z.enum(["danger", "success", "primary"]));
const webApp = z.strictObject({ url: z.string() });

const inlineButton = z.strictObject({
  text: z.string(),
  style,
  icon_custom_emoji_id: z.exactOptional(z.string()),
  callback_data: z.exactOptional(z.string()),
  url: z.exactOptional(z.string()),
  web_app: z.exactOptional(webApp),
  switch_inline_query: z.exactOptional(z.string()),
  switch_inline_query_current_chat: z.exactOptional(z.string()),
  switch_inline_query_chosen_chat: z.exactOptional(
    z.strictObject({
      query: z.exactOptional(z.string()),
      allow_user_chats: z.exactOptional(z.boolean()),
      allow_bot_chats: z.exactOptional(z.boolean()),
      allow_group_chats: z.exactOptional(z.boolean()),
      allow_channel_chats: z.exactOptional(z.boolean()),
    }),
  ),
  copy_text: z.exactOptional(z.strictObject({ text: z.string().min(1).max(256) })),
});

const inlineRows = z.strictObject({ inline_keyboard: z.array(z.array(inlineButton)) });

/** An inline keyboard; JSON in a string is taken as well. */
export const inlineKeyboard = json(inlineRows.transform(checkInlineKeyboard));

const keyButton = z.strictObject({
  text: z.string().min(1),
  style,
  request_contact: z.exactOptional(z.boolean()),
  request_location: z.exactOptional(z.boolean()),
  web_app: z.exactOptional(webApp),
});

const replyKeyboard = z.strictObject({
  keyboard: z.array(z.array(z.union([keyButton, z.string().min(1)]))).min(1),
  is_persistent: z.exactOptional(flag),
  resize_keyboard: z.exactOptional(flag),
  one_time_keyboard: z.exactOptional(flag),
  input_field_placeholder: z.exactOptional(z.string().min(1).max(64)),
  selective: z.exactOptional(flag),
});

const removal = z.strictObject({ remove_keyboard: z.literal(true), selective: z.exactOptional(flag) });

const forceReply = z.strictObject({
  force_reply: z.literal(true),
  input_field_placeholder: z.exactOptional(z.string().min(1).max(64)),
  selective: z.exactOptional(flag),
});

export type ReplyMarkup =
  | { kind: "inline"; markup: InlineKeyboardMarkup }
  | { kind: "keyboard"; markup: ReplyKeyboardMarkup }
  | { kind: "remove"; markup: ReplyKeyboardRemove }
  | { kind: "force reply"; markup: ForceReply };

/** Any `reply_markup`, told apart by the field that each kind must have. */
export const replyMarkup = json(
  z.record(z.string(), z.unknown()).transform((value): ReplyMarkup => {
    if ("inline_keyboard" in value) return { kind: "inline", markup: checkInlineKeyboard(read(inlineRows, value)) };
    if ("remove_keyboard" in value) return { kind: "remove", markup: read(removal, value) };
    if ("force_reply" in value) return { kind: "force reply", markup: read(forceReply, value) };
    return { kind: "keyboard", markup: toReplyKeyboard(read(replyKeyboard, value)) };
  }),
);

function read<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new Violation(`reply_markup ${issue?.path.join(".") ?? ""}: ${issue?.message ?? "is wrong"}`);
}

type Key = z.output<typeof keyButton>;

function toReplyKeyboard({ keyboard, ...options }: z.output<typeof replyKeyboard>): ReplyKeyboardMarkup {
  return { ...options, keyboard: keyboard.map((row) => row.map(toKey)) };
}

function toKey(key: Key | string): Exclude<ReplyKeyboardMarkup["keyboard"][number][number], string> {
  if (typeof key === "string") return { text: key };
  const { request_contact, request_location, web_app, ...common } = key;
  if (request_contact) return { ...common, request_contact };
  if (request_location) return { ...common, request_location };
  return web_app ? { ...common, web_app } : common;
}

function checkInlineKeyboard({ inline_keyboard }: z.output<typeof inlineRows>): InlineKeyboardMarkup {
  const rows = inline_keyboard.filter((row) => row.length > 0).map((row) => row.map(toInlineButton));
  if (rows.flat().length > 100) throw badRequest("reply markup is too long");
  return { inline_keyboard: rows };
}

function toInlineButton(button: z.output<typeof inlineButton>): InlineKeyboardButton {
  const { text, style, icon_custom_emoji_id, ...actions } = button;
  if (text.trim() === "") throw badRequest("inline keyboard button text must be non-empty");
  const common = { text, ...(style && { style }), ...(icon_custom_emoji_id && { icon_custom_emoji_id }) };
  const named = Object.keys(actions);
  if (named.length > 1)
    throw new Violation(`inline keyboard button "${text}" has ${named.join(" and ")}; one is allowed`);
  const { callback_data, url, web_app, copy_text } = actions;
  if (callback_data) return { ...common, callback_data: checkData(callback_data) };
  if (url) return { ...common, url: checkUrl(url) };
  if (web_app) return { ...common, web_app };
  if (copy_text) return { ...common, copy_text };
  const { switch_inline_query, switch_inline_query_current_chat, switch_inline_query_chosen_chat } = actions;
  if (switch_inline_query !== undefined) return { ...common, switch_inline_query };
  if (switch_inline_query_current_chat !== undefined) return { ...common, switch_inline_query_current_chat };
  if (switch_inline_query_chosen_chat) return { ...common, switch_inline_query_chosen_chat };
  throw badRequest("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
}

function checkData(data: string): string {
  if (Buffer.byteLength(data) > 64) throw badRequest("BUTTON_DATA_INVALID");
  return data;
}

function checkUrl(url: string): string {
  const link = checkLink(url);
  if (link.kind === "invalid") throw badRequest(`inline keyboard button URL '${url}' is invalid: ${link.reason}`);
  return link.url;
}
