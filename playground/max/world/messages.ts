import { checkAttachments } from "../api/check-body.ts";
import type { NewMessageBody } from "../api/contract.ts";
import { badPayload, MaxViolation } from "../api/max-failure.ts";
import { readHtml } from "./markup.ts";
import type { MaxAccount, MaxUser, MaxWorld, StoredAttachment, StoredMessage } from "./world.ts";

/** Messages of dialogs without a keyboard can be edited for so long, in milliseconds. */
const editable = 7 * 24 * 3_600_000;

let count = 0n;

/** Puts a message into a dialog, and returns it. */
export function addMessage(
  world: MaxWorld,
  account: MaxAccount,
  content: Pick<StoredMessage, "text" | "markup" | "attachments"> & { from: MaxUser; isSilent?: boolean },
): StoredMessage {
  const { from, isSilent = false, ...rest } = content;
  const timestamp = world.clock.now().getTime();
  // Milliseconds and sixteen bits, as in everything that was recorded: more than a number of JavaScript holds.
  count = (count + 1n) % 65_536n;
  const seq = BigInt(timestamp) * 65_536n + count;
  const hex = (value: bigint) => BigInt.asUintN(64, value).toString(16).padStart(16, "0");
  const message: StoredMessage = {
    mid: `mid.${hex(BigInt(account.chatId))}${hex(seq)}`,
    seq,
    sender: from,
    recipient: {
      chat_id: account.chatId,
      chat_type: "dialog",
      // The one it goes to: of an incoming one, the bot itself.
      user_id: from.is_bot ? account.user.user_id : world.bot.user_id,
    },
    timestamp,
    ...rest,
    isSilent,
    isEdited: false,
  };
  account.messages.push(message);
  watch(world, message);
  return message;
}

/** Tells watchers of a change; `sent` is the message where one was sent. */
export const watch = ({ watchers }: MaxWorld, sent?: StoredMessage): void => {
  for (const tell of watchers) tell(sent);
};

/** What a body says of a message; undefined: it stays as it is. Throws where MAX would refuse it. */
export function readContent(
  world: MaxWorld,
  { text, attachments, format }: NewMessageBody,
): {
  words: { text: string; markup: StoredMessage["markup"] } | undefined;
  attachments: StoredAttachment[] | undefined;
} {
  if (format === "markdown") throw new MaxViolation("the playground reads no markdown");
  if (attachments) checkAttachments(attachments);
  if (attachments) world.uploads.check(attachments);
  const words = text == null ? undefined : format === "html" ? readHtml(text) : { text, markup: [] };
  return { words, attachments: attachments ?? undefined };
}

/** Throws unless there is something to see: a keyboard alone is not. */
export function checkVisible(text: string | null, attachments: readonly StoredAttachment[]): void {
  const isSomething = /[^\s\u200b-\u200f\u2060\ufeff]/u.test(text ?? "");
  if (!isSomething && attachments.every(({ type }) => type === "inline_keyboard"))
    throw badPayload("text: must not be empty");
}

/** Changes a message of the bot; false where MAX would not. Throws for a body that it would refuse. */
export function changeMessage(world: MaxWorld, mid: string, body: NewMessageBody): boolean {
  const content = readContent(world, body);
  const message = findMessage(world, mid);
  if (message === undefined || !message.sender.is_bot) return false;
  const hasKeyboard = message.attachments.some(({ type }) => type === "inline_keyboard");
  if (!hasKeyboard && world.clock.now().getTime() - message.timestamp > editable) return false;
  const text = content.words?.text ?? message.text;
  const attachments = content.attachments ?? message.attachments;
  checkVisible(text, attachments);
  message.text = text;
  message.markup = content.words?.markup ?? message.markup;
  message.attachments = attachments;
  message.isEdited = true;
  watch(world);
  return true;
}

export function deleteMessage(world: MaxWorld, mid: string): boolean {
  const messages = accountOf(world, mid)?.messages ?? [];
  const index = messages.findIndex((message) => message.mid === mid && message.sender.is_bot);
  if (index === -1) return false;
  messages.splice(index, 1);
  watch(world);
  return true;
}

export function findMessage(world: MaxWorld, mid: string): StoredMessage | undefined {
  return accountOf(world, mid)?.messages.findLast((message) => message.mid === mid);
}

/** In whose dialog a message is: its name begins with the dialog's number, which is the person's and the bot's, xor. */
export function accountOf({ accounts, bot }: MaxWorld, mid: string): MaxAccount | undefined {
  const hex = /^mid\.([0-9a-f]{16})/.exec(mid)?.[1];
  return hex === undefined ? undefined : accounts.get(Number(BigInt(`0x${hex}`) ^ BigInt(bot.user_id)));
}

/** A message as MAX writes it: what is null is left out. */
export function writeMessage({ mid, seq, sender, recipient, timestamp, text, markup, attachments }: StoredMessage) {
  return {
    recipient,
    timestamp,
    body: {
      mid,
      seq,
      ...(text !== null && { text }),
      ...(attachments.length > 0 && { attachments: attachments.map(written) }),
      ...(markup.length > 0 && { markup }),
    },
    sender,
  };
}

/** A keyboard comes back with an id of its own. */
function written(attachment: StoredAttachment): object {
  return attachment.type === "inline_keyboard" ? { callback_id: "keyboard", ...attachment } : attachment;
}
