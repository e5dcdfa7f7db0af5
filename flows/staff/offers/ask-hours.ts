import type { FlowContext } from "../../../bot/context.ts";
import type { OpeningHours } from "../../../bot/opening/opening-hours.ts";
import { formatHours } from "../../../bot/opening/words.ts";
import { html } from "../../../bot/words/html.ts";
import { ask } from "../../kit/ask/ask.ts";
import { type Conversation, typed } from "../../kit/conversation.ts";
import { type Answer, answered } from "../../kit/steps/answer.ts";
import type { ReadText, Understood } from "../../kit/steps/understand.ts";
import { formatUnused } from "../../kit/steps/unused.ts";

interface Hours {
  hours: OpeningHours | null;
}

/**
 * Asks when doors are open, and says what was understood until that is right; null is the answer of the button `without`. What
 * was not understood is asked about.
 */
export async function askHours(
  conversation: Conversation,
  { without, canGoBack }: { without: string; canGoBack: boolean },
): Promise<Answer<OpeningHours | null>> {
  const { t, zone } = conversation.ctx.reader;
  const { now } = await conversation.dialogue.external(({ reader }) => ({ now: reader.now.getTime() }));
  const reader = { t, zone, now: new Date(now) };
  const read = (said: FlowContext, readText: ReadText) => understood(typed(said), readText, reader);
  const first = await ask<Hours>(conversation, {
    text: html`${t("always_edit.ask.hours")}`,
    again: html`${t("always_edit.again.hours.hours")}`,
    choices: [[{ label: without, value: { hours: null } }]],
    readForeign: read,
    canGoBack,
  });
  if (first.kind !== "answer") return first;
  let { hours } = first.value;
  while (hours !== null) {
    const question = html`${t("always_edit.ask.hours_right", { hours: formatHours(hours, reader) })}`;
    const answer = await ask<Hours | "right">(conversation, {
      text: question,
      again: question,
      choices: [[{ label: t("always_edit.button.right"), value: "right" }]],
      readForeign: read,
      canGoBack: true,
    });
    if (answer.kind === "back") return askHours(conversation, { without, canGoBack });
    if (answer.kind !== "answer") return answer;
    if (answer.value === "right") break;
    hours = answer.value.hours;
  }
  return answered(hours);
}

async function understood(
  text: string,
  readText: ReadText,
  { t, zone, now }: { t: Conversation["ctx"]["reader"]["t"]; zone: string; now: Date },
): Promise<Understood<Hours>> {
  if (text === "") return { kind: "missing" };
  const parsed = await readText("opening", text, { zone, now });
  const unused = formatUnused(t, text, parsed.unused);
  if (unused !== undefined) return { kind: "missing", text: unused };
  if (parsed.kind === "unclear") return { kind: "missing", text: t(`always_edit.again.hours.${parsed.what}`) };
  return { kind: "meant", value: { hours: parsed.hours } };
}
