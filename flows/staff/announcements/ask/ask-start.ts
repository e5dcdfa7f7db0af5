import { formatHours, formatStart } from "../../../../bot/announcements/progress/report-words.ts";
import { parseHours } from "../../../../bot/when/parse/parse-hours.ts";
import { html, joinLines } from "../../../../bot/words/html.ts";
import type { Conversation } from "../../../kit/conversation.ts";
import { type Answer, answered } from "../../../kit/steps/answer.ts";
import { ask } from "../../../kit/steps/ask.ts";
import { meant } from "../../../kit/steps/understand.ts";
import { formatUnused } from "../../../kit/steps/unused.ts";
import type { Written } from "../draft.ts";

type Start = Pick<Written, "startAt" | "hours" | "isWeekly">;

type Chosen = "go on" | "now" | "hours" | "weekly" | { startAt: number };

/** Characters of typed hours. */
const readAtMost = 100;

/** Comfortable hours: ten in the morning to eight in the evening. */
const usualHours = { from: 600, until: 1_200 };

/** Asks when it begins – at once, or at a time that is typed –, within which hours, and whether every week. */
export async function askStart(
  conversation: Conversation,
  { startAt, hours, isWeekly }: Written,
): Promise<Answer<Start>> {
  const { t, zone } = conversation.ctx.reader;
  for (let start: Start = { startAt, hours, isWeekly }; ; ) {
    const { now } = await conversation.dialogue.external(({ reader }) => ({ now: reader.now.getTime() }));
    const when = { zone, now: new Date(now) };
    const reading = { t, ...when };
    const switched = (isOn: boolean, label: string) => (isOn ? t("button.chosen", { label }) : label);
    const begins = start.startAt === null || start.startAt <= now ? null : new Date(start.startAt);
    const answer = await ask<Chosen>(conversation, {
      text: joinLines(html`<b>${formatStart({ ...start, startAt: begins }, reading)}</b>`, "", t("announce.start.ask")),
      choices: [
        [
          { label: switched(begins === null, t("announce.start.now")), value: "now" },
          {
            label: switched(start.hours !== null, t("announce.start.hours", formatHours(start.hours ?? usualHours))),
            value: "hours",
          },
          { label: switched(start.isWeekly, t("announce.start.every_week")), value: "weekly" },
        ],
        [{ label: t("announce.go_on"), value: "go on" }],
      ],
      readForeign: async ({ message }, readText) => {
        const text = message?.text ?? "";
        const said = await readText("moment", text, when);
        const unused = formatUnused(t, text, said.unused);
        if (said.kind === "moment" && unused !== undefined) return { kind: "missing", text: unused };
        return meant(said.kind === "moment" ? { startAt: said.startsAt.getTime() } : undefined);
      },
      again: html`${t("announce.start.again")}`,
      canGoBack: true,
    });
    if (answer.kind !== "answer") return answer;
    const chosen = answer.value;
    if (chosen === "go on") return answered({ ...start, startAt: begins?.getTime() ?? null });
    if (chosen === "now") start = { ...start, startAt: null };
    else if (chosen === "weekly") start = { ...start, isWeekly: !start.isWeekly };
    else if (chosen !== "hours") start = { ...start, ...chosen };
    else if (start.hours !== null) start = { ...start, hours: null };
    else {
      const given = await askHours(conversation);
      if (given.kind === "cancelled") return given;
      if (given.kind === "answer") start = { ...start, hours: given.value };
    }
  }
}

async function askHours(conversation: Conversation): Promise<Answer<NonNullable<Start["hours"]>>> {
  const { t } = conversation.ctx.reader;
  const question = html`${t("announce.start.ask_hours")}`;
  return ask(conversation, {
    text: question,
    choices: [[{ label: t("announce.start.hours", formatHours(usualHours)), value: usualHours }]],
    read: ({ message }) => parseHours((message?.text ?? "").slice(0, readAtMost)) ?? undefined,
    again: question,
    canGoBack: true,
  });
}
