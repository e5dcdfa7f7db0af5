import { Composer, InputFile } from "grammy";
import {
  type CourseCard,
  freePlaces,
  type GroupCard,
  isOpenGroup,
  progress,
} from "../../bot/classes/courses/course.ts";
import { findCourse } from "../../bot/classes/courses/course-store.ts";
import { formatEnrolLabel } from "../../bot/classes/courses/group-words.ts";
import { formatCourse, groupsPerPage } from "../../bot/classes/courses/words.ts";
import type { BotContext, Reader, Services } from "../../bot/context.ts";
import { deepLink, outsideLink, shareLink } from "../../bot/doors/telegram/screen/deep-links.ts";
import { button, type Row, urlButton } from "../../bot/doors/telegram/screen/keyboard.ts";
import { qrPicture } from "../../bot/doors/telegram/screen/qr.ts";
import { answerTap, show, type View } from "../../bot/doors/telegram/screen/show.ts";
import { cutAtWord } from "../../bot/words/cut.ts";
import { html } from "../../bot/words/html.ts";
import { menuView, toMenu } from "../account/menu.ts";
import { onCallback } from "../kit/on-callback.ts";
import { turnRow } from "../kit/pagination.ts";
import { areaCallback, courseCallback, enrolCallback, ownClassCallback, qrCallback } from "./callbacks.ts";

/** A course with its groups: one tap on any of them begins the enrolment. */
export async function courseView(
  { database }: Pick<Services, "database">,
  reader: Reader,
  { courseId, page }: { courseId: number; page: number },
  username: string,
): Promise<View> {
  const { t, now, isPrivate, person } = reader;
  const course = await findCourse(database, courseId, t.language, now, isPrivate ? person.id : undefined);
  if (course === null || !course.isOpen) return menuView(t, html`${t("course.gone")}`);
  const shown = course.groups.slice(page * groupsPerPage, (page + 1) * groupsPerPage);
  return {
    text: formatCourse(course, shown, reader),
    keyboard: [
      ...groupRows(course, shown, reader),
      pagingRow(course, page, reader),
      [shareButton(course, reader, username), button(t("course.qr"), qrCallback.data(courseId))],
      [button(t("button.back"), areaCallback.data({ area: course.area, page: 0 })), toMenu(t)],
    ],
  };
}

/** A person with a place has no use for another group of the same course until it is over; who waits may prefer one. */
function groupRows(course: CourseCard, shown: readonly GroupCard[], { t, now }: Reader): Row[] {
  const mine = course.groups.filter(({ own }) => own !== null);
  const current = mine.filter(({ lessons }) => progress(lessons, now) !== null);
  const isEnrolled = current.some(({ own }) => own?.state === "enrolled");
  const own = [...current, ...mine].flatMap((group) => group.own ?? []).slice(0, 1);
  const open = isEnrolled ? [] : shown.filter((group) => group.own === null && isOpenGroup(group, now));
  return [
    ...own.map(({ enrolmentId }) => [button(t("group.own"), ownClassCallback.data(enrolmentId))]),
    ...open.map((group) => [button(labelOf(group, course), enrolCallback.data(group.groupId))]),
  ];

  function labelOf(group: GroupCard, { groups }: CourseCard): string {
    if (groups.length > 1) return formatEnrolLabel(group, t, now);
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

export const courseScreen = new Composer<BotContext>();

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
