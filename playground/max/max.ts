import type { MaxCommand } from "./api/contract.ts";
import type { MaxFaultOrder } from "./api/max-faults.ts";
import { type MaxServer, startMaxServer } from "./api/max-server.ts";
import { MaxChannel } from "./people/max-channel.ts";
import { MaxPerson } from "./people/max-person.ts";
import { createMaxWorld, type MaxPersonOptions, type MaxWorldOptions } from "./world/create-world.ts";
import type { MaxUpdate } from "./world/update-log.ts";
import type { UploadedFile } from "./world/uploads.ts";
import type { Subscription } from "./world/webhooks.ts";
import type { MaxCall, MaxWorld, Press, StoredMessage } from "./world/world.ts";

export type MaxOptions = MaxWorldOptions & {
  /** 0, the default, takes any free port. */
  port?: number;
};

/** Starts a MAX with one bot and nobody in it, on loopback. Rejects if the port is taken. */
export async function startMax(options: MaxOptions): Promise<Max> {
  const world = createMaxWorld(options);
  const server = await startMaxServer(world, options.port ?? 0);
  world.root = server.address;
  return new Max(world, server);
}

/** MAX in one process: its API for the bot, and the people on the other side of it. */
export class Max {
  readonly #world: MaxWorld;
  readonly #server: MaxServer;
  readonly #people = new Map<string, MaxPerson>();

  constructor(world: MaxWorld, server: MaxServer) {
    this.#world = world;
    this.#server = server;
  }

  get apiRoot(): string {
    return this.#server.address;
  }

  get token(): string {
    return this.#world.token;
  }

  get bot(): MaxWorld["bot"] {
    return this.#world.bot;
  }

  get people(): MaxPerson[] {
    return [...this.#people.values()];
  }

  /** The person of that name, made if there is none yet. */
  person(name: string, options: MaxPersonOptions = {}): MaxPerson {
    const known = this.#people.get(name);
    if (known) return known;
    const person = new MaxPerson(this.#world, name, options);
    this.#people.set(name, person);
    return person;
  }

  /** Makes a channel that the bot does not hear yet. */
  channel(title: string): MaxChannel {
    return new MaxChannel(this.#world, title);
  }

  /** Tells the bot something of any kind; resolves when it is confirmed. */
  deliver(update: Omit<MaxUpdate, "timestamp"> & { update_type: string; timestamp?: number }): Promise<void> {
    return this.#world.updates.add(update);
  }

  /** Every request received, oldest first. */
  get calls(): readonly MaxCall[] {
    return this.#world.calls;
  }

  /** What was refused here although MAX might have let it pass, and what it would not be asked. */
  get violations(): readonly string[] {
    return this.#world.violations;
  }

  /** Presses that the bot has confirmed and never answered: their button would spin. */
  get unansweredPresses(): Press[] {
    return [...this.#world.presses.values()].filter(({ isConfirmed, isAnswered }) => isConfirmed && !isAnswered);
  }

  get pendingUpdates(): number {
    return this.#world.updates.pendingCount;
  }

  /** Requests that were refused because they came too fast. */
  get throttled(): number {
    return this.#world.rates.refused;
  }

  get commands(): readonly MaxCommand[] {
    return this.#world.commands;
  }

  get subscriptions(): readonly Subscription[] {
    return this.#world.webhooks.list;
  }

  /** Takes a subscription away, as MAX does after eight hours without a success. */
  loseSubscription(url: string): void {
    this.#world.webhooks.unsubscribe(url);
  }

  /** Delivers every update twice from now on, or no more. */
  set doubles(doubles: boolean) {
    this.#world.webhooks.doubles = doubles;
  }

  /** Has so many sends find each file that is uploaded from now on not ready yet. */
  set slowness(sends: number) {
    this.#world.uploads.slowness = sends;
  }

  /** Refuses uploads from now on; undefined: takes them again. */
  set uploadRefusal(refusal: { status: 200 | 415; error: string } | undefined) {
    this.#world.uploads.refusal = refusal;
  }

  /** Repeats to webhooks what is due by the clock, and resolves when it is answered. */
  tick(): Promise<void> {
    return this.#world.webhooks.tick();
  }

  /** Lets requests fail on demand; the returned function ends the fault. */
  fail(order: MaxFaultOrder): () => void {
    return this.#world.faults.add(order);
  }

  /** A file that the bot or somebody uploaded. */
  file(token: string): UploadedFile | undefined {
    return this.#world.uploads.find(token);
  }

  /** Requests received so far. */
  get callCount(): number {
    return this.#world.callCount;
  }

  /** Calls `listener` on each change that can be seen, with the message where one was sent; the returned function ends that. */
  subscribe(listener: (sent?: StoredMessage) => void): () => void {
    this.#world.watchers.add(listener);
    return () => this.#world.watchers.delete(listener);
  }

  /** Stops the server, and cuts open connections. Who waits for the bot then waits for ever. */
  async close(): Promise<void> {
    this.#world.webhooks.stop();
    await this.#server.close();
  }
}
