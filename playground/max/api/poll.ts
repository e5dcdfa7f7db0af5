import type { IncomingMessage } from "node:http";
import type { MaxUpdate } from "../world/update-log.ts";
import type { MaxWorld } from "../world/world.ts";
import { badPayload, MaxFailure } from "./max-failure.ts";

/** Limits of MAX since 11 May 2026, which hold whatever a request asks for: updates an answer, and seconds that it is held. */
const most = 100;
const longest = 30;

/** Long polling. A marker confirms what came before it. */
export async function poll(
  world: MaxWorld,
  query: Readonly<Record<string, string>>,
  incoming: IncomingMessage,
): Promise<{ updates: MaxUpdate[]; marker: number }> {
  if (world.webhooks.list.length > 0)
    throw new MaxFailure(405, "method.not.allowed", "there are webhook subscriptions");
  const limit = whole(query["limit"], 1, 1_000) ?? most;
  const seconds = whole(query["timeout"], 0, 90) ?? longest;
  const marker = whole(query["marker"], 0, Number.MAX_SAFE_INTEGER);
  if (marker !== undefined) world.updates.confirmBelow(marker);
  const fetch = () => world.updates.fetch(marker, Math.min(limit, most));
  const found = fetch();
  if (found.updates.length > 0 || seconds === 0) return found;
  await arrival(world, Math.min(seconds, longest) * 1_000, incoming);
  return fetch();
}

/** Resolves when something has happened, after so many milliseconds, or when the bot hangs up. */
function arrival(world: MaxWorld, milliseconds: number, incoming: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      stopListening();
      incoming.socket.off("close", end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    const stopListening = world.updates.onArrival(() => setImmediate(end));
    incoming.socket.once("close", end);
  });
}

function whole(text: string | undefined, least: number, largest: number): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > largest) throw badPayload(`"${text}" is out of range`);
  return value;
}
