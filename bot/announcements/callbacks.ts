import { defineCallback, packId, plainCallback, unpackId } from "../telegram/callback.ts";

/** Buttons under announcements; flows/callbacks.ts lists them among all others. */

/** No announcements any more, and with the second one they come again. */
export const muteAnnouncementsCallback = plainCallback("nm");
export const unmuteAnnouncementsCallback = plainCallback("nu");

/** Opens the event that an announcement is about. */
export const announcedEventCallback = defineCallback<number>("nv", packId, unpackId);

/** Opens the course that an announcement is about. */
export const announcedCourseCallback = defineCallback<number>("nc", packId, unpackId);
