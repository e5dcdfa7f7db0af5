import type { MaxButton } from "../api/contract.ts";
import { type MaxPersonOptions, openMaxAccount } from "../world/create-world.ts";
import { addMessage, findMessage, watch, writeMessage } from "../world/messages.ts";
import type { UploadedFile } from "../world/uploads.ts";
import type { IncomingAttachment, MaxAccount, MaxUser, MaxWorld, Press, StoredMessage } from "../world/world.ts";
import { type MaxShown, readMaxScreen, showMaxMessage } from "./max-screen.ts";
import { contactOf, uploadOwn } from "./own-attachments.ts";

/** What came of a tap. */
export interface MaxTap {
  /** What a toast said. */
  toast?: string;
  url?: string;
  copied?: string;
}

let presses = 0;

/** Somebody with MAX on their phone. What they do resolves when the bot has confirmed the update that it causes. */
export class MaxPerson {
  readonly #world: MaxWorld;
  readonly #account: MaxAccount;

  constructor(world: MaxWorld, name: string, options: MaxPersonOptions) {
    this.#world = world;
    this.#account = openMaxAccount(world, name, options);
  }

  get user(): MaxUser & { id: number } {
    return { ...this.#account.user, id: this.#account.user.user_id };
  }

  get name(): string {
    return this.#account.user.first_name;
  }

  /** BCP 47. */
  get language(): string {
    return this.#account.locale;
  }

  get hasStopped(): boolean {
    return this.#account.hasStopped;
  }

  get isMuted(): boolean {
    return this.#account.isMuted;
  }

  get chatId(): number {
    return this.#account.chatId;
  }

  /** Presses "Start", by a link with a payload or without one. `blindSends`: the dialog is not there at once for so many sends. */
  starts(payload?: string, { blindSends = 0 } = {}): Promise<void> {
    this.#open();
    this.#account.blindSends = blindSends;
    return this.#tells("bot_started", { user_id: this.user.id, ...(payload !== undefined && { payload }) });
  }

  says(text: string): Promise<void> {
    return this.sends(text, []);
  }

  /** Sends a message with attachments as MAX tells of them. */
  sends(text: string | null, attachments: IncomingAttachment[]): Promise<void> {
    this.#open();
    const message = addMessage(this.#world, this.#account, {
      from: this.#account.user,
      text,
      markup: [],
      attachments,
    });
    return this.#world.updates.add({
      update_type: "message_created",
      message: writeMessage(message),
      user_locale: this.#account.locale,
    });
  }

  sharesLocation(latitude: number, longitude: number): Promise<void> {
    return this.sends(null, [{ type: "location", latitude, longitude }]);
  }

  /** Shares a contact: their own, or that of somebody else, sealed as MAX seals it. `seal` forges the seal. */
  sharesContact(whose: MaxPerson = this, seal?: string): Promise<void> {
    return this.sends(null, [contactOf(this.#world, whose.#account, seal)]);
  }

  sendsSticker(code: string): Promise<void> {
    return this.sends(null, [
      { type: "sticker", payload: { url: `${this.#world.root}/sticker`, code }, width: 512, height: 512 },
    ]);
  }

  /** Sends a file; its kind is said, and its bytes may be any. */
  sendsFile(file: UploadedFile, text: string | null = null): Promise<void> {
    return this.sendsFiles([file], text);
  }

  /** Sends several files in one message. */
  sendsFiles(files: readonly UploadedFile[], text: string | null = null): Promise<void> {
    return this.sends(
      text,
      files.map((file) => uploadOwn(this.#world, file)),
    );
  }

  /** Presses the button with that label – or one that contains it – in the latest message that has one. */
  async taps(label: string): Promise<MaxTap> {
    const found = this.#find((text) => text === label) ?? this.#find((text) => text.includes(label));
    if (found === undefined) {
      const inSight = this.chat.map(readMaxScreen).join("\n");
      throw new Error(`${this.name} finds no button "${label}". In sight:\n${inSight}`);
    }
    return this.#press(found.message.mid, found.button);
  }

  /** Presses a callback button that need not be there (any more). */
  async tapsData(mid: string, payload: string): Promise<MaxTap> {
    const { user, locale } = this.#account;
    presses += 1;
    const press: Press = {
      callbackId: `f9LHodD0cOJ${presses}_${user.user_id}`,
      account: this.#account,
      mid,
      isAnswered: false,
      isConfirmed: false,
      notification: undefined,
    };
    this.#world.presses.set(press.callbackId, press);
    const message = findMessage(this.#world, mid);
    await this.#world.updates.add({
      update_type: "message_callback",
      callback: { timestamp: this.#now, callback_id: press.callbackId, user, payload },
      message: message ? writeMessage(message) : null,
      user_locale: locale,
    });
    press.isConfirmed = true;
    return press.notification === undefined ? {} : { toast: press.notification };
  }

  /** Stops the bot in its settings. */
  stops(): Promise<void> {
    this.#account.hasStopped = true;
    return this.#tells("bot_stopped");
  }

  /** Deletes the dialog, of which MAX tells twice. */
  async deletesDialog(): Promise<void> {
    this.#account.hasStopped = true;
    this.#account.isOpen = false;
    await Promise.all([this.#tells("dialog_removed"), this.#tells("bot_stopped")]);
  }

  /** Turns the dialog silent, until then or for ever. */
  mutes(until?: Date): Promise<void> {
    this.#account.isMuted = true;
    return this.#tells("dialog_muted", until && { muted_until: until.getTime() });
  }

  unmutes(): Promise<void> {
    this.#account.isMuted = false;
    return this.#tells("dialog_unmuted");
  }

  /** Deletes their account; nobody is told. */
  leavesMax(): void {
    this.#account.isDeleted = true;
  }

  get chat(): MaxShown[] {
    return this.#account.messages.map(showMaxMessage);
  }

  /** The bot's latest message, if there is one. */
  get latest(): MaxShown | undefined {
    return this.chat.findLast(({ isFromBot }) => isFromBot);
  }

  /** The bot's latest message as text, its buttons below in rows. */
  get screen(): string {
    return this.latest ? readMaxScreen(this.latest) : "";
  }

  sees(expected: string): void {
    if (this.screen.includes(expected)) return;
    throw new Error(`${this.name} does not see "${expected}" but:\n${this.screen || "(nothing from the bot)"}`);
  }

  doesNotSee(unexpected: string): void {
    if (!this.screen.includes(unexpected)) return;
    throw new Error(`${this.name} should not see "${unexpected}" in:\n${this.screen}`);
  }

  #press(mid: string, button: MaxButton): Promise<MaxTap> | MaxTap {
    switch (button.type) {
      case "callback":
        return this.tapsData(mid, button.payload);
      case "link":
        return { url: button.url };
      case "clipboard":
        return { copied: button.payload };
      case "message":
        return this.says(button.text).then(() => ({}));
      case "request_contact":
        return this.sharesContact().then(() => ({}));
      case "request_geo_location":
        // Without a place told by the test, everybody is at the Kazan Kremlin.
        return this.sharesLocation(55.7985, 49.1064).then(() => ({}));
      case "open_app":
        return {};
    }
  }

  #find(matches: (text: string) => boolean): { message: StoredMessage; button: MaxButton } | undefined {
    for (const message of this.#account.messages.toReversed()) {
      const button = showMaxMessage(message)
        .keyboard.flat()
        .find(({ text }) => matches(text));
      if (button) return { message, button };
    }
    return undefined;
  }

  #open(): void {
    this.#account.isOpen = true;
    this.#account.hasStopped = false;
    watch(this.#world);
  }

  #tells(kind: string, fields: Record<string, unknown> = {}): Promise<void> {
    const { chatId, user, locale } = this.#account;
    return this.#world.updates.add({ update_type: kind, chat_id: chatId, user, user_locale: locale, ...fields });
  }

  get #now(): number {
    return this.#world.clock.now().getTime();
  }
}
