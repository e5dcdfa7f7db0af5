import { countLearners, findEditableGroup, findEditableLessons } from "../../../../bot/classes/editing/find-store.ts";
import { editionOfLessons, editSeries } from "../../../../bot/classes/editing/lesson-edit-store.ts";
import { fromOf } from "../../../../bot/classes/editing/parse-shift.ts";
import { formatSchedule } from "../../../../bot/classes/lessons/words.ts";
import type { Dialogue } from "../../../../bot/context.ts";
import { once } from "../../../../bot/doors/telegram/dialogue/once.ts";
import { button } from "../../../../bot/doors/telegram/screen/keyboard.ts";
import { findStaff } from "../../../../bot/staff/act-store.ts";
import { may } from "../../../../bot/staff/permissions.ts";
import { capitalise } from "../../../../bot/words/capitalise.ts";
import { type Html, html, joinLines } from "../../../../bot/words/html.ts";
import { ask } from "../../../kit/ask/ask.ts";
import type { Conversation } from "../../../kit/conversation.ts";
import { defineDialogue } from "../../../kit/dialogue.ts";
import { say } from "../../../kit/steps/dialogue-message.ts";
import { toStaffMenu } from "../../menu.ts";
import { type AskedMove, askMove, type SeenLesson } from "../ask/ask-move.ts";
import { lessonsCallback } from "../callbacks.ts";
import { formatLessonTime, whenOf } from "../dates.ts";
import { formatEdited } from "../lesson-said.ts";
import { isWritten } from "./save.ts";

/** Lines of the list of what goes where. */
const mostLines = 20;

/** Moves the lessons of a group that are to come: where to → what goes where, how many are told → done. */
export const moveWholeSeries = defineDialogue(
  "move-series",
  { version: 1 },
  async (conversation: Conversation, groupId: number): Promise<void> => {
    const { dialogue } = conversation;
    const { t, person, now } = conversation.ctx.reader;
    const found = await findSeen(dialogue, groupId, person.id);
    if (found === null) return void (await say(conversation, { text: html`${t("staff.not_open")}` }));
    const { zone, edition, people } = found;
    const lessons = found.times.map(
      ({ startsAt, endsAt, ...lesson }): SeenLesson => ({
        ...lesson,
        startsAt: new Date(startsAt),
        endsAt: new Date(endsAt),
        timeZone: zone,
      }),
    );
    const back = button(t("class_edit.lessons"), lessonsCallback.data({ id: groupId, of: 0 }));
    const end = async (text: Html) => void (await say(conversation, { text, keyboard: [[back, toStaffMenu(t)]] }));

    for (;;) {
      const asked = await askMove(conversation, { lessons, zone });
      if (asked.kind !== "answer") return end(html`${t("class_edit.left_as_is")}`);
      const confirmed = await ask<true>(conversation, {
        text: joinLines(...previewOf(asked.value), "", t("class_edit.will_be_told", { people })),
        again: html`${t("class_edit.press")}`,
        choices: [[{ label: t("class_edit.move.yes"), value: true }]],
        canGoBack: true,
      });
      if (confirmed.kind === "cancelled") return end(html`${t("class_edit.left_as_is")}`);
      if (confirmed.kind === "back") continue;
      const { move } = asked.value;
      const from = fromOf(move, now, zone).getTime();
      const edited = await dialogue.external((outer) =>
        once(
          outer,
          "move-series",
          (database) => {
            const actor = { by: person.id, now: outer.reader.now };
            return editSeries(database, actor, { groupId, edition }, { from: new Date(from), ...move.shift });
          },
          isWritten,
        ),
      );
      return end(formatEdited(edited, t));
    }

    /** The schedule as it will be, and each lesson that goes elsewhere. */
    function previewOf({ plan: { known, moved } }: AskedMove): (Html | string | null)[] {
      const after = lessons.map((lesson) => ({
        ...lesson,
        ...moved.find(({ lessonId }) => lessonId === lesson.lessonId),
      }));
      const coming = after.filter(({ endsAt }) => endsAt > now);
      const lines = known.slice(0, mostLines).map((lesson, index) => {
        const to = whenOf(moved[index] ?? lesson, zone, t, now);
        return html`${formatLessonTime(lesson, zone, t, now)} → <b>${to}</b>`;
      });
      const rest = known.length - lines.length;
      return [
        html`<b>${capitalise(formatSchedule(coming, zone, t))}</b>`,
        "",
        ...lines,
        rest > 0 ? t("lesson.change.more", { count: rest }) : null,
      ];
    }
  },
);

/** The lessons as the person saw them when they began, as plain JSON; null where they may not move them. */
const findSeen = (dialogue: Dialogue, groupId: number, personId: number) =>
  dialogue.external(async ({ services: { database } }) => {
    const group = await findEditableGroup(database, groupId);
    if (group === null || !may(await findStaff(database, personId), "classes.teach", group)) return null;
    const lessons = await findEditableLessons(database, groupId);
    const times = lessons.map(({ id, startsAt, endsAt, status }) => ({
      lessonId: id,
      startsAt: startsAt.getTime(),
      endsAt: endsAt.getTime(),
      status,
    }));
    const people = await countLearners(database, groupId);
    return { zone: group.timeZone, edition: editionOfLessons(lessons), people, times };
  });
