import { isButtonUrl } from "../../../net/web-address.ts";
import { isServedPath, photoOfPath } from "./poster-path.ts";

/** Posters of our own lie beside the bot's pages; without a public address nobody could load them. */
export function posterAddress(url: string | null, publicUrl: string | undefined): string | undefined {
  if (url !== null && photoOfPath(url) !== undefined && !isServedPath(url)) return undefined;
  const address = url === null || URL.canParse(url) ? url : `${publicUrl}/${url}`;
  return address !== null && isButtonUrl(address) ? address : undefined;
}
