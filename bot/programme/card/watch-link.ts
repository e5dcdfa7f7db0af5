import { isButtonUrl } from "../../net/web-address.ts";
import type { Card } from "./card.ts";

/** Where a stream is gone to by the bot's own address, which counts it (bot/web/watch.ts). */
export const watchPath = "/watch";

/**
 * The address behind a card's button to its stream: the bot's own where it has one that a button may lead to, which leads on;
 * else the stream's. Undefined where there is no stream that a button may lead to.
 */
export function watchLink({ links, eventId }: Card, publicUrl: string | undefined): string | undefined {
  const stream = links.find(({ kind, url }) => kind === "stream" && isButtonUrl(url));
  if (stream === undefined || publicUrl === undefined) return stream?.url;
  const ours = `${publicUrl}${watchPath}/${eventId}`;
  return isButtonUrl(ours) ? ours : stream.url;
}
