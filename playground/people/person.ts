import type { InlineQueryResult, MessageEntity, ReplyKeyboardMarkup, User } from "@grammyjs/types";
import { detectCommands } from "../html/detect-entities.ts";
import type { Account, PersonOptions } from "../world/account.ts";
import type { ChatRoom } from "../world/chat-room.ts";
import { askInline, chooseInline } from "../world/inline.ts";
import { changeMembership } from "../world/membership.ts";
import type { Question } from "../world/polls.ts";
import { type Content, editPost, post } from "../world/post.ts";
import type { InlineAnswer } from "../world/queries.ts";
import type { World } from "../world/world.ts";
import { openAccount } from "./open-account.ts";
import { type Caption, type Forwardable, formatOwn, forwardedFrom, type OwnFile, uploadOwn } from "./own-files.ts";
import { readLatest } from "./screen.ts";
import { type ShownMessage, showMessage } from "./shown-message.ts";
import { contactOf, type TapOutcome, tapData, tapLabel } from "./tap.ts";
import { votePoll } from "./vote-poll.ts";

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

  /** Sends a text with formatting, as typed with bold or pasted with links behind words. */
  saysFormatted(text: string, entities: readonly MessageEntity[]): Promise<void> {
    return this.sends(formatOwn(text, entities));
  }

  /** Sends a file of any kind; what it leaves out – bytes, name – is made up. Throws if a photo's bytes are no picture. */
  sendsFile(file: OwnFile): Promise<void> {
    return this.sends(uploadOwn(this.#world, file));
  }

  sendsPhoto(caption = "", entities: readonly MessageEntity[] = []): Promise<void> {
    return this.sendsFile({ kind: "photo", caption, entities });
  }

  sendsVideo(caption = "", entities: readonly MessageEntity[] = []): Promise<void> {
    return this.sendsFile({ kind: "video", caption, entities });
  }

  sendsAnimation(caption = "", entities: readonly MessageEntity[] = []): Promise<void> {
    return this.sendsFile({ kind: "animation", caption, entities });
  }

  sendsAudio(caption = "", entities: readonly MessageEntity[] = []): Promise<void> {
    return this.sendsFile({ kind: "audio", caption, entities });
  }

  sendsVoice(caption = "", entities: readonly MessageEntity[] = []): Promise<void> {
    return this.sendsFile({ kind: "voice", caption, entities });
  }

  /** Sends a document; its type is told by the name unless given. */
  sendsDocument(
    fileName: string,
    bytes: Uint8Array | string,
    { mimeType, ...caption }: Caption & { mimeType?: string } = {},
  ): Promise<void> {
    const type = mimeType === undefined ? {} : { mimeType };
    return this.sendsFile({ kind: "document", fileName, bytes: Buffer.from(bytes), ...type, ...caption });
  }

  /** Sends 2–10 files as an album: the bot gets an update for each. */
  async sendsAlbum(files: readonly OwnFile[]): Promise<void> {
    if (files.length < 2 || files.length > 10) throw new Error(`An album has 2–10 files, not ${files.length}.`);
    const media_group_id = this.#world.nextAlbumId();
    const contents = files.map((file) => ({ ...uploadOwn(this.#world, file), media_group_id }));
    await Promise.all(contents.map((content) => this.sends(content)));
  }

  /** Sends a poll; anonymous unless said otherwise. */
  sendsPoll(question: string, options: readonly string[], settings: Partial<Question> = {}): Promise<void> {
    const usual = { type: "regular" as const, is_anonymous: true, allows_multiple_answers: false };
    return this.sends({ poll: this.#world.polls.open({ ...usual, ...settings, question, options }) });
  }

  /** Forwards a message – out of this chat, or made up of any fields – to the bot. Throws if it is protected. */
  forwards(original: Forwardable): Promise<void> {
    return this.sends(forwardedFrom(original));
  }

  /** Chooses these options in the latest poll of the chat; none of them retracts the vote. */
  async votes(...options: readonly string[]): Promise<void> {
    const message = this.#room.messages.findLast(({ poll }) => poll !== undefined);
    if (!message?.poll) throw new Error(`${this.name} sees no poll.`);
    const texts = message.poll.options.map(({ text }) => text);
    await this.votesIn(
      message.message_id,
      options.map((option) => texts.indexOf(option)),
    );
  }

  /** Chooses options of a poll by their index. Throws if it is closed or takes no such vote. */
  votesIn(messageId: number, chosen: readonly number[]): Promise<void> {
    return votePoll(this.#world, this.user, this.#room, messageId, chosen);
  }

  /** Which options of a poll they have chosen. */
  votesOf(pollId: string): readonly number[] {
    return this.#world.polls.votesOf(pollId, this.user.id);
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

  /** The bot's latest message as text, its buttons below in rows: "(photo) Bohème\n[Tonight] [Today]\n[Back]". */
  get screen(): string {
    const { latest } = this;
    // A whole chat is shown only where one message is not enough: tests of load look here often.
    return latest?.albumId === undefined ? readLatest(latest ? [latest] : []) : readLatest(this.chat);
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
