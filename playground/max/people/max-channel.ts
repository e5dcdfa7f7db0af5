import type { IncomingAttachment, MaxWorld } from "../world/world.ts";
import type { MaxPerson } from "./max-person.ts";

/** A channel of MAX. The bot is told of its posts while it is an administrator there. */
export class MaxChannel {
  readonly chatId: number;
  readonly #world: MaxWorld;
  readonly #posts = new Map<string, object>();
  #isHeard = false;

  constructor(world: MaxWorld, title: string) {
    this.#world = world;
    this.chatId = -(70_801_090_403_051 + world.channels.size);
    world.channels.set(this.chatId, title);
  }

  /** Somebody makes the bot an administrator. Resolves when it has confirmed that. */
  promotesBot(by: MaxPerson): Promise<void> {
    this.#isHeard = true;
    return this.#tells("bot_added", by);
  }

  /** Somebody takes the bot out. */
  removesBot(by: MaxPerson): Promise<void> {
    this.#isHeard = false;
    return this.#tells("bot_removed", by);
  }

  /** Posts a text and files; resolves to the post's name when the bot has confirmed it, at once if it does not hear of it. */
  async posts(text: string, attachments: IncomingAttachment[] = []): Promise<string> {
    const mid = `mid.channel${String(this.#posts.size + 1).padStart(25, "0")}`;
    const timestamp = this.#world.clock.now().getTime();
    const post = {
      // Nobody is named: a channel posts in its own name.
      recipient: { chat_id: this.chatId, chat_type: "channel" },
      timestamp,
      body: { mid, seq: this.#posts.size + 1, text, ...(attachments.length > 0 && { attachments }) },
    };
    this.#posts.set(mid, post);
    if (this.#isHeard) await this.#world.updates.add({ update_type: "message_created", message: post });
    return mid;
  }

  /** Changes the words of a post; resolves when the bot has confirmed it. */
  async edits(mid: string, text: string): Promise<void> {
    const post = this.#posts.get(mid);
    if (post === undefined) throw new Error(`the channel has no post ${mid}`);
    const message = { ...post, body: { mid, seq: 1, text } };
    if (this.#isHeard) await this.#world.updates.add({ update_type: "message_edited", message });
  }

  #tells(update_type: string, { user }: MaxPerson): Promise<void> {
    return this.#world.updates.add({
      update_type,
      chat_id: this.chatId,
      user,
      user_id: user.user_id,
      is_channel: true,
    });
  }
}
