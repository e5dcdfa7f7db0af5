import {
  countLearners,
  findEditableGroup,
  findEditableLessons,
  findGroupOfLesson,
} from "../../../bot/classes/editing/find-store.ts";
import { editLesson } from "../../../bot/classes/editing/lesson-edit-store.ts";
import type { Dialogue, FlowContext } from "../../../bot/context.ts";
import { type ReadMoment, readMoment } from "../../../bot/programme/series/read-moment.ts";
import { findStaff } from "../../../bot/staff/act-store.ts";
import { may } from "../../../bot/staff/permissions.ts";
import { button } from "../../../bot/telegram/keyboard.ts";
import { once } from "../../../bot/telegram/once.ts";
import { formatDay } from "../../../bot/words/dates.ts";
import { type Html, html, joinLines } from "../../../bot/words/html.ts";
import { ask } from "../../steps/ask.ts";
import { say } from "../../steps/surface.ts";
import { toStaffMenu } from "../menu.ts";
import { editLessonCallback } from "./callbacks.ts";
import { whenOf } from "./dates.ts";
import { formatEdited } from "./lesson-said.ts";
import { isWritten } from "./save.ts";

type Unclear = Extract<ReadMoment, { kind: "unclear" }>;

/** Moves a lesson: when instead → was, is, how many are told → done. */
export async function moveOneLesson(dialogue: Dialogue, ctx: FlowContext, lessonId: number): Promise<void> {
  const { t, person, now } = ctx.reader;
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
  if (found === null) return void (await say(dialogue, ctx, { text: html`${t("staff.not_open")}` }));
  const { zone, sequence, people } = found;
  const present = { startsAt: new Date(found.startsAt), endsAt: new Date(found.endsAt) };
  const was = whenOf(present, zone, t, now);
  const back = button(t("class_edit.to_lesson"), editLessonCallback.data(lessonId));
  const end = async (text: Html) => void (await say(dialogue, ctx, { text, keyboard: [[back, toStaffMenu(t)]] }));

  let unclear: Unclear | null = null;
  for (;;) {
    const hint: Html = unclear === null ? html`${t("class_edit.move.example")}` : formatUnclear(unclear);
    const answer = await ask<ReadMoment>(dialogue, ctx, {
      text: joinLines(
        html`<b>${t("class_edit.move.ask")}</b>`,
        t("class_edit.series.now", { schedule: was }),
        "",
        hint,
      ),
      again: html`${t("class_edit.move.example")}`,
      read: ({ message, reader }) =>
        message?.text
          ? readMoment(message.text.slice(0, 200), { now: reader.now, zone }, { ...present, hasStartTime: true })
          : undefined,
    });
    if (answer.kind !== "answer") return end(html`${t("class_edit.left_as_is")}`);
    unclear = answer.value.kind === "unclear" ? answer.value : null;
    if (answer.value.kind === "unclear") continue;
    const { startsAt, endsAt } = answer.value;
    // Without an end that was said it takes as long as before.
    const next = { startsAt, endsAt: endsAt ?? new Date(startsAt.getTime() + found.endsAt - found.startsAt) };
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
    return ask<true>(dialogue, ctx, {
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

  function formatUnclear(said: Unclear): Html {
    if (said.what !== "weekday") return html`${t(`class_edit.move.${said.what}`)}`;
    return html`${t("class_edit.move.weekday", { day: formatDay(said.day, t, zone, now) })}`;
  }
}
