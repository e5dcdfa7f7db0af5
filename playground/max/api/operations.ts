import {
  accountOf,
  addMessage,
  changeMessage,
  checkVisible,
  deleteMessage,
  findMessage,
  readContent,
  writeMessage,
} from "../world/messages.ts";
import type { MaxAccount, MaxWorld } from "../world/world.ts";
import { readBody } from "./check-body.ts";
import {
  actionRequest,
  callbackAnswer,
  commandsRequest,
  newMessageBody,
  subscriptionRequest,
  uploadType,
} from "./contract.ts";
import { badPayload, denied, MaxFailure, MaxViolation, noDialog } from "./max-failure.ts";

/** A request as it came: what stands in its path and query, and its body as JSON. */
export interface MaxRequest {
  query: Readonly<Record<string, string>>;
  /** What stands in the path in place of "{}". */
  id: string;
  body: unknown;
  /** The address of this server. */
  root: string;
}

export type Operation = (world: MaxWorld, request: MaxRequest) => unknown;

/** The operations that answer at once, by method and path. */
export const operations: ReadonlyMap<string, Operation> = new Map<string, Operation>([
  ["GET /me", ({ bot, description, commands }) => ({ ...bot, description, ...(commands.length > 0 && { commands }) })],
  [
    "PATCH /me/commands",
    (world, { body }) => {
      world.commands = readBody(commandsRequest, body).commands;
      return { commands: world.commands };
    },
  ],
  ["POST /messages", sendMessage],
  [
    "PUT /messages",
    (world, { query, body }) => {
      const read = readBody(newMessageBody, body);
      const mid = query["message_id"] ?? "";
      if (mid === "") throw badPayload("message_id: must not be empty");
      const account = accountOf(world, mid);
      if (account) world.rates.takeInto(account.chatId, "edit");
      return done(changeMessage(world, mid, read), "error.message.edit");
    },
  ],
  [
    "DELETE /messages",
    (world, { query }) => done(deleteMessage(world, query["message_id"] ?? ""), "error.message.notfound"),
  ],
  [
    "GET /messages/{}",
    (world, { id }) => {
      const message = findMessage(world, id);
      if (message === undefined) throw new MaxFailure(404, "message.not.found", "Message not found");
      return writeMessage(message);
    },
  ],
  ["POST /answers", answer],
  [
    "POST /chats/{}/actions",
    (world, { id, body }) => {
      readBody(actionRequest, body);
      if (![...world.accounts.values()].some(({ chatId }) => chatId === Number(id)))
        throw new MaxFailure(404, "chat.not.found", "Chat not found");
      return { success: true };
    },
  ],
  [
    "GET /chats/{}",
    (world, { id }) => {
      const title = world.channels.get(Number(id));
      if (title === undefined) throw noChat();
      return { chat_id: Number(id), type: "channel", status: "active", title, participants_count: 2, is_public: false };
    },
  ],
  [
    "POST /uploads",
    (world, { query, root }) => {
      const type = uploadType.safeParse(query["type"]);
      if (!type.success) throw badPayload("type: unknown upload type");
      const { id, token } = world.uploads.open(type.data);
      // The token of videos and audios is known before the upload, that of the others after it.
      return { url: `${root}/upload/${id}`, ...((type.data === "video" || type.data === "audio") && { token }) };
    },
  ],
  [
    "GET /subscriptions",
    ({ webhooks }) => ({
      subscriptions: webhooks.list.map(({ url, time, updateTypes }) => ({ url, time, update_types: updateTypes })),
    }),
  ],
  [
    "POST /subscriptions",
    (world, { body }) => {
      const { url, update_types = null, secret } = readBody(subscriptionRequest, body);
      if (!url.startsWith("https://") && !/^http:\/\/(127\.0\.0\.1|localhost)[:/]/.test(url))
        throw badPayload("url: must begin with https://");
      if (world.webhooks.list.some((each) => each.url !== url))
        world.violations.push(`a second subscription beside ${world.webhooks.list.map((each) => each.url)}`);
      world.webhooks.subscribe({ url, updateTypes: update_types, secret });
      return { success: true };
    },
  ],
  [
    "DELETE /subscriptions",
    (world, { query }) => {
      world.webhooks.unsubscribe(query["url"] ?? "");
      return { success: true };
    },
  ],
]);

const done = (success: boolean, message: string) => (success ? { success } : { success, message });

function sendMessage(world: MaxWorld, { query, body }: MaxRequest): unknown {
  // The body is looked at before the recipient.
  const read = readBody(newMessageBody, body);
  const { words, attachments = [] } = readContent(world, read);
  checkVisible(words?.text ?? null, attachments);
  const account = recipientOf(world, query);
  world.rates.takeInto(account.chatId, "message");
  const message = addMessage(world, account, {
    from: world.bot,
    text: words?.text ?? null,
    markup: words?.markup ?? [],
    attachments,
    isSilent: read.notify === false,
  });
  return { message: writeMessage(message) };
}

function recipientOf(world: MaxWorld, query: Readonly<Record<string, string>>): MaxAccount {
  const { user_id: userId, chat_id: chatId } = query;
  if ((userId === undefined) === (chatId === undefined)) throw badPayload("either user_id or chat_id is required");
  if (chatId === "0") throw denied();
  const account =
    userId === undefined
      ? [...world.accounts.values()].find((each) => each.chatId === Number(chatId))
      : world.accounts.get(Number(userId));
  if (account === undefined) throw chatId === undefined ? noDialog() : noChat();
  if (account.isDeleted) throw new MaxFailure(404, "user.not.found", "User not found");
  if (account.hasStopped) throw denied();
  if (!account.isOpen) throw noDialog();
  if (account.blindSends > 0) {
    account.blindSends -= 1;
    throw noDialog();
  }
  return account;
}

const noChat = () => new MaxFailure(404, "chat.not.found", "Chat not found");

function answer(world: MaxWorld, { query, body }: MaxRequest): unknown {
  const { message, notification } = readBody(callbackAnswer, body);
  if (message == null && (notification ?? "") === "") throw badPayload("message or notification required");
  const press = world.presses.get(query["callback_id"] ?? "");
  if (press === undefined) throw badPayload("callback_id: unknown");
  world.rates.takeInto(press.account.chatId, "answer");
  // Seen with a live bot in autumn 2026.
  if (press.isAnswered) throw new MaxFailure(400, "proto.payload", "error.edit.invalid.message");
  if (message != null) {
    if (message.link) throw new MaxViolation("an answer changes its message, and links to none");
    if (!changeMessage(world, press.mid, message)) return done(false, "error.message.edit");
  }
  press.isAnswered = true;
  press.notification = notification ?? undefined;
  return { success: true };
}
