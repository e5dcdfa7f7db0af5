import { defineCallback, packId, plainCallback, unpackId } from "../doors/telegram/screen/callback.ts";

/** Buttons under announcements; flows/callbacks.ts lists them among all others. */

/** No announcements any more, and with the second one they come again. */
export const muteAnnouncementsCallback = plainCallback("nm");
export const unmuteAnnouncementsCallback = plainCallback("nu");

/** In the settings: whether they come. Pressed twice it is still that. */
export const announcementsSettingCallback = defineCallback<boolean>(
  "nz",
  (isOn) => (isOn ? "1" : "0"),
  (text) => (text === "1" ? true : text === "0" ? false : undefined),
);

/** Opens the event that an announcement is about. */
export const announcedEventCallback = defineCallback<number>("nv", packId, unpackId);

/** Opens the course that an announcement is about. */
export const announcedCourseCallback = defineCallback<number>("nc", packId, unpackId);

// ── for staff: under the message that shows the progress, and under a colleague's proposal ─────────────────────────

const byAnnouncement = (name: string) => defineCallback<number>(name, packId, unpackId);

export const announcementCallback = byAnnouncement("no");
export const pauseAnnouncementCallback = byAnnouncement("np");
export const resumeAnnouncementCallback = byAnnouncement("nr");
/** Asks whether to stop it, and stops it. */
export const askStopAnnouncementCallback = byAnnouncement("ns");
export const stopAnnouncementCallback = byAnnouncement("ny");
/** The account as a workbook. */
export const reportCallback = byAnnouncement("nx");
export const correctAnnouncementCallback = byAnnouncement("ne");
export const deleteAnnouncementCallback = byAnnouncement("nd");
/** The same again, as a new draft. */
export const repeatAnnouncementCallback = byAnnouncement("ng");
/** Agrees to what a colleague proposed, or does not. */
export const agreeCallback = byAnnouncement("na");
export const refuseCallback = byAnnouncement("nf");
