import { isWebAddress } from "../programme/web-address.ts";

/** Whether an address may stand behind a button: a web address without spaces, which URL would quietly repair. */
export function isButtonUrl(url: string): boolean {
  if (/\s/.test(url)) return false;
  const parsed = URL.parse(url);
  return parsed !== null && isWebAddress(parsed);
}
