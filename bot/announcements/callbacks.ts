import { defineCallback, idCallback, plainCallback } from "../doors/telegram/screen/callback.ts";
import { fields, flag, id, page, whole } from "../doors/telegram/screen/codec.ts";
import { letterOf } from "../doors/telegram/screen/list-codec.ts";

/** Buttons under announcements. */

/** No announcements any more, and with the second one they come again. */
export const muteAnnouncementsCallback = plainCallback("nm");
export const unmuteAnnouncementsCallback = plainCallback("nu");

/** Whether announcements come, with the switch. */
export const askAnnouncementsCallback = plainCallback("mq");

/** In the settings: whether announcements come. Pressed twice it is still that. */
export const announcementsSettingCallback = defineCallback("nz", flag("1", "0"));

/** Opens an event; under announcements up to version 0.2.0. */
export const announcedEventCallback = idCallback("nv");

/** A voice in the vote that an announcement asks. */
export const announcedBallotCallback = defineCallback("zb", fields("{voteId}.{option}", { voteId: id, option: page }));

/** Opens a course: under news of classes, and under announcements up to version 0.2.0. */
export const announcedCourseCallback = idCallback("nc");

/** What a button of an announcement opens. */
export interface Opened {
  kind: "event" | "course";
  id: number;
}

/** A button under an announcement that leads into the bot: its place there, counted from 0, and what it opens. */
export interface Pressed {
  announcementId: number;
  place: number;
  opens: Opened;
}

const opens = fields<Opened>("{kind}{id}", { kind: letterOf(["event", "course"], { event: "e", course: "c" }), id });

/** Opens what an announcement is about, and counts the press. */
export const announcedCallback = defineCallback(
  "nw",
  fields<Pressed>("{announcementId}.{place}.{opens}", { announcementId: id, place: whole(0, 35), opens }),
);

/** No announcements any more, said under this one. */
export const muteByAnnouncementCallback = idCallback("nh");

// ── for staff: under the message that shows the progress, and under a colleague's proposal ─────────────────────────

export const announcementCallback = idCallback("no");
export const pauseAnnouncementCallback = idCallback("np");
export const resumeAnnouncementCallback = idCallback("nr");
/** Asks whether to stop it, and stops it. */
export const askStopAnnouncementCallback = idCallback("ns");
export const stopAnnouncementCallback = idCallback("ny");
/** How one that is to come will look, to be changed, and when it begins. */
export const lookAnnouncementCallback = idCallback("ni");
export const rewriteAnnouncementCallback = idCallback("nj");
export const rescheduleAnnouncementCallback = idCallback("nq");
/** The account as a workbook. */
export const reportCallback = idCallback("nx");
export const correctAnnouncementCallback = idCallback("ne");
export const deleteAnnouncementCallback = idCallback("nd");
/** An announcement once more, as a new draft. */
export const repeatAnnouncementCallback = idCallback("ng");
/** Agrees to an announcement that a colleague proposed, or does not. */
export const agreeCallback = idCallback("na");
export const refuseCallback = idCallback("nf");
