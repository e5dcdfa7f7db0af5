import { defineCallback, packId, plainCallback, unpackId } from "../../../bot/doors/telegram/screen/callback.ts";

/** Buttons of the staff's screens of announcements; those under messages are in bot/announcements/callbacks.ts. */

/** A page of the list. */
export const announcementsCallback = defineCallback<number>("nl", packId, (text) =>
  /^[0-9a-z]{1,3}$/.test(text) ? Number.parseInt(text, 36) : undefined,
);

export const newAnnouncementCallback = plainCallback("nn");

/** Goes on with a draft, or drops it. */
export const continueDraftCallback = defineCallback<number>("nt", packId, unpackId);
export const dropDraftCallback = defineCallback<number>("nk", packId, unpackId);
