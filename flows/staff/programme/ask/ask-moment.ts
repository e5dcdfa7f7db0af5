import { html } from "../../../../bot/words/html.ts";
import { ask } from "../../../kit/ask/ask.ts";
import { type Conversation, typed } from "../../../kit/conversation.ts";
import type { Answer } from "../../../kit/steps/answer.ts";
import { meant } from "../../../kit/steps/understand.ts";
import { formatNoHour, formatUnused } from "../../../kit/steps/unused.ts";
import { readingOf } from "./city-time.ts";

/** When residents shall see something: a typed day and hour that is to come, an ISO instant. */
export function askPublishAt(conversation: Conversation): Promise<Answer<string>> {
  const { t } = conversation.ctx.reader;
  const reading = readingOf(conversation);
  return ask<string>(conversation, {
    text: html`${t("programme.ask.publish_at")}`,
    again: html`${t("programme.again.move")}`,
    readForeign: async (said, readText) => {
      const read = await readText("moment", typed(said), reading);
      const noHour = formatNoHour(t, read);
      if (noHour !== undefined) return { kind: "missing", text: noHour };
      const unused = formatUnused(t, typed(said), read.unused);
      if (read.kind === "moment" && unused !== undefined) return { kind: "missing", text: unused };
      return meant(read.kind === "moment" ? read.startsAt.toISOString() : undefined);
    },
  });
}
