import { Agent, request } from "node:http";
import { Agent as SecureAgent, request as secureRequest } from "node:https";
import type { Update } from "@grammyjs/types";
import { kindOf, type UpdateQueue, type Waiting } from "./updates.ts";

export type Target = { url: string; maxConnections: number; secretToken: string | undefined };
export type Delivered = { kind: "confirmed" } | { kind: "failed"; reason: string };

/** Updates that must be delivered one after the other. */
type Lane = { key: string; waiting: Waiting[]; failures: number };

/**
 * Delivers updates to one address until it is stopped: those of one chat (of one user, for callback queries) one at a
 * time, in order and again until the bot says 2xx; those of different chats at once, up to `maxConnections`.
 */
export class WebhookDelivery {
  readonly #target: Target;
  readonly #updates: UpdateQueue;
  readonly #delay: (repeat: number) => number;
  readonly #report: (outcome: Delivered) => void;
  readonly #agent: Agent;
  readonly #lanes = new Map<string, Lane>();
  readonly #ready: Lane[] = [];
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #stopListening: () => void;
  #active = 0;
  #isStopped = false;

  constructor(
    target: Target,
    updates: UpdateQueue,
    delay: (repeat: number) => number,
    report: (outcome: Delivered) => void,
  ) {
    this.#target = target;
    this.#updates = updates;
    this.#delay = delay;
    this.#report = report;
    const options = { keepAlive: true, maxSockets: target.maxConnections };
    this.#agent = target.url.startsWith("https:") ? new SecureAgent(options) : new Agent(options);
    for (const waiting of updates.list()) this.#enqueue(waiting);
    this.#stopListening = updates.onArrival((waiting) => this.#enqueue(waiting));
  }

  stop(): void {
    this.#isStopped = true;
    this.#stopListening();
    for (const timer of this.#timers) clearTimeout(timer);
    this.#agent.destroy();
  }

  #enqueue(waiting: Waiting): void {
    const key = laneOf(waiting.update);
    const lane = this.#lanes.get(key);
    if (lane) {
      lane.waiting.push(waiting);
      return;
    }
    const opened = { key, waiting: [waiting], failures: 0 };
    this.#lanes.set(key, opened);
    this.#ready.push(opened);
    this.#deliverReady();
  }

  #deliverReady(): void {
    while (!this.#isStopped && this.#active < this.#target.maxConnections) {
      const lane = this.#ready.shift();
      if (!lane) return;
      void this.#deliverNext(lane);
    }
  }

  async #deliverNext(lane: Lane): Promise<void> {
    const [waiting] = lane.waiting;
    if (!waiting) return;
    this.#active += 1;
    const outcome = await this.#post(waiting.update);
    this.#active -= 1;
    if (this.#isStopped) return;
    this.#report(outcome);
    if (outcome.kind === "confirmed") this.#advance(lane, waiting);
    else this.#retryLater(lane);
    this.#deliverReady();
  }

  #advance(lane: Lane, waiting: Waiting): void {
    lane.waiting.shift();
    lane.failures = 0;
    if (lane.waiting.length > 0) this.#ready.push(lane);
    else this.#lanes.delete(lane.key);
    this.#updates.confirm(waiting);
  }

  #retryLater(lane: Lane): void {
    lane.failures += 1;
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.#ready.push(lane);
      this.#deliverReady();
    }, this.#delay(lane.failures));
    this.#timers.add(timer);
  }

  #post(update: Update): Promise<Delivered> {
    const { url, secretToken } = this.#target;
    const body = Buffer.from(JSON.stringify(update));
    const headers = {
      "content-type": "application/json",
      "content-length": body.length,
      ...(secretToken !== undefined && { "x-telegram-bot-api-secret-token": secretToken }),
    };
    const open = url.startsWith("https:") ? secureRequest : request;
    return new Promise((resolve) => {
      const outgoing = open(url, { method: "POST", headers, agent: this.#agent, timeout: 60_000 }, (response) => {
        const status = response.statusCode ?? 0;
        response.resume();
        response.on("error", (error) => resolve({ kind: "failed", reason: error.message }));
        response.on("end", () => {
          const reason = `Wrong response from the webhook: ${status} ${response.statusMessage ?? ""}`;
          resolve(status >= 200 && status < 300 ? { kind: "confirmed" } : { kind: "failed", reason });
        });
      });
      outgoing.on("timeout", () => outgoing.destroy(new Error("Read timeout expired")));
      outgoing.on("error", (error) => resolve({ kind: "failed", reason: describe(error) }));
      outgoing.end(body);
    });
  }
}

/** Updates with the same key wait for each other. Telegram's own rule (telegram-bot-api, webhook_queue_id). */
function laneOf(update: Update): string {
  const kind = kindOf(update);
  if (update.callback_query) return `${kind} ${update.callback_query.from.id}`;
  if (update.inline_query) return `${kind} ${update.inline_query.from.id}`;
  const message = update.message ?? update.edited_message ?? update.channel_post ?? update.edited_channel_post;
  if (message) return `chat ${message.chat.id}`;
  return update.my_chat_member ? `${kind} ${update.my_chat_member.chat.id}` : `update ${update.update_id}`;
}

function describe(error: Error): string {
  return "code" in error && error.code === "ECONNREFUSED" ? "Connection refused" : error.message;
}
