import {
  countLearners,
  findEditableGroup,
  findEditableLessons,
  findGroupOfLesson,
} from "../../../../bot/classes/editing/find-store.ts";
import { editLesson } from "../../../../bot/classes/editing/lesson-edit-store.ts";
import { once } from "../../../../bot/doors/telegram/dialogue/once.ts";
import { button } from "../../../../bot/doors/telegram/screen/keyboard.ts";
import { findStaff } from "../../../../bot/staff/act-store.ts";
import { may } from "../../../../bot/staff/permissions.ts";
import type { ParsedMoment } from "../../../../bot/when/parse/parse-moment.ts";
import { type Html, html, joinLines } from "../../../../bot/words/html.ts";
import { formatDay } from "../../../../bot/words/time/dates.ts";
import { ask } from "../../../kit/ask/ask.ts";
import type { Conversation } from "../../../kit/conversation.ts";
import { defineDialogue } from "../../../kit/dialogue.ts";
import { say } from "../../../kit/steps/dialogue-message.ts";
import { meant } from "../../../kit/steps/understand.ts";
import { formatUnused } from "../../../kit/steps/unused.ts";
import { toStaffMenu } from "../../menu.ts";
import { editLessonCallback } from "../callbacks.ts";
import { whenOf } from "../dates.ts";
import { formatEdited, formatHourAsked } from "../lesson-said.ts";
import { isWritten } from "./save.ts";

type Unclear = Extract<ParsedMoment, { kind: "unclear" }>;

/** When the lesson is to be, or what is unclear, as plain JSON: instants in milliseconds. */
type Said =
  | { kind: "moment"; startsAt: number; endsAt: number | null }
  | { kind: "unclear"; text: string; before?: string };

/** Characters of a day that are read once more with the hour behind it. */
const readAgain = 200;

/** Moves a lesson: when instead → was, is, how many are told → done. */
export const moveOneLesson = defineDialogue(
  "move-lesson",
  { version: 1 },
  async (conversation: Conversation, lessonId: number): Promise<void> => {
    const { dialogue } = conversation;
    const { t, person, now } = conversation.ctx.reader;
    const found = await dialogue.external(async ({ services: { database } }) => {
      const groupId = await findGroupOfLesson(database, lessonId);
      const group = groupId === null ? null : await findEditableGroup(database, groupId);
      if (group === null || !may(await findStaff(database, person.id), "classes.teach", group)) return null;
      const lesson = (await findEditableLessons(database, group.id)).find(({ id }) => id === lessonId);
      if (lesson === undefined) return null;
      const { startsAt, endsAt, sequence } = lesson;
      const times = { startsAt: startsAt.getTime(), endsAt: endsAt.getTime() };
      return { ...times, sequence, zone: group.timeZone, people: await countLearners(database, group.id) };
    });
    if (found === null) return void (await say(conversation, { text: html`${t("staff.not_open")}` }));
    const { zone, sequence, people } = found;
    const present = { startsAt: new Date(found.startsAt), endsAt: new Date(found.endsAt) };
    const was = whenOf(present, zone, t, now);
    const back = button(t("class_edit.to_lesson"), editLessonCallback.data(lessonId));
    const end = async (text: Html) => void (await say(conversation, { text, keyboard: [[back, toStaffMenu(t)]] }));

    let hint = t("class_edit.move.example");
    let before: string | undefined;
    for (;;) {
      // «завтра вечером» was said, and only the hour is asked for.
      const day = before;
      const answer = await ask<Said>(conversation, {
        text: joinLines(
          html`<b>${t("class_edit.move.ask")}</b>`,
          t("class_edit.series.now", { schedule: was }),
          "",
          hint,
        ),
        again: html`${t("class_edit.move.example")}`,
        readForeign: async ({ message, reader }, readText) => {
          if (!message?.text) return { kind: "missing" };
          const when = { now: reader.now, zone };
          const read = await readText("moment", message.text, when, { ...present, hasStartTime: true }, day);
          if (read.kind === "unclear") {
            const said = { kind: "unclear" as const, text: formatUnclear(read) };
            return meant<Said>(read.what === "time" ? { ...said, before: message.text.slice(0, readAgain) } : said);
          }
          const unused = formatUnused(t, message.text, read.unused);
          if (unused !== undefined) return meant<Said>({ kind: "unclear", text: unused });
          const { startsAt, endsAt } = read;
          return meant<Said>({ kind: "moment", startsAt: startsAt.getTime(), endsAt: endsAt?.getTime() ?? null });
        },
      });
      if (answer.kind !== "answer") return end(html`${t("class_edit.left_as_is")}`);
      before = answer.value.kind === "unclear" ? answer.value.before : undefined;
      hint = answer.value.kind === "unclear" ? answer.value.text : t("class_edit.move.example");
      if (answer.value.kind === "unclear") continue;
      const { startsAt, endsAt } = answer.value;
      // Without an end that was said it takes as long as before.
      const until = endsAt ?? startsAt + found.endsAt - found.startsAt;
      const next = { startsAt: new Date(startsAt), endsAt: new Date(until) };
      const confirmed = await confirm(next);
      if (confirmed.kind === "cancelled") return end(html`${t("class_edit.left_as_is")}`);
      if (confirmed.kind === "back") continue;
      const edited = await dialogue.external((outer) =>
        once(
          outer,
          "move-lesson",
          (database) => {
            const actor = { by: person.id, now: outer.reader.now };
            return editLesson(database, actor, { lessonId, sequence }, { kind: "move", ...next });
          },
          isWritten,
        ),
      );
      return end(formatEdited(edited, t));
    }

    function confirm(next: { startsAt: Date; endsAt: Date }) {
      return ask<true>(conversation, {
        text: joinLines(
          t("change.was", { when: was }),
          html`<b>${t("change.is", { when: whenOf(next, zone, t, now) })}</b>`,
          "",
          t("class_edit.will_be_told", { people }),
        ),
        again: html`${t("class_edit.press")}`,
        choices: [[{ label: t("class_edit.move.yes"), value: true }]],
        canGoBack: true,
      });
    }

    function formatUnclear(said: Unclear): string {
      if (said.what === "time") return formatHourAsked(t, formatDay(said.day, t, zone, now));
      if (said.what !== "weekday") return t(`class_edit.move.${said.what}`);
      return t("class_edit.move.weekday", { day: formatDay(said.day, t, zone, now) });
    }
  },
);
