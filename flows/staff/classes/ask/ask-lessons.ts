import type { parseLessons, SaidSoFar } from "../../../../bot/classes/editing/parse-lessons.ts";
import type { FlowContext } from "../../../../bot/context.ts";
import { expandRecurrence } from "../../../../bot/when/expand.ts";
import type { ParsedRecurrence, Unclear } from "../../../../bot/when/parse/parse-recurrence.ts";
import type { Recurrence } from "../../../../bot/when/recurrence.ts";
import { type Html, html, joinLines } from "../../../../bot/words/html.ts";
import type { PlainKey } from "../../../../bot/words/messages/translator.ts";
import { ask } from "../../../kit/ask/ask.ts";
import type { Conversation } from "../../../kit/conversation.ts";
import { type Answer, answered } from "../../../kit/steps/answer.ts";
import { meant, type ReadText, type Understood } from "../../../kit/steps/understand.ts";
import { formatUnused } from "../../../kit/steps/unused.ts";
import { formatDates } from "../dates.ts";

const questions: Record<Unclear, PlainKey> = {
  days: "class_edit.when.days",
  time: "class_edit.when.time",
  start: "class_edit.when.start",
  count: "class_edit.when.count",
  end: "class_edit.when.end",
  pause: "class_edit.when.pause",
  "too many": "class_edit.when.too_many",
  none: "class_edit.when.no_dates",
  weekday: "class_edit.when.weekday",
  ambiguous: "class_edit.when.ambiguous",
};

type Said = ReturnType<typeof parseLessons>;

/**
 * Asks when lessons are, as free text; what is unclear is asked alone. The dates are shown and agreed to before anything
 * goes on with them; written again, they are read anew.
 */
export async function askLessons(
  conversation: Conversation,
  { zone, canGoBack }: { zone: string; canGoBack: boolean },
): Promise<Answer<Recurrence>> {
  const { t } = conversation.ctx.reader;
  let before: SaidSoFar | null = null;
  for (;;) {
    const open: SaidSoFar | null = before;
    const said: Answer<Said> = await ask<Said>(conversation, {
      text: question(open),
      again: html`${t("class_edit.write_it")}`,
      readForeign: (answer, readText) => readSaid(answer, readText, open, zone),
      canGoBack: canGoBack || open !== null,
    });
    if (said.kind === "back" && open !== null) {
      before = null;
      continue;
    }
    if (said.kind !== "answer") return said;
    const settled = await settle(conversation, said.value, zone);
    if (settled.kind === "answer" || settled.kind === "cancelled") return settled;
    before = settled.kind === "unclear" ? settled.before : null;
  }

  function question(open: SaidSoFar | null): Html {
    return open === null
      ? joinLines(html`<b>${t("class_edit.when.ask")}</b>`, "", t("class_edit.when.example"))
      : joinLines(html`<i>${open.text}</i>`, "", t(questions[open.what]));
  }
}

async function readSaid(
  { message, reader: { now } }: FlowContext,
  readText: ReadText,
  open: SaidSoFar | null,
  zone: string,
): Promise<Understood<Said>> {
  return meant(message?.text ? await readText("lessons", message.text, open, { now, zone }) : undefined);
}

/** Shows what was understood until it is agreed to, or unclear. */
async function settle(
  conversation: Conversation,
  first: Said,
  zone: string,
): Promise<Answer<Recurrence> | { kind: "unclear"; before: SaidSoFar }> {
  const { t, now } = conversation.ctx.reader;
  let said = first;
  for (;;) {
    const { read, text }: { read: ParsedRecurrence; text: string } = said;
    if (read.kind === "unclear") return { kind: "unclear", before: { text, what: read.what } };
    const { recurrence } = read;
    const unused = formatUnused(t, text, read.unused);
    const answer: Answer<Said | null> = await ask<Said | null>(conversation, {
      text: joinLines(
        ...(unused === undefined ? [] : [unused, ""]),
        ...formatDates(expandRecurrence(recurrence, zone), zone, t, now),
        "",
        t("class_edit.when.right_ask"),
      ),
      again: html`${t("class_edit.when.right_ask")}`,
      choices: [[{ label: t("class_edit.when.right"), value: null }]],
      readForeign: (answer, readText) => readSaid(answer, readText, null, zone),
      canGoBack: true,
    });
    if (answer.kind !== "answer") return answer;
    if (answer.value === null) return answered(recurrence);
    said = answer.value;
  }
}
