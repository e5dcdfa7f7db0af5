import type { InlineQueryResult, ReplyKeyboardMarkup, User } from "@grammyjs/types";
import { type Account, openAccount, type PersonOptions } from "./account.ts";
import type { ChatRoom } from "./chat-room.ts";
import { detectCommands } from "./detect-entities.ts";
import { askInline, chooseInline } from "./inline.ts";
import { changeMembership } from "./membership.ts";
import { type Content, editPost, post } from "./post.ts";
import type { InlineAnswer } from "./queries.ts";
import { readScreen } from "./screen.ts";
import { type ShownMessage, showMessage } from "./shown-message.ts";
import { contactOf, type TapOutcome, tapData, tapLabel } from "./tap.ts";
import type { World } from "./world.ts";

/** Somebody with a phone. What they do resolves when the bot has confirmed the update that it causes. */
export class Person {
  readonly #world: World;
  readonly #account: Account;

  constructor(world: World, name: string, options: PersonOptions) {
    this.#world = world;
    this.#account = openAccount(world, name, options);
  }

  get user(): User {
    return this.#account.user;
  }

  get name(): string {
    return this.user.first_name;
  }

  /** Sends a text message; its commands are marked as Telegram marks them. */
  async says(text: string, options: { replyTo?: number } = {}): Promise<void> {
    await this.sends({ text, ...detectCommands(text) }, options);
  }

  /** Sends a message of any content, given as the fields of the Bot API's Message. */
  sends(content: Content, options: { replyTo?: number } = {}): Promise<void> {
    return post(this.#world, this.#room, this.user, content, options.replyTo);
  }

  /** Changes the text of an earlier message of their own. */
  edits(messageId: number, text: string): Promise<void> {
    return editPost(this.#world, this.#room, this.user, messageId, text);
  }

  /**
   * Presses the button with that label – or, if none has just it, one that contains it – in the latest message that
   * has one, else on the reply keyboard. Throws with a list of the buttons in sight if there is none.
   */
  taps(label: string): Promise<TapOutcome> {
    return tapLabel(this.#world, this.#account, this.#room, label);
  }

  /** Presses a button that need not be there (any more): old or forged callback data. */
  tapsData(messageId: number, data: string): Promise<TapOutcome> {
    return tapData(this.#world, this.user, this.#room, messageId, data);
  }

  sharesLocation(latitude: number, longitude: number): Promise<void> {
    return this.sends({ location: { latitude, longitude } });
  }

  /** Shares a contact: their own, or that of somebody else. */
  sharesContact(whose: Person = this): Promise<void> {
    return this.sends({ contact: contactOf(whose.#account) });
  }

  sendsPhoto(caption?: string): Promise<void> {
    const photo = [{ file_id: "photo", file_unique_id: "photo", width: 90, height: 90 }];
    return this.sends({ photo, ...(caption !== undefined && { caption }) });
  }

  sendsSticker(emoji: string): Promise<void> {
    return this.sends({
      sticker: {
        file_id: "sticker",
        file_unique_id: "sticker",
        type: "regular",
        width: 512,
        height: 512,
        is_animated: false,
        is_video: false,
        emoji,
      },
    });
  }

  /** Types `@bot query` and resolves with what the bot offers; rejects if it confirms without an answer. */
  asksInline(query: string, offset = ""): Promise<InlineAnswer> {
    return askInline(this.#world, this.user, query, offset);
  }

  /** Sends an offered result into the chat with the bot. */
  choosesInline(result: InlineQueryResult): Promise<void> {
    return chooseInline(this.#world, this.#account, result);
  }

  async blocksBot(): Promise<void> {
    this.#account.hasBlockedBot = true;
    await changeMembership(this.#world, this.#room.chat, this.user, "member", "kicked");
  }

  async unblocksBot(): Promise<void> {
    this.#account.hasBlockedBot = false;
    await changeMembership(this.#world, this.#room.chat, this.user, "kicked", "member");
  }

  /** Deletes their account; nobody is told, the bot learns it from its next message. */
  leavesTelegram(): void {
    this.#account.isDeactivated = true;
  }

  get hasBlockedBot(): boolean {
    return this.#account.hasBlockedBot;
  }

  /** The messages of the chat as they are now, oldest first. */
  get chat(): ShownMessage[] {
    return this.#room.messages.map((message) => showMessage(message, this.#world.files));
  }

  /** The bot's latest message, if there is one. */
  get latest(): ShownMessage | undefined {
    const message = this.#room.messages.findLast(({ from }) => from?.id === this.#world.bot.id);
    return message && showMessage(message, this.#world.files);
  }

  /** The bot's latest message as text, its buttons below in rows: "[Tonight] [Today]\n[Back]". */
  get screen(): string {
    return this.latest ? readScreen(this.latest) : "";
  }

  /** The reply keyboard in place of the phone's own, if any. */
  get replyKeyboard(): ReplyKeyboardMarkup | undefined {
    return this.#room.replyKeyboard;
  }

  /** Throws, showing the screen, unless it contains `expected`. */
  sees(expected: string): void {
    if (this.screen.includes(expected)) return;
    throw new Error(`${this.name} does not see "${expected}" but:\n${this.screen || "(nothing from the bot)"}`);
  }

  /** Throws, showing the screen, if it contains `unexpected`. */
  doesNotSee(unexpected: string): void {
    if (!this.screen.includes(unexpected)) return;
    throw new Error(`${this.name} should not see "${unexpected}" in:\n${this.screen}`);
  }

  get #room(): ChatRoom {
    return this.#account.room;
  }
}
