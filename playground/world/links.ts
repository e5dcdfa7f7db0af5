/** Whether Telegram takes an address, and in which form, or why not, in its words. */
export type LinkCheck = { kind: "valid"; url: string } | { kind: "invalid"; reason: string };

/** Checks an address as Telegram does for buttons and links (tdlib, LinkManager::check_link). */
export function checkLink(address: string): LinkCheck {
  const link = address.trim();
  if (/^(?:tg|ton):/i.test(link)) return { kind: "valid", url: link };
  const withProtocol = /^[a-z][a-z0-9+.-]*:\/\//i.test(link) ? link : `http://${link}`;
  if (/\s/.test(link) || link === "") return invalid("Wrong HTTP URL");
  if (!/^https?:/i.test(withProtocol) || !URL.canParse(withProtocol)) {
    return invalid(/^https?:/i.test(withProtocol) ? "Wrong HTTP URL" : "Unsupported URL protocol");
  }
  // "http://localhost" is refused as well: a host without a dot leads nowhere from a phone.
  const { hostname, href } = new URL(withProtocol);
  if (!hostname.includes(".") && !hostname.startsWith("[")) return invalid("Wrong HTTP URL");
  return { kind: "valid", url: href };
}

/** The user that `tg://user?id=…` mentions. */
export function mentionedUser(address: string): number | undefined {
  const id = /^tg:(?:\/\/)?user\?id=(\d+)$/i.exec(address.trim())?.[1];
  return id === undefined ? undefined : Number(id);
}

function invalid(reason: string): LinkCheck {
  return { kind: "invalid", reason };
}
