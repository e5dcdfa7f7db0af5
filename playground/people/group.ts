import { detectCommands } from "../html/detect-entities.ts";
import type { ChatRoom } from "../world/chat-room.ts";
import { changeMembership } from "../world/membership.ts";
import { type Content, post } from "../world/post.ts";
import type { World } from "../world/world.ts";
import type { Person } from "./person.ts";
import { readLatest } from "./screen.ts";
import { type ShownMessage, showMessage } from "./shown-message.ts";
import { type TapOutcome, tapLabel } from "./tap.ts";

export interface GroupOptions {
  /** Its messages stand in topics. */
  isForum?: boolean;
}

/** A group chat that the bot is in. It hears only what its privacy mode lets through: commands and replies. */
export class Group {
  readonly members: readonly Person[];
  readonly #world: World;
  readonly #room: ChatRoom;

  constructor(world: World, title: string, members: readonly Person[], { isForum = false }: GroupOptions = {}) {
    this.#world = world;
    this.members = members;
    const id = -(world.rooms.size + 1_000_001);
    this.#room = world.openRoom(
      isForum ? { id, type: "supergroup", title, is_forum: true } : { id, type: "group", title },
    );
  }

  /** Makes the bot an administrator: it hears everything, and may make topics. */
  promotesBot(): void {
    this.#room.isBotAdministrator = true;
  }

  /** Names of the topics, by their ids. */
  get topics(): ReadonlyMap<number, string> {
    return this.#room.topics;
  }

  /** Takes a topic away. */
  deletesTopic(topic: number): void {
    this.#room.topics.delete(topic);
  }

  get id(): number {
    return this.#room.chat.id;
  }

  get title(): string {
    return this.#room.chat.title ?? "";
  }

  /** A member writes a text. Resolves when the bot has confirmed it, at once if the bot does not get to see it. */
  async says(member: Person, text: string, options: { replyTo?: number; topic?: number } = {}): Promise<void> {
    await this.sends(member, { text, ...detectCommands(text) }, options);
  }

  /** A member sends a message of any content. */
  sends(member: Person, content: Content, options: { replyTo?: number; topic?: number } = {}): Promise<void> {
    const { topic } = options;
    const where = topic === undefined ? {} : { message_thread_id: topic, is_topic_message: true as const };
    return post(this.#world, this.#room, member.user, { ...content, ...where }, options.replyTo);
  }

  /** A member presses a button. */
  async taps(member: Person, label: string): Promise<TapOutcome> {
    const account = this.#world.accounts.get(member.user.id);
    if (!account) throw new Error(`${member.name} is not of this world.`);
    return tapLabel(this.#world, account, this.#room, label);
  }

  /** A member removes the bot. */
  async removesBot(member: Person): Promise<void> {
    this.#room.isBotRemoved = true;
    await changeMembership(this.#world, this.#room.chat, member.user, "member", "kicked");
  }

  /** The messages of the chat as they are now, oldest first. */
  get chat(): ShownMessage[] {
    return this.#room.messages.map((message) => showMessage(message, this.#world.files));
  }

  /** The bot's latest message as text, its buttons below in rows. */
  get screen(): string {
    return readLatest(this.chat);
  }
}
