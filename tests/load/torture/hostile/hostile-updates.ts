import fc from "fast-check";
import { hostileText } from "./hostile-text.ts";

/** Every kind of update that the Bot API knows (Bot API 10.1, Update), and two that it does not. */
const updateKinds = [
  "message",
  "edited_message",
  "channel_post",
  "edited_channel_post",
  "business_connection",
  "business_message",
  "edited_business_message",
  "deleted_business_messages",
  "guest_message",
  "message_reaction",
  "message_reaction_count",
  "inline_query",
  "chosen_inline_result",
  "callback_query",
  "shipping_query",
  "pre_checkout_query",
  "purchased_paid_media",
  "poll",
  "poll_answer",
  "my_chat_member",
  "chat_member",
  "chat_join_request",
  "chat_boost",
  "removed_chat_boost",
  "subscription",
  "a_kind_of_tomorrow",
  "__proto__",
] as const;

/** The fields of Telegram's objects that handlers look into. */
const names = [
  "id",
  "text",
  "caption",
  "entities",
  "data",
  "query",
  "from",
  "chat",
  "message",
  "location",
  "contact",
  "type",
  "status",
  "first_name",
  "language_code",
  "offset",
  "length",
  "latitude",
  "longitude",
  "new_chat_member",
  "old_chat_member",
  "message_id",
  "date",
  "reply_to_message",
  "via_bot",
  "forward_origin",
  "photo",
  "sticker",
  "new_chat_members",
  "left_chat_member",
  "pinned_message",
  "migrate_to_chat_id",
  "successful_payment",
  "web_app_data",
  "options",
  "user",
  "is_bot",
  "username",
  "title",
  "inline_message_id",
  "game_short_name",
] as const;

const scalar = fc.oneof(
  hostileText,
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constantFrom(null, 0, -1, 2 ** 52, -(10 ** 13), "private", "group", "channel", "kicked", "member"),
);

/** Objects in the shape of Telegram's, with anything in any field. */
const malformed = fc.letrec((tie) => ({
  value: fc.oneof({ depthSize: "small", maxDepth: 4 }, scalar, tie("object"), fc.array(tie("value"), { maxLength: 3 })),
  object: fc.dictionary(fc.constantFrom(...names), tie("value"), { maxKeys: 6 }),
}));

/** An update of any kind with anything in it, without its id. */
export const malformedUpdate: fc.Arbitrary<Record<string, unknown>> = fc
  .tuple(fc.constantFrom(...updateKinds), malformed.value)
  .map(([kind, value]) => Object.fromEntries([[kind, value]]));

/** An update of any kind that is in order as far as person and chat go, and strange in the rest. */
export function strangeUpdate(
  people: readonly { id: number; first_name: string }[],
): fc.Arbitrary<Record<string, unknown>> {
  const chats = fc.record({
    type: fc.constantFrom("private", "group", "supergroup", "channel"),
    id: fc.integer({ min: -2_000_000, max: -1 }),
    title: hostileText,
  });
  return fc
    .record({
      kind: fc.constantFrom(...updateKinds),
      from: fc.constantFrom(...people),
      chat: chats,
      isPrivate: fc.boolean(),
      text: hostileText,
      rest: malformed.object,
    })
    .map(({ kind, from, chat, isPrivate, text, rest }) => {
      const user = { ...from, is_bot: false, language_code: "ru" };
      const room =
        isPrivate && chat.type !== "channel" ? { id: from.id, type: "private", first_name: from.first_name } : chat;
      const message = { message_id: 1, date: 1, chat: room, from: user, text };
      const status = { user, status: "kicked" };
      const fields = { id: "1", from: user, user, chat: room, date: 1, message, query: text, data: text, offset: "" };
      const content = kind.endsWith("message") || kind.endsWith("post") ? message : fields;
      const member = { old_chat_member: { ...status, status: "member" }, new_chat_member: status };
      return Object.fromEntries([[kind, { ...(rest as object), ...member, ...content }]]);
    });
}
