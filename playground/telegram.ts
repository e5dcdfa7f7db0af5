import type { BotCommand, Update, UserFromGetMe } from "@grammyjs/types";
import type { Call } from "./api/calls.ts";
import type { Fault } from "./api/faults.ts";
import { startServer, type TelegramServer } from "./api/server.ts";
import type { StoredFile } from "./files/media.ts";
import { Channel } from "./people/channel.ts";
import { Group, type GroupOptions } from "./people/group.ts";
import { Person } from "./people/person.ts";
import type { PersonOptions } from "./world/account.ts";
import type { Change } from "./world/changes.ts";
import type { Clock } from "./world/clock.ts";
import { createWorld, type WorldOptions } from "./world/create-world.ts";
import type { UnansweredCallback } from "./world/queries.ts";
import type { World } from "./world/world.ts";

export type TelegramOptions = WorldOptions & {
  /** 0, the default, takes any free port. */
  port?: number;
};

/** Starts a Bot API server with one bot and nobody in it, on loopback. Rejects if the port is taken. */
export async function startTelegram(options: TelegramOptions): Promise<Telegram> {
  const world = createWorld(options);
  return new Telegram(world, await startServer(world, options.port ?? 0));
}

/** Telegram in one process: the Bot API for the bot, and the people on the other side of it. */
export class Telegram {
  readonly #world: World;
  readonly #server: TelegramServer;
  readonly #people = new Map<number, Person>();
  readonly #byName = new Map<string, Person>();
  readonly #groups: Group[] = [];
  readonly #channels: Channel[] = [];

  constructor(world: World, server: TelegramServer) {
    this.#world = world;
    this.#server = server;
  }

  /** What goes into the bot's `apiRoot`, such as "http://127.0.0.1:8081". */
  get apiRoot(): string {
    return this.#server.address;
  }

  get token(): string {
    return this.#world.token;
  }

  get clock(): Clock {
    return this.#world.clock;
  }

  get bot(): UserFromGetMe {
    return this.#world.bot;
  }

  get people(): Person[] {
    return [...this.#people.values()];
  }

  get groups(): readonly Group[] {
    return this.#groups;
  }

  /** The person of that name (and id, if given), made if there is none yet. */
  person(name: string, options: PersonOptions = {}): Person {
    const known = options.id === undefined ? this.#byName.get(name) : this.#people.get(options.id);
    if (known) return known;
    const person = new Person(this.#world, name, options);
    this.#people.set(person.user.id, person);
    // The first of several people with one name answers to it; the others are known by their id.
    if (!this.#byName.has(name)) this.#byName.set(name, person);
    this.#world.changes.tell({ kind: "person", personId: person.user.id });
    return person;
  }

  /** Makes a group chat of the bot and `members`. */
  group(title: string, members: readonly Person[], options: GroupOptions = {}): Group {
    const group = new Group(this.#world, title, members, options);
    this.#groups.push(group);
    return group;
  }

  /** Makes a channel that the bot does not hear yet. `username`: its public name. */
  channel(title: string, username?: string): Channel {
    const id = -(1_000_000_000_001 + this.#channels.length);
    const channel = new Channel(this.#world, {
      id,
      type: "channel",
      title,
      ...(username !== undefined && { username }),
    });
    this.#channels.push(channel);
    return channel;
  }

  /** Gives the bot an update of any kind, under the next `update_id` unless it has one; resolves when confirmed. */
  deliver(update: Partial<Update>): Promise<void> {
    return this.#world.updates.add(update);
  }

  /** Every call received, oldest first. */
  get calls(): readonly Call[] {
    return this.#world.calls.list();
  }

  /** Names of methods that were called and do not exist here. */
  get unknownMethods(): readonly string[] {
    return this.#world.unknownMethods;
  }

  /** What was refused here although Telegram might have let it pass. */
  get violations(): readonly string[] {
    return this.#world.violations;
  }

  /** Taps that the bot has confirmed and never answered: on a phone their button would spin for ever. */
  get unansweredCallbacks(): readonly UnansweredCallback[] {
    return this.#world.queries.unansweredCallbacks;
  }

  /** Updates that the bot has not confirmed. */
  get pendingUpdates(): number {
    return this.#world.updates.pendingCount;
  }

  /** Lets calls fail on demand; the returned function ends the fault. */
  fail(fault: Fault): () => void {
    return this.#world.faults.add(fault);
  }

  /** Calls `listener` on each change; the returned function ends that. */
  subscribe(listener: (change: Change) => void): () => void {
    return this.#world.changes.subscribe(listener);
  }

  /** The command menu that `person` sees in their private chat. */
  commandsOf(person: Person): BotCommand[] {
    return this.#world.profile.commandsInPrivate(person.user);
  }

  /** The bot's name and descriptions in a language, the default ones where that language has none. */
  profileIn(languageCode: string): { name: string; description: string; shortDescription: string } {
    return this.#world.profile.in(languageCode);
  }

  /** A file that the bot or somebody sent; its bytes are undefined if it was named by an URL. */
  file(fileId: string): StoredFile | undefined {
    return this.#world.files.find(fileId);
  }

  /** The bytes of a file. Throws if there is no such file, or if it lies elsewhere on the web. */
  fileBytes(fileId: string): Uint8Array {
    const bytes = this.file(fileId)?.bytes;
    if (!bytes) throw new Error(`Telegram keeps no bytes of the file "${fileId}".`);
    return bytes;
  }

  /** Stops the server, and cuts open connections. Who waits for the bot then waits for ever. */
  async close(): Promise<void> {
    this.#world.webhook.stop();
    await this.#server.close();
  }
}
