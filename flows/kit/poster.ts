import type { Services } from "../../bot/context.ts";
import { isServedPath, photoOfPath } from "../../bot/doors/telegram/screen/poster-path.ts";
import type { View } from "../../bot/doors/telegram/screen/show.ts";
import { isButtonUrl } from "../../bot/net/web-address.ts";

/** A poster as a view shows it: by its address, or as the photo itself where nobody can load it. */
export function posterOf(
  url: string | null,
  { posterBase, publicUrl }: Pick<Services, "posterBase" | "publicUrl">,
): Pick<View, "poster" | "photo"> {
  const poster = posterAddress(url, posterBase ?? publicUrl);
  return { poster, photo: poster === undefined && url !== null ? photoOfPath(url) : undefined };
}

/** Posters of our own lie beside the bot's pages; without a public address nobody could load them. */
export function posterAddress(url: string | null, publicUrl: string | undefined): string | undefined {
  if (url !== null && photoOfPath(url) !== undefined && !isServedPath(url)) return undefined;
  const address = url === null || URL.canParse(url) ? url : `${publicUrl}/${url}`;
  return address !== null && isButtonUrl(address) ? address : undefined;
}
