import { findGroup } from "../../../bot/classes/courses/course-store.ts";
import { formatGroup } from "../../../bot/classes/courses/group-words.ts";
import { findEditableGroup } from "../../../bot/classes/editing/find-store.ts";
import { setClosed } from "../../../bot/classes/editing/group-edit-store.ts";
import type { BotContext } from "../../../bot/context.ts";
import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { outsideLink } from "../../../bot/doors/telegram/screen/deep-links.ts";
import { button } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { answerTap, show, type View } from "../../../bot/doors/telegram/screen/show.ts";
import { invite } from "../../../bot/staff/invitation-store.ts";
import { type Html, html, joinLines } from "../../../bot/words/html.ts";
import { enter } from "../../kit/dialogue.ts";
import { Screen } from "../../kit/screen.ts";
import { onStaffCallback, refuse } from "../authorize.ts";
import { toStaffMenu } from "../menu.ts";
import { sendInvitation } from "../people/invite.ts";
import { peopleCallback, rosterCallback } from "../teach/callbacks.ts";
import {
  addLessonsCallback,
  askCloseCallback,
  closeCallback,
  editCourseCallback,
  editGroupCallback,
  groupParts,
  groupPartsCallback,
  inviteTeacherCallback,
  lessonsCallback,
  moveSeriesCallback,
  setGroupCallback,
} from "./callbacks.ts";
import { addMoreLessons, editGroup } from "./edit/edit-group.ts";
import { isWritten } from "./edit/save.ts";
import { formatRevised } from "./said.ts";

/** A group as staff sees it: as residents do, with its line and its link, and all that can be done with it. */
async function groupView(ctx: BotContext, groupId: number, said?: Html): Promise<View> {
  const { services, reader } = ctx;
  const { t, now } = reader;
  const group = await findEditableGroup(services.database, groupId);
  const shown = await findGroup(services.database, groupId, t.language, now);
  if (group === null || shown === null) return { text: html`${t("class_edit.gone")}`, keyboard: [[toStaffMenu(t)]] };
  const { typedLink, closedAt, revision } = group;
  const noLink = t(services.hasZoom ? "class_edit.link_zoom" : "class_edit.link_none");
  return {
    text: joinLines(
      said === undefined ? null : html`${said}\n`,
      html`<b>${shown.course.title}</b>\n`,
      formatGroup(shown.group, reader),
      "",
      group.placeId === null ? t("class_edit.link_is", { link: typedLink ?? noLink }) : null,
      group.teacherId === null ? t("class_edit.teacher_elsewhere") : null,
      closedAt === null ? outsideLink(services, ctx.me.username, { kind: "group", id: groupId }) : null,
    ),
    keyboard: [
      [
        button(t("class_edit.lessons"), lessonsCallback.data({ id: groupId, of: 0 })),
        button(t("class_edit.add_lessons"), addLessonsCallback.data(groupId)),
      ],
      [
        button(t("by_hand.button.people"), peopleCallback.data({ id: groupId, page: 0 })),
        button(t("teach.button.roster"), rosterCallback.data(groupId)),
      ],
      [button(t("class_edit.move_series"), moveSeriesCallback.data(groupId))],
      [button(t("class_edit.change"), groupPartsCallback.data(groupId))],
      group.teacherId === null ? [button(t("class_edit.invite_teacher"), inviteTeacherCallback.data(groupId))] : [],
      [
        closedAt === null
          ? button(t("class_edit.close"), askCloseCallback.data(groupId))
          : button(t("class_edit.reopen"), closeCallback.data({ id: groupId, of: { revision, to: "open" } })),
      ],
      [button(t("class_edit.to_course"), editCourseCallback.data(group.courseId)), toStaffMenu(t)],
    ],
  };
}

export const editGroupScreen = new Screen();

onStaffCallback(editGroupScreen, editGroupCallback, "classes.edit", async (ctx, groupId) =>
  show(ctx, await groupView(ctx, groupId)),
);

onStaffCallback(editGroupScreen, groupPartsCallback, "classes.edit", async (ctx, groupId) => {
  const { t } = ctx.reader;
  await show(ctx, {
    text: html`${t("class_edit.change_what")}`,
    keyboard: [
      ...groupParts.map((part) => [
        button(t(`class_edit.part.${part}`), setGroupCallback.data({ id: groupId, of: part })),
      ]),
      [button(t("button.back"), editGroupCallback.data(groupId)), toStaffMenu(t)],
    ],
  });
});

onStaffCallback(editGroupScreen, setGroupCallback, "classes.edit", (ctx, { id, of }) => enter(ctx, editGroup, id, of));

onStaffCallback(editGroupScreen, addLessonsCallback, "classes.edit", (ctx, groupId) =>
  enter(ctx, addMoreLessons, groupId),
);

onStaffCallback(editGroupScreen, askCloseCallback, "classes.edit", async (ctx, groupId) => {
  const { t } = ctx.reader;
  const group = await findEditableGroup(ctx.services.database, groupId);
  if (group === null) return show(ctx, await groupView(ctx, groupId));
  const { revision, waiting } = group;
  await show(ctx, {
    text: html`${t("class_edit.ask_close", { waiting })}`,
    keyboard: [
      [button(t("class_edit.yes_close"), closeCallback.data({ id: groupId, of: { revision, to: "closed" } }))],
      [button(t("button.back"), editGroupCallback.data(groupId))],
    ],
  });
});

onStaffCallback(editGroupScreen, closeCallback, "classes.edit", async (ctx, { id, of: { revision, to } }) => {
  const { t, person, now } = ctx.reader;
  const closed = await once(
    ctx,
    "close",
    (database) => setClosed(database, { by: person.id, now }, { id, revision }, to === "closed"),
    isWritten,
  );
  if (closed.kind === "forbidden") return refuse(ctx);
  const done = html`${t(to === "closed" ? "class_edit.closed" : "class_edit.reopened")}`;
  await show(ctx, await groupView(ctx, id, closed.kind === "done" ? done : formatRevised(closed, t)));
});

onStaffCallback(editGroupScreen, inviteTeacherCallback, "classes.edit", async (ctx, groupId) => {
  const { services, reader } = ctx;
  const { t, person, now } = reader;
  const invitation = { role: "teacher", institutionId: null, groupId, days: 7 } as const;
  const group = await findEditableGroup(services.database, groupId);
  if (group === null) return show(ctx, await groupView(ctx, groupId));
  const made = await once(ctx, "invite", (database) => invite(database, { by: person.id, now }, invitation));
  if (made.kind === "forbidden") return refuse(ctx);
  await answerTap(ctx);
  await ctx.reply(t("class_edit.invitation_ready", { name: group.teacherName }));
  await sendInvitation(ctx, made.value, t("role.teacher"));
});
