/**
 * What an address means to the playground:
 * a start link opens the chat with a payload, a share link makes a message, anything else is the browser's.
 * @typedef {{ kind: "start", payload: string }
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

/**
 * Tells where an address leads. https://core.telegram.org/api/links
 * @param {string} href
 * @param {string} botUsername
 * @returns {Destination}
 */
export function destinationOf(href, botUsername) {
  const url = URL.parse(href);
  if (url === null || !["t.me", "telegram.me"].includes(url.hostname)) return { kind: "elsewhere", href };
  if (url.pathname === "/share/url" || url.pathname === "/share") {
    const shared = [url.searchParams.get("text"), url.searchParams.get("url")];
    return { kind: "share", text: shared.filter(Boolean).join("\n") };
  }
  if (url.pathname.slice(1).toLowerCase() === botUsername.toLowerCase()) {
    return { kind: "start", payload: url.searchParams.get("start") ?? "" };
  }
  return { kind: "elsewhere", href };
}
