import { defineCallback, idCallback, plainCallback } from "../../../bot/doors/telegram/screen/callback.ts";
import { page } from "../../../bot/doors/telegram/screen/codec.ts";

/** Buttons of the staff's screens of announcements; those under messages are in bot/announcements/callbacks.ts. */

/** A page of the list. */
export const announcementsCallback = defineCallback("nl", page);

export const newAnnouncementCallback = plainCallback("nn");

/** Goes on with a draft, or drops it. */
export const continueDraftCallback = idCallback("nt");
export const dropDraftCallback = idCallback("nk");
