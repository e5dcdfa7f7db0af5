/**
 * Whether Telegram accepts an address behind a button: it refuses the whole message for one it does not like,
 * so a doubtful one is left out. http(s) with a name that has a dot, or tg:.
 */
export function isButtonUrl(url: string): boolean {
  if (!URL.canParse(url) || /\s/.test(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === "tg:" || ((protocol === "http:" || protocol === "https:") && hostname.includes("."));
}
