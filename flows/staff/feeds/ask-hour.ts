import { choose, inRows } from "../../kit/ask/choose.ts";
import type { Conversation } from "../../kit/conversation.ts";
import type { Answer } from "../../kit/steps/answer.ts";

const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** Asks for an hour of the city's clock. */
export function askHour(conversation: Conversation, canGoBack: boolean): Promise<Answer<number>> {
  const { t } = conversation.ctx.reader;
  const choices = hours.map((hour) => ({ label: `${String(hour).padStart(2, "0")}:00`, value: hour }));
  return choose<number>(conversation, t("feed.ask.hour"), inRows(choices, 4), canGoBack);
}
