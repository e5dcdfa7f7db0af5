import { defineCallback, idCallback, plainCallback } from "../doors/telegram/screen/callback.ts";
import { fields, flag, id, page } from "../doors/telegram/screen/codec.ts";

/** Buttons under announcements. */

/** No announcements any more, and with the second one they come again. */
export const muteAnnouncementsCallback = plainCallback("nm");
export const unmuteAnnouncementsCallback = plainCallback("nu");

/** Whether announcements come, with the switch. */
export const askAnnouncementsCallback = plainCallback("mq");

/** In the settings: whether announcements come. Pressed twice it is still that. */
export const announcementsSettingCallback = defineCallback("nz", flag("1", "0"));

/** Opens the event that an announcement is about. */
export const announcedEventCallback = idCallback("nv");

/** A voice in the vote that an announcement asks. */
export const announcedBallotCallback = defineCallback("zb", fields("{voteId}.{option}", { voteId: id, option: page }));

/** Opens the course that an announcement is about. */
export const announcedCourseCallback = idCallback("nc");

// ── for staff: under the message that shows the progress, and under a colleague's proposal ─────────────────────────

export const announcementCallback = idCallback("no");
export const pauseAnnouncementCallback = idCallback("np");
export const resumeAnnouncementCallback = idCallback("nr");
/** Asks whether to stop it, and stops it. */
export const askStopAnnouncementCallback = idCallback("ns");
export const stopAnnouncementCallback = idCallback("ny");
/** The account as a workbook. */
export const reportCallback = idCallback("nx");
export const correctAnnouncementCallback = idCallback("ne");
export const deleteAnnouncementCallback = idCallback("nd");
/** An announcement once more, as a new draft. */
export const repeatAnnouncementCallback = idCallback("ng");
/** Agrees to an announcement that a colleague proposed, or does not. */
export const agreeCallback = idCallback("na");
export const refuseCallback = idCallback("nf");
