import type { Services } from "../../bot/context.ts";
import { posterAddress } from "../../bot/doors/telegram/screen/poster-address.ts";
import { photoOfPath } from "../../bot/doors/telegram/screen/poster-path.ts";
import type { View } from "../../bot/doors/telegram/screen/show.ts";

/** A poster as a view shows it: by its address, or as the photo itself where nobody can load it. */
export function posterOf(
  url: string | null,
  { posterBase, publicUrl }: Pick<Services, "posterBase" | "publicUrl">,
): Pick<View, "poster" | "photo"> {
  const poster = posterAddress(url, posterBase ?? publicUrl);
  return { poster, photo: poster === undefined && url !== null ? photoOfPath(url) : undefined };
}
