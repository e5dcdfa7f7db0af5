import pg from "pg";
import { doubling } from "../net/backoff.ts";
import { connectTimeout } from "./database.ts";

/** Milliseconds before each attempt to connect again: 0.5 s doubling to 5 s. */
const pause = doubling(500, 5_000);

/**
 * Hears the notifications of a channel on a connection of its own, for as long as it takes: a broken one is made anew.
 * `hear` is also called after each connection, because what was said meanwhile was missed.
 */
export function listen(url: string, channel: string, hear: () => void): { stop(): Promise<void> } {
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
    fresh.on("notification", hear);
    fresh.once("end", again);
    try {
      await fresh.connect();
      await fresh.query(`LISTEN ${fresh.escapeIdentifier(channel)}`);
      failures = 0;
      hear();
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
