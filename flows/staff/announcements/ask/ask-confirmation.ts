import { secondAdminFrom } from "../../../../bot/announcements/announcement.ts";
import { confirm } from "../../../../bot/announcements/announcement-store.ts";
import { countAudience } from "../../../../bot/announcements/audience/audience-store.ts";
import { formatByLanguage, formatCount } from "../../../../bot/announcements/audience/audience-words.ts";
import { countOthers } from "../../../../bot/announcements/draft/proposal-store.ts";
import { formatStart } from "../../../../bot/announcements/progress/report-words.ts";
import { formatTitle } from "../../../../bot/announcements/title.ts";
import type { Reader, Services } from "../../../../bot/context.ts";
import { once } from "../../../../bot/doors/telegram/dialogue/once.ts";
import { Html, html, joinLines } from "../../../../bot/words/html.ts";
import type { Conversation } from "../../../kit/conversation.ts";
import { type Answer, answered } from "../../../kit/steps/answer.ts";
import { ask } from "../../../kit/steps/ask.ts";
import { retire } from "../../../kit/steps/dialogue-message.ts";
import { asDraft, type Written } from "../draft.ts";
import { sendPreview } from "../preview.ts";
import { describeAudience } from "./ask-audience.ts";
import { askNumber } from "./ask-number.ts";

/** Asks twice, and the second time for the number of people itself, before it goes out; resolves to the last words. */
export async function askConfirmation(
  conversation: Conversation,
  id: number,
  written: Written,
): Promise<Answer<string>> {
  const { dialogue, ctx } = conversation;
  const { t, person } = ctx.reader;
  for (let note: string | null = null; ; ) {
    const summary = await dialogue.external(({ services, reader }) => summarise(services, reader, written));
    const first = await ask<"test" | "confirm">(conversation, {
      text: joinLines(note === null ? null : html`${note}\n`, Html.trusted(summary.text)),
      choices: [
        [{ label: t("announce.confirm.test"), value: "test" }],
        [{ label: t("announce.confirm.send_to", { count: summary.count }), value: "confirm" }],
      ],
      again: html`${t("announce.again")}`,
      canGoBack: true,
    });
    if (first.kind !== "answer") return first;
    if (first.value === "test") {
      // The question comes again below the test.
      await retire(conversation);
      const refusal = await sendPreview(ctx, written, t.language);
      note = t(refusal === null ? "announce.confirm.tested" : "announce.refused.head");
      continue;
    }
    const typed = await askNumber(conversation, summary.count, "other");
    if (typed.kind === "cancelled") return typed;
    if (typed.kind === "back") {
      note = null;
      continue;
    }
    const acted = await dialogue.external((outer) =>
      once(outer, "confirm", (database) => {
        const limits = { secondAdminFrom: outer.services.city.secondAdminFrom ?? secondAdminFrom };
        return confirm(database, { by: person.id, now: outer.reader.now }, { id, count: summary.count }, limits);
      }),
    );
    if (acted.kind === "forbidden") return answered(t("staff.not_open"));
    const confirmed = acted.value;
    switch (confirmed.kind) {
      case "grown":
        note = t("announce.confirm.grown", { count: confirmed.count });
        continue;
      case "nobody":
        note = t("announce.confirm.nobody");
        continue;
      case "elsewhere":
        return answered(t("announce.elsewhere"));
      case "moved":
        return answered(
          confirmed.state === "proposed"
            ? await saidToOthers(conversation)
            : t(summary.isAtOnce ? "announce.confirm.begins" : "announce.confirm.scheduled"),
        );
    }
  }
}

/** Who has to agree now, or that there is nobody who could. */
export async function saidToOthers(conversation: Conversation): Promise<string> {
  const { t, person } = conversation.ctx.reader;
  const others = await conversation.dialogue.external(({ services }) => countOthers(services.database, person.id));
  return others === 0 ? t("announce.confirm.alone") : t("announce.confirm.proposed", { count: others });
}

async function summarise(services: Pick<Services, "database">, reader: Reader, written: Written) {
  const { t, now } = reader;
  const draft = asDraft(written);
  const counted = await countAudience(services.database, written.audience, now);
  const { audience } = await describeAudience(services, reader, written.audience);
  const isAtOnce = draft.startAt === null || draft.startAt <= now;
  const text = joinLines(
    html`<b>${t("announce.name.send", { title: formatTitle(written.texts, t) })}</b>`,
    "",
    Html.trusted(audience),
    html`<b>${formatCount(counted, t)}</b>`,
    formatByLanguage(counted, t),
    "",
    formatStart({ ...draft, startAt: isAtOnce ? null : draft.startAt }, reader),
    "",
    t("announce.confirm.ask"),
  );
  return { text: String(text), count: counted.count, isAtOnce };
}
