import type { ApiClientOptions } from "grammy";
import type { Database } from "../../../bot/database/database.ts";
import { createClientOptions } from "../../../bot/doors/telegram/client/client.ts";
import { Receipts } from "../../../bot/doors/telegram/intake/receipt-store.ts";
import { createUpdateHandler } from "../../../bot/doors/telegram/intake/update-handler.ts";
import { Metrics } from "../../../bot/metrics.ts";
import { createBot } from "../../../flows/bot.ts";
import type { TestCity } from "../../support/city.ts";

/** When a program dies: before its effect is committed, or right after it. Where it has none: about its first words. */
export type Death = "before" | "after";

class Died extends Error {}

/**
 * A program on the city's database that is killed while it handles one update: from that moment on nothing of it reaches
 * anybody, and what it waits for never comes. `died` resolves then.
 */
export function mortalBot({ telegram, services }: TestCity, death: Death, diesBy: "effect" | "words") {
  const { promise: died, resolve } = Promise.withResolvers<void>();
  const die = (): Promise<never> => {
    resolve();
    return new Promise<never>(() => {});
  };
  const database = diesBy === "effect" ? mortalDatabase(services.database, death, die) : services.database;
  const alive = createClientOptions(telegram.apiRoot);
  const client = diesBy === "words" ? mortalClient(alive, death, die) : alive;
  const mortal = { ...services, database };
  const bot = createBot(mortal, { token: telegram.token, botInfo: telegram.bot, client });
  const receipts = new Receipts(database);
  return { handler: createUpdateHandler(bot, { services: mortal, receipts, metrics: new Metrics() }), died };
}

function mortalDatabase(database: Database, death: Death, die: () => Promise<never>): Database {
  type Work = Parameters<Database["$transaction"]>[0];
  const transaction = async (work: (tx: unknown) => Promise<unknown>, options?: object): Promise<unknown> => {
    let hasEffect = false;
    const watched = async (tx: object): Promise<unknown> => {
      const watch = new Proxy(tx, {
        get(target, name) {
          const found: unknown = Reflect.get(target, name);
          if (name !== "$executeRaw" || typeof found !== "function") return found;
          return (parts: TemplateStringsArray, ...values: unknown[]) => {
            hasEffect ||= parts.join("").includes('INSERT INTO "Effect"');
            return found.call(target, parts, ...values);
          };
        },
      });
      const outcome = await work(watch);
      if (hasEffect && death === "before") throw new Died();
      return outcome;
    };
    try {
      const outcome = await database.$transaction(watched as unknown as Work & never, options);
      return hasEffect ? die() : outcome;
    } catch (error) {
      if (error instanceof Died) return die();
      throw error;
    }
  };
  return new Proxy(database, {
    get: (target, name) => (name === "$transaction" ? transaction : Reflect.get(target, name)),
  });
}

/** What people read. */
export const isSaying = (method: string): boolean => /^(sendMessage|editMessageText|sendPhoto)$/.test(method);

function mortalClient(client: ApiClientOptions, death: Death, die: () => Promise<never>): ApiClientOptions {
  const call = client.fetch as unknown as (address: unknown, init: unknown) => Promise<unknown>;
  const mortal = async (address: unknown, init: unknown): Promise<unknown> => {
    if (!isSaying(String(address).split("/").at(-1) ?? "")) return call(address, init);
    if (death === "after") await call(address, init);
    return die();
  };
  return { ...client, fetch: mortal as unknown as NonNullable<ApiClientOptions["fetch"]> };
}
