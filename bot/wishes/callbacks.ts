import { defineCallback, idCallback, plainCallback } from "../doors/telegram/screen/callback.ts";
import { count, fields, page, text } from "../doors/telegram/screen/codec.ts";
import { oneOf } from "../doors/telegram/screen/list-codec.ts";
import { sections } from "../programme/event.ts";

/** Buttons of wishes. */

/** "Tell me when there is": a search as its button carries it. */
export const wishCallback = defineCallback(
  "yw",
  fields("{queryId}~{dropped}", { queryId: text("[\\w-]{11}"), dropped: count }),
);

/** What one waits for. */
export const wishesCallback = plainCallback("yl");
export const unwishCallback = idCallback("yx");

/** Takes the recordings of an event off that list. */
export const dropRecordingCallback = idCallback("yp");

/** Sections to follow; and one that is followed, or no more. */
export const followSectionsCallback = plainCallback("hl");
export const followSectionCallback = defineCallback("hs", oneOf(sections, sections));

// ── for staff ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** A page of what several people asked for. */
export const askedCallback = defineCallback("yq", page);

const key = text("[0-9a-f]{12}");
export const askedOneCallback = defineCallback("yr", key);
export const answerWishCallback = defineCallback("yt", key);
