import { fromOf, type ParsedShift, type SeriesMove, weekdaysOf } from "../../../../bot/classes/editing/parse-shift.ts";
import type { LessonStatus } from "../../../../bot/classes/lessons/lesson.ts";
import { type PlannedMove, planMove } from "../../../../bot/classes/lessons/moving/plan-move.ts";
import { formatSchedule } from "../../../../bot/classes/lessons/words.ts";
import { html, joinLines } from "../../../../bot/words/html.ts";
import type { PlainKey } from "../../../../bot/words/messages/translator.ts";
import { ask } from "../../../kit/ask/ask.ts";
import type { Conversation } from "../../../kit/conversation.ts";
import { type Answer, answered } from "../../../kit/steps/answer.ts";
import { meant } from "../../../kit/steps/understand.ts";
import { formatUnused } from "../../../kit/steps/unused.ts";

/** A lesson as the dialogue saw it. */
export interface SeenLesson {
  lessonId: number;
  startsAt: Date;
  endsAt: Date;
  status: LessonStatus;
  timeZone: string;
}

/** Where lessons are to go, and what that would do. */
export interface AskedMove {
  move: SeriesMove;
  plan: Extract<PlannedMove<SeenLesson>, { kind: "move" }>;
}

const hour = 60;
const week = 7 * 24 * hour;

/** Asks where the lessons of a group go until that can be done. */
export async function askMove(
  conversation: Conversation,
  { lessons, zone }: { lessons: readonly SeenLesson[]; zone: string },
): Promise<Answer<AskedMove>> {
  const { t, now } = conversation.ctx.reader;
  const coming = lessons.filter(({ startsAt, status }) => startsAt > now && status !== "cancelled");
  const weekdays = weekdaysOf(coming, zone);
  let hint: PlainKey = "class_edit.series.example";
  for (;;) {
    const answer: Answer<ParsedShift> = await ask<ParsedShift>(conversation, {
      text: joinLines(
        html`<b>${t("class_edit.series.ask")}</b>`,
        t("class_edit.series.now", { schedule: formatSchedule(coming, zone, t) }),
        "",
        t(hint),
      ),
      again: html`${t("class_edit.series.example")}`,
      choices: [
        [
          { label: t("class_edit.series.later"), value: byMinutes(hour) },
          { label: t("class_edit.series.earlier"), value: byMinutes(-hour) },
        ],
        [{ label: t("class_edit.series.next_week"), value: byMinutes(week) }],
      ],
      readForeign: async ({ message, reader }, readText) => {
        const text = message?.text ?? "";
        const read = await readText("shift", text, weekdays, { now: reader.now, zone });
        const unused = formatUnused(t, text, read.unused);
        return read.kind === "move" && unused !== undefined ? { kind: "missing", text: unused } : meant(read);
      },
    });
    if (answer.kind !== "answer") return answer;
    const understood = understand(answer.value);
    if (typeof understood !== "string") return answered(understood);
    hint = understood;
  }

  /** What would be done, or what to say about it. */
  function understand(read: ParsedShift): AskedMove | PlainKey {
    if (read.kind === "unclear") return `class_edit.series.${read.what}`;
    const { move } = read;
    const plan = planMove(lessons, { from: fromOf(move, now, zone), ...move.shift }, now);
    return plan.kind === "move" ? { move, plan } : `class_edit.series.${plan.kind}`;
  }
}

const byMinutes = (minutes: number): ParsedShift => ({
  kind: "move",
  move: { from: null, shift: { minutes } },
  unused: [],
});
