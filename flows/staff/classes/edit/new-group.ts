import type { Level } from "../../../../bot/classes/courses/course.ts";
import { findCourse } from "../../../../bot/classes/courses/course-store.ts";
import { formatGroup } from "../../../../bot/classes/courses/group-words.ts";
import type { MeetingPlace } from "../../../../bot/classes/courses/meeting-place.ts";
import { findMeetingPlace } from "../../../../bot/classes/courses/meeting-place-store.ts";
import { findCourseTitle } from "../../../../bot/classes/editing/find-store.ts";
import { createGroup } from "../../../../bot/classes/editing/group-edit-store.ts";
import type { FlowContext } from "../../../../bot/context.ts";
import { once } from "../../../../bot/doors/telegram/dialogue/once.ts";
import { button } from "../../../../bot/doors/telegram/screen/keyboard.ts";
import type { Audience } from "../../../../bot/programme/event.ts";
import { expandRecurrence } from "../../../../bot/when/expand.ts";
import type { Recurrence } from "../../../../bot/when/recurrence.ts";
import { html, joinLines } from "../../../../bot/words/html.ts";
import { ask } from "../../../kit/ask/ask.ts";
import type { Conversation } from "../../../kit/conversation.ts";
import { defineDialogue } from "../../../kit/dialogue.ts";
import { type Answer, answered } from "../../../kit/steps/answer.ts";
import { say } from "../../../kit/steps/dialogue-message.ts";
import { type Step, walk } from "../../../kit/steps/wizard.ts";
import { toStaffMenu } from "../../menu.ts";
import { askAge, askAudiences } from "../ask/ask-audience.ts";
import { askCapacity, askHeldIn, askLevel, askLink, askTeacher, type Teacher } from "../ask/ask-group.ts";
import { askGroupPlace } from "../ask/ask-group-place.ts";
import { askLessons } from "../ask/ask-lessons.ts";
import { editCourseCallback, editGroupCallback, inviteTeacherCallback } from "../callbacks.ts";
import { asLessons } from "../dates.ts";

interface Draft {
  series: Recurrence;
  capacity: number;
  teacher: Teacher;
  level: Level;
  heldIn: string;
  audiences: Audience[];
  ageMin: number | null;
  /** Null: at Zoom. */
  placeId: number | null;
  /** What residents will read of it. */
  place: MeetingPlace | null;
  typedLink: string | null;
}

