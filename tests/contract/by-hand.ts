import { removeByHand, seatByHand } from "../../bot/classes/by-hand/change-store.ts";
import { enrolByHand } from "../../bot/classes/by-hand/enrol-store.ts";
import { joinRecorded } from "../../bot/classes/by-hand/join-store.ts";
import { findRosterPage, findRosterPerson } from "../../bot/classes/by-hand/roster-store.ts";
import { findMeetingPlace } from "../../bot/classes/courses/meeting-place-store.ts";
import { type Calls, now } from "./stage.ts";

const caller = { name: "Зоя Петрова", phone: "+79170000000", language: "ru" } as const;

export const byHand: Calls = {
  "classes/by-hand/change-store.ts": async (database, { owner, enrolment }) => {
    const actor = { by: owner, now };
    await seatByHand(database, actor, { enrolmentId: enrolment });
    await removeByHand(database, actor, { enrolmentId: enrolment, word: null });
  },
  "classes/by-hand/enrol-store.ts": async (database, { owner, group }) => {
    await enrolByHand(database, { by: owner, now }, { groupId: group, caller });
    await enrolByHand(database, { by: owner, now }, { groupId: group, caller });
  },
  "classes/by-hand/join-store.ts": (database, { learner }) =>
    joinRecorded(database, { personId: learner, phone: caller.phone, now, cityZone: "Europe/Moscow" }),
  "classes/by-hand/roster-store.ts": async (database, { group, enrolment }) => {
    await findRosterPage(database, group, 0);
    await findRosterPerson(database, enrolment);
  },
  "classes/courses/meeting-place-store.ts": async (database) => {
    const { placeId } = await database.placeText.findFirstOrThrow();
    await findMeetingPlace(database, placeId, "ru");
  },
};
