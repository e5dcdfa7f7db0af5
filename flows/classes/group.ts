import { groupMapCallback } from "../../bot/classes/callbacks.ts";
import { certificateAttendance } from "../../bot/classes/certificates/certificate.ts";
import { freePlaces, isOpenGroup, progress } from "../../bot/classes/courses/course.ts";
import { findCourse, findGroup } from "../../bot/classes/courses/course-store.ts";
import type { MeetingPlace } from "../../bot/classes/courses/meeting-place.ts";
import { formatGroupOfCourse } from "../../bot/classes/courses/words.ts";
import type { Reader, Services } from "../../bot/context.ts";
import { button, type Row } from "../../bot/doors/telegram/screen/keyboard.ts";
import { answerTap, show, type View } from "../../bot/doors/telegram/screen/show.ts";
import { html } from "../../bot/words/html.ts";
import { menuView, toMenu } from "../account/menu.ts";
import { enter } from "../kit/dialogue.ts";
import { onCallback } from "../kit/on-callback.ts";
import { Screen } from "../kit/screen.ts";
import { simpleGroupView } from "../simple/courses.ts";
import { isSimple } from "../simple/screen.ts";
import { changeGroupCallback, courseCallback, enrolCallback, groupCallback, ownClassCallback } from "./callbacks.ts";
import { enrol } from "./enrolment/enrol.ts";

/** One group by itself, as a link shows it: what, when, who teaches, and one tap to enrol. */
export async function groupView(
  { database, city }: Pick<Services, "database" | "city">,
  reader: Reader,
  groupId: number,
): Promise<View> {
  const { t, now, isPrivate, person } = reader;
  const found = await findGroup(database, groupId, t.language, now, isPrivate ? person.id : undefined);
  if (found === null || !found.course.isOpen) return menuView(t, html`${t("course.gone")}`);
  const { course, group } = found;
  const all =
    isPrivate && person.isLearner ? await findCourse(database, course.courseId, t.language, now, person.id) : null;
  if (isSimple(reader)) return simpleGroupView(course, group, all?.groups ?? [], reader);
  const hasSeat = all?.groups.some(({ own, lessons }) => own?.state === "enrolled" && progress(lessons, now) !== null);
  const way = (): Row => {
    if (group.own) return [button(t("group.own"), ownClassCallback.data(group.own.enrolmentId))];
    if (!isOpenGroup(group, now)) return [];
    if (hasSeat) return [button(t("group.change"), changeGroupCallback.data({ groupId, sure: false }))];
    const label = t(freePlaces(group) > 0 ? "group.enrol" : "group.join_line");
    return [button(label, enrolCallback.data(groupId))];
  };
  return {
    text: formatGroupOfCourse(course, group, reader, city.certificateAttendance ?? certificateAttendance),
    keyboard: [
      way(),
      mapRow(group, t),
      [button(t("group.all"), courseCallback.data({ courseId: course.courseId, page: 0 })), toMenu(t)],
    ],
  };
}

/** Shows where a group meets on the map, where it is on it. */
const mapRow = ({ groupId, place }: { groupId: number; place?: MeetingPlace | null }, t: Reader["t"]): Row =>
  place?.latitude == null ? [] : [button(t("button.map"), groupMapCallback.data(groupId))];

export const groupScreen = new Screen();

onCallback(groupScreen, groupMapCallback, async (ctx, groupId) => {
  const { t, now } = ctx.reader;
  const found = await findGroup(ctx.services.database, groupId, t.language, now);
  const place = found?.course.isOpen === true ? found.group.place : null;
  if (place?.latitude == null || place.longitude === null) return show(ctx, menuView(t, html`${t("course.gone")}`));
  await answerTap(ctx);
  // Telegram refuses a venue without an address.
  await ctx.replyWithVenue(place.latitude, place.longitude, place.title, place.address || place.title);
});

onCallback(groupScreen, enrolCallback, async (ctx, groupId) => {
  // A group reads along.
  if (ctx.chat?.type !== "private") {
    await answerTap(ctx, { text: ctx.reader.t("enrol.only_private"), show_alert: true });
    return;
  }
  await enter(ctx, enrol, groupId);
});

onCallback(groupScreen, groupCallback, async (ctx, groupId) =>
  show(ctx, await groupView(ctx.services, ctx.reader, groupId)),
);
