import { formatHours, formatStart } from "../../../../bot/announcements/progress/report-words.ts";
import { parseHours } from "../../../../bot/when/parse/parse-hours.ts";
import { html, joinLines } from "../../../../bot/words/html.ts";
import { endOfDay } from "../../../../bot/words/time/local-time.ts";
import { ask } from "../../../kit/ask/ask.ts";
import type { Conversation } from "../../../kit/conversation.ts";
import { type Answer, answered, mapAnswer } from "../../../kit/steps/answer.ts";
import { meant } from "../../../kit/steps/understand.ts";
import { formatNoHour, formatUnused } from "../../../kit/steps/unused.ts";
import type { Written } from "../draft.ts";

export type Start = Pick<Written, "startAt" | "hours" | "isWeekly" | "repeatUntil">;

type Chosen = "go on" | "now" | "hours" | "weekly" | { startAt: number };

/** Characters of typed hours. */
const readAtMost = 100;

/** Comfortable hours: ten in the morning to eight in the evening. */
const usualHours = { from: 600, until: 1_200 };

/** Asks when it begins – at once, or at a time that is typed –, within which hours, and whether every week and until when. */
export async function askStart(
  conversation: Conversation,
  { startAt, hours, isWeekly, repeatUntil }: Start,
  canGoBack = true,
): Promise<Answer<Start>> {
  const { t, zone } = conversation.ctx.reader;
  for (let start: Start = { startAt, hours, isWeekly, repeatUntil }; ; ) {
    const { now } = await conversation.dialogue.external(({ reader }) => ({ now: reader.now.getTime() }));
    const when = { zone, now: new Date(now) };
    const reading = { t, ...when };
    const switched = (isOn: boolean, label: string) => (isOn ? t("button.chosen", { label }) : label);
    const begins = start.startAt === null || start.startAt <= now ? null : new Date(start.startAt);
    const answer = await ask<Chosen>(conversation, {
      text: joinLines(
        html`<b>${formatStart({ ...start, startAt: begins, repeatUntil: dateOf(start.repeatUntil) }, reading)}</b>`,
        "",
        t("announce.start.ask"),
      ),
      choices: [
        [
          { label: switched(begins === null, t("announce.start.now")), value: "now" },
          { label: switched(start.isWeekly, t("announce.start.every_week")), value: "weekly" },
        ],
        [
          {
            label:
              start.hours === null
                ? t("announce.start.any_hours")
                : t("announce.start.chosen_hours", formatHours(start.hours)),
            value: "hours",
          },
        ],
        [{ label: t("announce.go_on"), value: "go on" }],
      ],
      readForeign: async ({ message }, readText) => {
        const text = message?.text ?? "";
        const said = await readText("moment", text, when);
        const noHour = formatNoHour(t, said);
        if (noHour !== undefined) return { kind: "missing", text: noHour };
        const unused = formatUnused(t, text, said.unused);
        if (said.kind === "moment" && unused !== undefined) return { kind: "missing", text: unused };
        return meant(said.kind === "moment" ? { startAt: said.startsAt.getTime() } : undefined);
      },
      again: html`${t("announce.start.again")}`,
      canGoBack,
    });
    if (answer.kind !== "answer") return answer;
    const chosen = answer.value;
    if (chosen === "go on") return answered({ ...start, startAt: begins?.getTime() ?? null });
    if (chosen === "now") start = { ...start, startAt: null };
    else if (chosen === "weekly" && start.isWeekly) start = { ...start, isWeekly: false, repeatUntil: null };
    else if (chosen !== "weekly" && chosen !== "hours") start = { ...start, ...chosen };
    else {
      const given: Answer<Partial<Start>> =
        chosen === "hours"
          ? mapAnswer(await askHours(conversation), (value) => ({ hours: value }))
          : mapAnswer(await askEnd(conversation), (value) => ({ isWeekly: true, repeatUntil: value }));
      if (given.kind === "cancelled") return given;
      if (given.kind === "answer") start = { ...start, ...given.value };
    }
  }
}

const dateOf = (at: number | null): Date | null => (at === null ? null : new Date(at));

/** The last day on which a weekly one may begin: the end of that day in milliseconds since 1970; null: without end. */
async function askEnd(conversation: Conversation): Promise<Answer<number | null>> {
  const { t, zone } = conversation.ctx.reader;
  const { now } = await conversation.dialogue.external(({ reader }) => ({ now: reader.now.getTime() }));
  return ask<number | null>(conversation, {
    text: html`${t("announce.start.ask_end")}`,
    choices: [[{ label: t("announce.start.without_end"), value: null }]],
    readForeign: async ({ message }, readText) => {
      const text = message?.text ?? "";
      const said = await readText("days", text, { zone, now: new Date(now) }, "ahead");
      const unused = formatUnused(t, text, said.unused);
      if (said.kind === "days" && unused !== undefined) return { kind: "missing", text: unused };
      const end = said.kind === "days" ? endOfDay(said.last, zone).getTime() : 0;
      return meant(end > now ? end : undefined);
    },
    again: html`${t("announce.start.end_again")}`,
    canGoBack: true,
  });
}

async function askHours(conversation: Conversation): Promise<Answer<Start["hours"]>> {
  const { t } = conversation.ctx.reader;
  const question = html`${t("announce.start.ask_hours")}`;
  return ask<Start["hours"]>(conversation, {
    text: question,
    choices: [
      [
        { label: t("announce.start.hours", formatHours(usualHours)), value: usualHours },
        { label: t("announce.start.all_hours"), value: null },
      ],
    ],
    read: ({ message }) => parseHours((message?.text ?? "").slice(0, readAtMost)) ?? undefined,
    again: question,
    canGoBack: true,
  });
}
