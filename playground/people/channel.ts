import type { Chat, Update } from "@grammyjs/types";
import { detectCommands } from "../html/detect-entities.ts";
import { unixTime } from "../world/clock.ts";
import { changeMembership } from "../world/membership.ts";
import type { Content } from "../world/post.ts";
import type { World } from "../world/world.ts";
import { type OwnFile, uploadOwn } from "./own-files.ts";
import type { Person } from "./person.ts";

type ChannelPost = NonNullable<Update["channel_post"]>;

/** A channel. The bot hears of its posts while it is an administrator there, and never of those before. It may not post. */
export class Channel {
  readonly chat: Chat.ChannelChat;
  readonly #world: World;
  readonly #posts = new Map<number, ChannelPost>();
  #isHeard = false;

  constructor(world: World, chat: Chat.ChannelChat) {
    this.#world = world;
    this.chat = chat;
  }

  /** Somebody makes the bot an administrator. Resolves when it has confirmed that. */
  promotesBot(by: Person): Promise<void> {
    this.#isHeard = true;
    return changeMembership(this.#world, this.chat, by.user, "left", "administrator");
  }

  /** Somebody takes the bot out. */
  removesBot(by: Person): Promise<void> {
    this.#isHeard = false;
    return changeMembership(this.#world, this.chat, by.user, "administrator", "left");
  }

  /** Posts a text; resolves to its number when the bot has confirmed it, at once if it does not hear of it. */
  posts(text: string): Promise<number> {
    return this.#post({ text, ...detectCommands(text) });
  }

  /** Posts a file with words under it. */
  postsFile(file: OwnFile): Promise<number> {
    return this.#post(uploadOwn(this.#world, file));
  }

  /** Changes the words of a post. Throws if there is none of that number. */
  async edits(messageId: number, text: string): Promise<void> {
    const earlier = this.#posts.get(messageId);
    if (earlier === undefined) throw new Error(`${this.chat.title} has no post ${messageId}.`);
    const { entities: _, caption_entities: __, ...rest } = earlier;
    const words = earlier.caption === undefined ? { text, ...detectCommands(text) } : { caption: text };
    const post = { ...rest, ...words };
    this.#posts.set(messageId, post);
    const edited = { ...post, edit_date: unixTime(this.#world.clock) };
    if (this.#isHeard) await this.#world.updates.add({ edited_channel_post: edited });
  }

  async #post(content: Content): Promise<number> {
    const message_id = this.#posts.size + 1;
    const { chat } = this;
    // A post has no person behind it.
    const post: ChannelPost = { message_id, date: unixTime(this.#world.clock), ...content, chat, sender_chat: chat };
    this.#posts.set(message_id, post);
    if (this.#isHeard) await this.#world.updates.add({ channel_post: post });
    return message_id;
  }
}
