import type { Chat, Message, ReplyKeyboardMarkup } from "@grammyjs/types";

/** One chat and what is to be seen in it. Edited messages stay in their place, deleted ones are gone. */
export class ChatRoom {
  readonly chat: Chat.PrivateChat | Chat.GroupChat | Chat.SupergroupChat;
  /** True once somebody has put the bot out of this group. */
  isBotRemoved = false;
  replyKeyboard: ReplyKeyboardMarkup | undefined;
  /** Names of the topics of a forum, by their ids. */
  readonly topics = new Map<number, string>();
  /** The bot hears everything that is written here, as administrators do. */
  isBotAdministrator = false;
  /** When somebody last wrote or tapped here, in milliseconds; a message soon after it is a reply, not bulk. */
  lastHeardAt = Number.NEGATIVE_INFINITY;
  readonly #messages = new Map<number, Message>();
  readonly #keep: number;
  readonly #pinned = new Set<number>();
  #lastMessageId = 0;

  constructor(chat: Chat.PrivateChat | Chat.GroupChat | Chat.SupergroupChat, keep: number) {
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

  pin(messageId: number): void {
    this.#pinned.delete(messageId); // the latest pinned comes last
    this.#pinned.add(messageId);
  }

  /** Takes a message, by default the one pinned last, from the head of the chat; false if it was not there. */
  unpin(messageId = this.pinned.at(-1)): boolean {
    return messageId !== undefined && this.#pinned.delete(messageId);
  }

  /** The ids of the messages at the head of the chat, the latest pinned last. */
  get pinned(): number[] {
    return [...this.#pinned].filter((id) => this.#messages.has(id));
  }

  get messages(): Message[] {
    return [...this.#messages.values()];
  }
}