/** Makes a group: when → places → where → teacher → level → language → for whom → from what age → link, where it is online and there is no Zoom → all of it once more. */
export const newGroup = defineDialogue(
  "new-group",
  { version: 2 },
  async (conversation: Conversation, courseId: number): Promise<void> => {
    const { dialogue, ctx } = conversation;
    const { services, reader } = ctx;
    const { t, person } = reader;
    const zone = services.city.timeZone;
    const toCourse = button(t("class_edit.to_course"), editCourseCallback.data(courseId));
    const title = await dialogue.external(({ services: { database } }) =>
      findCourseTitle(database, courseId, t.language),
    );
    if (title === null) {
      return void (await say(conversation, { text: html`${t("class_edit.gone")}`, keyboard: [[toStaffMenu(t)]] }));
    }
    const step = <Name extends keyof Draft>(
      name: Name,
      askFor: (canGoBack: boolean) => Promise<Answer<Draft[Name]>>,
    ): Step<Partial<Draft>> => ({
      async ask(_, canGoBack) {
        const answer = await askFor(canGoBack);
        return answer.kind === "answer" ? answered<Partial<Draft>>({ [name]: answer.value }) : answer;
      },
    });
    const asked = await walk<Partial<Draft>>({}, [
      step("series", (canGoBack) => askLessons(conversation, { zone, canGoBack })),
      step("capacity", (canGoBack) => askCapacity(conversation, { canGoBack })),
      {
        async ask(_, canGoBack) {
          const asked = await askGroupPlace(conversation, canGoBack);
          if (asked.kind !== "answer") return asked;
          const placeId = asked.value;
          const place = await dialogue.external(({ services: { database } }) =>
            placeId === null ? null : findMeetingPlace(database, placeId, t.language),
          );
          return answered<Partial<Draft>>({ placeId, place });
        },
      },
      step("teacher", (canGoBack) => askTeacher(conversation, canGoBack)),
      step("level", (canGoBack) => askLevel(conversation, canGoBack)),
      step("heldIn", (canGoBack) => askHeldIn(conversation, canGoBack)),
      step("audiences", (canGoBack) => askAudiences(conversation, { canGoBack })),
      step("ageMin", (canGoBack) => askAge(conversation, canGoBack)),
      {
        ...step("typedLink", (canGoBack) => askLink(conversation, canGoBack)),
        isNeeded: ({ placeId }) => services.hasZoom !== true && placeId === null,
      },
      {
        async ask(draft, canGoBack) {
          const group = whole(draft);
          const answer = await ask<true>(conversation, {
            text: group === null ? html`${t("class_edit.gone")}` : summaryOf(group, title, ctx),
            again: html`${t("class_edit.press")}`,
            choices: [[{ label: t("class_edit.save_group"), value: true }]],
            canGoBack,
          });
          return answer.kind === "answer" ? answered({}) : answer;
        },
      },
    ]);
    const draft = asked.kind === "answer" ? whole(asked.value) : null;
    if (draft === null) {
      const text = html`${t("class_edit.new_group_stopped")}`;
      return void (await say(conversation, { text, keyboard: [[toCourse, toStaffMenu(t)]] }));
    }
    const { series, teacher, place: _, ...values } = draft;
    const made = await dialogue.external((outer) =>
      once(outer, "new-group", async (database) => {
        const { now } = outer.reader;
        const group = {
          ...values,
          courseId,
          teacherId: teacher.id,
          teacherName: teacher.name,
          timeZone: zone,
          lessons: expandRecurrence(series, zone),
        };
        const created = await createGroup(database, { by: person.id, now }, group);
        const course = await findCourse(database, courseId, t.language, now);
        return { created, isOpen: course?.isOpen ?? false };
      }),
    );
    const { created, isOpen } = made;
    if (created.kind === "forbidden") return void (await say(conversation, { text: html`${t("staff.not_open")}` }));
    await say(conversation, {
      text: html`${t(isOpen ? "class_edit.group_open" : "class_edit.group_kept")}`,
      keyboard: [
        teacher.id === null ? [button(t("class_edit.invite_teacher"), inviteTeacherCallback.data(created.value))] : [],
        [button(t("class_edit.to_group"), editGroupCallback.data(created.value)), toCourse],
        [toStaffMenu(t)],
      ],
    });
  },
);

/** Null as long as something is missing. */
function whole({
  series,
  capacity,
  teacher,
  level,
  heldIn,
  audiences,
  ageMin,
  placeId = null,
  place = null,
  typedLink = null,
}: Partial<Draft>): Draft | null {
  const isWhole =
    series !== undefined &&
    capacity !== undefined &&
    teacher !== undefined &&
    level !== undefined &&
    heldIn !== undefined &&
    audiences !== undefined;
  return isWhole && ageMin !== undefined
    ? { series, capacity, teacher, level, heldIn, audiences, ageMin, placeId, place, typedLink }
    : null;
}

/** The group as residents will see it, and what only staff does. */
function summaryOf(draft: Draft, title: string, { services, reader }: FlowContext) {
  const { t } = reader;
  const { series, teacher, typedLink, placeId, ...values } = draft;
  const timeZone = services.city.timeZone;
  const group = {
    ...{ ...values, timeZone, groupId: 0, teacherName: teacher.name, taken: 0, waiting: 0 },
    ...{ closedAt: null, own: null, lessons: asLessons(expandRecurrence(series, timeZone)) },
  };
  const link = typedLink === null ? t(services.hasZoom ? "class_edit.link_zoom" : "class_edit.link_none") : typedLink;
  const how = placeId === null ? t("class_edit.link_is", { link }) : null;
  return joinLines(html`<b>${title}</b>\n`, formatGroup(group, reader), "", how);
}
