import pg from "pg";
import { doubling } from "../net/backoff.ts";
import { connectTimeout } from "./database.ts";

/** Milliseconds before each attempt to connect again: 0.5 s doubling to 5 s. */
const pause = doubling(500, 5_000);

/** Whoever hears a channel, by its name: what was said there; undefined: a connection was made, and what was said before was missed. */
export type Ears = Readonly<Record<string, (said?: string) => void>>;

/** Hears the notifications of channels on a connection of its own, for as long as it takes: a broken one is made anew. */
export function listen(url: string, ears: Ears): { stop(): Promise<void> } {
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let failures = 0;
  let isStopped = false;
  let connecting = connect();

  async function connect(): Promise<void> {
    const fresh = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: connectTimeout(url),
      keepAlive: true,
      application_name: "ishek listen",
    });
    client = fresh;
    fresh.on("error", () => {});
    fresh.on("notification", ({ channel, payload }) => ears[channel]?.(payload));
    fresh.once("end", again);
    try {
      await fresh.connect();
      for (const channel of Object.keys(ears)) await fresh.query(`LISTEN ${fresh.escapeIdentifier(channel)}`);
      failures = 0;
      for (const hear of Object.values(ears)) hear();
    } catch {
      await fresh.end().catch(() => {});
      again();
    }
  }

  function again(): void {
    if (isStopped || timer !== undefined) return;
    failures += 1;
    timer = setTimeout(() => {
      timer = undefined;
      connecting = connect();
    }, pause(failures));
  }

  return {
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await connecting;
      await client?.end().catch(() => {});
    },
  };
}
