/**
 * Whether an address may stand behind a button or a link, whoever wrote it: http or https, a host that has a dot, and nobody's
 * name and password in it. Telegram refuses the whole message for one that it does not like.
 */
export const isWebAddress = ({ protocol, hostname, username, password }: URL): boolean =>
  (protocol === "http:" || protocol === "https:") && hostname.includes(".") && username === "" && password === "";

/** Longer addresses do not fit the database's index, nor most servers. */
const longest = 2000;

/** Returns a web address that is safe to show and to press, https wherever the source says http; undefined for all else. */
export function webAddress(raw: string | undefined | null): string | undefined {
  if (!raw || raw.length > longest) return undefined;
  const url = URL.parse(raw.trim());
  if (!url || !isWebAddress(url)) return undefined;
  if (url.port === "") url.protocol = "https:";
  return url.href.length <= longest ? url.href : undefined;
}

/**
 * Reads an address as people write it: "kitap.tatar" is one too. It is the whole text; undefined where that is no address of
 * the web, or too long. An "http" that somebody wrote stays: their server may know no other.
 */
export function parseTypedAddress(text: string | undefined): string | undefined {
  const said = text?.trim() ?? "";
  if (said === "" || /\s/u.test(said)) return undefined;
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:(?!\d)/iu.test(said) ? said : `https://${said}`);
  // "12.5" would be read as an address of four numbers.
  const isNamed = url !== null && (/[a-z][^.]*$/u.test(url.hostname) || said.includes(url.hostname));
  return isNamed && isWebAddress(url) && url.href.length <= longest ? url.href : undefined;
}

/** Whether an address may stand behind a button: a web address without spaces, which URL would quietly repair. */
export function isButtonUrl(url: string): boolean {
  if (/\s/.test(url)) return false;
  const parsed = URL.parse(url);
  return parsed !== null && isWebAddress(parsed);
}
