import type { Chat, Message, ReplyKeyboardMarkup } from "@grammyjs/types";

/** One chat and what is to be seen in it. Edited messages stay in their place, deleted ones are gone. */
export class ChatRoom {
  readonly chat: Chat.PrivateChat | Chat.GroupChat;
  /** True once somebody has put the bot out of this group. */
  isBotRemoved = false;
  replyKeyboard: ReplyKeyboardMarkup | undefined;
  /** When somebody last wrote or tapped here, in milliseconds; a message soon after it is a reply, not bulk. */
  lastHeardAt = Number.NEGATIVE_INFINITY;
  readonly #messages = new Map<number, Message>();
  readonly #keep: number;
  #lastMessageId = 0;

  constructor(chat: Chat.PrivateChat | Chat.GroupChat, keep: number) {
    this.chat = chat;
    this.#keep = keep;
  }

  nextMessageId(): number {
    this.#lastMessageId += 1;
    return this.#lastMessageId;
  }

  /** Puts a message at its place: the end when it is new. Beyond `keep` the oldest goes, as if it never was. */
  put(message: Message): void {
    this.#messages.set(message.message_id, message);
    if (this.#messages.size <= this.#keep) return;
    const [oldest] = this.#messages.keys();
    if (oldest !== undefined) this.#messages.delete(oldest);
  }

  find(messageId: number): Message | undefined {
    return this.#messages.get(messageId);
  }

  delete(messageId: number): boolean {
    return this.#messages.delete(messageId);
  }

  get messages(): Message[] {
    return [...this.#messages.values()];
  }
}
