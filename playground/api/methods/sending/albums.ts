import { badRequest, Violation } from "../../api-failure.ts";
import { findOpenRoom } from "../../destination.ts";
import { method } from "../../method.ts";
import { type InputMedia, inputMediaList, takeInputMedia } from "./input-media.ts";
import { sendAll, sendParameters } from "./send.ts";

const { reply_markup: _, suggested_post_parameters: __, ...parameters } = sendParameters;

export const sendMediaGroup = method({ ...parameters, media: inputMediaList }, (world, { media, ...rest }, request) => {
  checkAlbum(media);
  findOpenRoom(world, rest.chat_id); // before any file is kept
  const media_group_id = world.nextAlbumId();
  const contents = media.map((item) => ({ ...takeInputMedia(world, request, item), media_group_id }));
  return sendAll(world, rest, contents);
});

/** Throws 400 if Telegram does not show these together. */
function checkAlbum(media: readonly InputMedia[]): void {
  if (media.length === 0) throw badRequest("there are no messages to send");
  if (media.length > 10) throw badRequest("too many messages to send as an album");
  if (media.length === 1) throw new Violation("an album has 2–10 items; one is sent by its own method");
  const types = new Set(media.map(({ type }) => type));
  if (types.has("animation")) {
    throw badRequest(`can't parse InputMedia: type "animation" can't be used in sendMediaGroup`);
  }
  for (const type of ["audio", "document"] as const) {
    if (types.has(type) && types.size > 1) throw badRequest(`${type} can't be mixed with other media types`);
  }
  const above = media.map((item) => "show_caption_above_media" in item && item.show_caption_above_media === true);
  if (new Set(above).size > 1) {
    throw badRequest("parameter show_caption_above_media must be the same for all messages");
  }
}
