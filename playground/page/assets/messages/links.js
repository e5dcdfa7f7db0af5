/** @import { DoorName } from "../../door.ts" */

/**
 * What an address means to the playground:
 * a start link opens the chat with a payload, a share link makes a message, anything else is the browser's.
 * @typedef {{ kind: "start", door: DoorName, payload: string }
 *   | { kind: "share", text: string }
 *   | { kind: "elsewhere", href: string }} Destination
 */

const schemes = ["http:", "https:", "mailto:", "tel:", "tg:"];

/**
 * The address if a browser may be sent there; `undefined` for javascript:, data: and whatever is no address.
 * @param {string} address
 * @returns {string | undefined}
 */
export function safeHref(address) {
  const url = URL.parse(address);
  return url !== null && schemes.includes(url.protocol) ? url.href : undefined;
}

/** Whose hosts lead into which messenger. @type {ReadonlyMap<string, DoorName>} */
const doorOf = new Map([
  ["t.me", "telegram"],
  ["telegram.me", "telegram"],
  ["max.ru", "max"],
]);

/** Where each messenger has what is to be shared with somebody. */
const sharing = ["/share/url", "/share", "/:share"];

/**
 * Tells where an address leads. https://core.telegram.org/api/links
 * @param {string} href
 * @param {Partial<Record<DoorName, string>>} bots what links into the bot end with, by messenger
 * @returns {Destination}
 */
export function destinationOf(href, bots) {
  const url = URL.parse(href);
  const door = url === null ? undefined : doorOf.get(url.hostname);
  if (url === null || door === undefined) return { kind: "elsewhere", href };
  if (sharing.includes(url.pathname)) {
    const shared = [url.searchParams.get("text"), url.searchParams.get("url")];
    return { kind: "share", text: shared.filter(Boolean).join("\n") };
  }
  if (url.pathname.slice(1).toLowerCase() === bots[door]?.toLowerCase()) {
    return { kind: "start", door, payload: url.searchParams.get("start") ?? "" };
  }
  return { kind: "elsewhere", href };
}
