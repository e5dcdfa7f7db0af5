import { InputFile } from "grammy";
import { certificateAttendance } from "../../bot/classes/certificates/certificate.ts";
import {
  type CourseCard,
  freePlaces,
  type GroupCard,
  isOpenGroup,
  progress,
} from "../../bot/classes/courses/course.ts";
import { findCourse } from "../../bot/classes/courses/course-store.ts";
import { formatWayIn, type WayIn } from "../../bot/classes/courses/group-words.ts";
import { formatCourse, groupsPerPage } from "../../bot/classes/courses/words.ts";
import type { Reader, Services } from "../../bot/context.ts";
import { deepLink, outsideLink, shareLink } from "../../bot/doors/telegram/screen/deep-links.ts";
import { button, type Row, urlButton, wideButton } from "../../bot/doors/telegram/screen/keyboard.ts";
import { qrPicture } from "../../bot/doors/telegram/screen/qr.ts";
import { answerTap, show, type View } from "../../bot/doors/telegram/screen/show.ts";
import { commentsCallback } from "../../bot/voices/callbacks.ts";
import { cutAtWord } from "../../bot/words/cut.ts";
import { html, joinLines } from "../../bot/words/html.ts";
import { menuView, toMenu } from "../account/menu.ts";
import { onCallback } from "../kit/on-callback.ts";
import { turnRow } from "../kit/pagination.ts";
import { Screen } from "../kit/screen.ts";
import { simpleCourseView } from "../simple/courses.ts";
import { isSimple } from "../simple/screen.ts";
import {
  areaCallback,
  changeGroupCallback,
  courseCallback,
  enrolCallback,
  ownClassCallback,
  qrCallback,
} from "./callbacks.ts";

/** A course with its groups: one tap on any of them begins the enrolment. */
export async function courseView(
  { database, city }: Pick<Services, "database" | "city">,
  reader: Reader,
  { courseId, page }: { courseId: number; page: number },
  username: string,
): Promise<View> {
  const { t, now, isPrivate, person } = reader;
  const course = await findCourse(database, courseId, t.language, now, isPrivate ? person.id : undefined);
  if (course === null || !course.isOpen) return menuView(t, html`${t("course.gone")}`);
  if (isSimple(reader)) return simpleCourseView(course, reader, 0);
  const shown = course.groups.slice(page * groupsPerPage, (page + 1) * groupsPerPage);
  const ways = groupRows(course, shown, reader);
  return {
    text: joinLines(
      formatCourse(course, shown, reader, city.certificateAttendance ?? certificateAttendance),
      ways.open.length > 0 && course.groups.length > 1
        ? html`\n${t(ways.way === "change" ? "group.choose_change" : "group.choose")}`
        : null,
    ),
    keyboard: [
      ...ways.own,
      ...ways.open,
      pagingRow(course, page, reader),
      [
        ...(isPrivate
          ? [
              button(
                t("comment.button.list"),
                commentsCallback.data({ topic: { kind: "course", id: courseId }, page: 0 }),
              ),
            ]
          : []),
        shareButton(course, reader, username),
      ],
      [button(t("button.back"), areaCallback.data({ area: course.area, page: 0, filters: {} })), toMenu(t)],
    ],
  };
}

interface GroupRows {
  way: WayIn;
  own: Row[];
  open: Row[];
}

/** The own group, and the others to enrol in; whoever has a place changes into them instead. */
function groupRows(course: CourseCard, shown: readonly GroupCard[], { t, now }: Reader): GroupRows {
  const mine = course.groups.filter(({ own }) => own !== null);
  const current = mine.filter(({ lessons }) => progress(lessons, now) !== null);
  const isEnrolled = current.some(({ own }) => own?.state === "enrolled");
  const own = [...current, ...mine].flatMap((group) => group.own ?? []).slice(0, 1);
  const open = shown.filter((group) => group.own === null && isOpenGroup(group, now));
  const way = isEnrolled ? "change" : "enrol";
  return {
    way,
    own: own.map(({ enrolmentId }) => [button(t("group.own"), ownClassCallback.data(enrolmentId))]),
    open: open.map((group) => [wideButton(labelOf(group, course), dataOf(group))]),
  };

  function dataOf({ groupId }: GroupCard): string {
    return isEnrolled ? changeGroupCallback.data({ groupId, sure: false }) : enrolCallback.data(groupId);
  }

  function labelOf(group: GroupCard, { groups }: CourseCard): string {
    if (groups.length > 1) return formatWayIn(way, group, t, now);
    return t(freePlaces(group) > 0 ? "group.enrol" : "group.join_line");
  }
}

const pagingRow = ({ courseId, groups }: CourseCard, page: number, { t }: Reader): Row =>
  turnRow(t, { page, hasMore: (page + 1) * groupsPerPage < groups.length }, (next) =>
    courseCallback.data({ courseId, page: next }),
  );

function shareButton({ courseId, title }: CourseCard, { t }: Reader, username: string) {
  // Each Cyrillic letter is six characters of an address.
  const text = t("course.share_text", { title: cutAtWord(title, 120) });
  const url = deepLink(username, { kind: "course", id: courseId });
  return urlButton(t("button.share"), shareLink(username, { url, text }));
}

export const courseScreen = new Screen();

onCallback(courseScreen, courseCallback, async (ctx, state) =>
  show(ctx, await courseView(ctx.services, ctx.reader, state, ctx.me.username)),
);

onCallback(courseScreen, qrCallback, async (ctx, courseId) => {
  const { t, now } = ctx.reader;
  const course = await findCourse(ctx.services.database, courseId, t.language, now);
  if (course === null || !course.isOpen) return show(ctx, menuView(t, html`${t("course.gone")}`));
  const picture = await qrPicture(outsideLink(ctx.services, ctx.me.username, { kind: "course", id: courseId }));
  await answerTap(ctx);
  const caption = t("course.qr_caption", { title: cutAtWord(course.title, 160) });
  await ctx.replyWithPhoto(new InputFile(picture, "qr.png"), { caption });
});
