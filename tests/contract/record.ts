import type { Database } from "../../bot/database/database.ts";
import { joined } from "../../bot/database/joined.ts";
import { isOfList } from "../../bot/database/replica/statements.ts";
import { Prisma } from "../../prisma/client/client.ts";

const rawMethods = new Set<string | symbol>(["$queryRaw", "$executeRaw"]);

/** Where in bot/ somebody called, by the stack of now: "privacy/erase-store.ts:14". */
function callSite(): string | undefined {
  const lines = (new Error("here").stack ?? "").split("\n");
  for (const line of lines) {
    const site = /\/bot\/(?!database\/joined)([\w./-]+\.ts):(\d+):\d+/.exec(line);
    if (site) return `${site[1]}:${site[2]}`;
  }
  return undefined;
}

/** Thrown to undo what a call did. */
class Undone extends Error {}

export interface Recorded {
  /** From where raw statements were sent. */
  sites: Set<string>;
  /** The files of those that may be read at a replica. */
  lists: Set<string>;
}

/** Runs a call in a transaction that is undone, and notes its raw statements. */
export async function runUndone(
  database: Database,
  { sites, lists }: Recorded,
  call: (database: Database) => Promise<unknown>,
): Promise<void> {
  const attempt = database.$transaction(async (tx) => {
    const recording = new Proxy(tx, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name);
        if (!rawMethods.has(name) || typeof value !== "function") return value;
        return (...args: unknown[]) => {
          const site = callSite();
          if (site !== undefined) sites.add(site);
          const [first, ...values] = args as [readonly string[] | Prisma.Sql, ...unknown[]];
          const { text } = first instanceof Prisma.Sql ? first : Prisma.sql(first, ...values);
          if (site !== undefined && isOfList(text)) lists.add(site.replace(/:\d+$/, ""));
          return Reflect.apply(value, target, args);
        };
      },
    });
    await call(joined(recording));
    throw new Undone();
  });
  await attempt.catch((error: unknown) => {
    if (!(error instanceof Undone)) throw error;
  });
}
