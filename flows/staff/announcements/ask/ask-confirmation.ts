import { secondAdminFrom } from "../../../../bot/announcements/announcement.ts";
import { confirm } from "../../../../bot/announcements/announcement-store.ts";
import { countOthers } from "../../../../bot/announcements/draft/proposal-store.ts";
import { summarise } from "../../../../bot/announcements/summary.ts";
import { formatTitle } from "../../../../bot/announcements/title.ts";
import type { Reader, Services } from "../../../../bot/context.ts";
import { once } from "../../../../bot/doors/telegram/dialogue/once.ts";
import { Html, html, joinLines } from "../../../../bot/words/html.ts";
import { ask } from "../../../kit/ask/ask.ts";
import type { Conversation } from "../../../kit/conversation.ts";
import { type Answer, answered } from "../../../kit/steps/answer.ts";
import { retire } from "../../../kit/steps/dialogue-message.ts";
import { asDraft, type Written } from "../draft.ts";
import { sendPreviews } from "../preview.ts";
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
    const summary = await dialogue.external(({ services, reader }) => lookAt(services, reader, written));
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
      const refusals = await sendPreviews(ctx, written);
      note = t(refusals.length === 0 ? "announce.confirm.tested" : "announce.refused.head");
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
  const { count, reachable } = await conversation.dialogue.external(({ services }) =>
    countOthers(services.database, person.id),
  );
  if (count === 0) return t("announce.confirm.alone");
  if (reachable === 0) return t("announce.confirm.unreachable", { count });
  return [
    t("announce.confirm.proposed", { count: reachable }),
    ...(count > reachable ? [t("announce.confirm.some_unreachable", { count: count - reachable })] : []),
  ].join(" ");
}

async function lookAt({ database }: Pick<Services, "database">, reader: Reader, written: Written) {
  const { t, now } = reader;
  const draft = asDraft(written);
  const summary = await summarise(database, draft, reader);
  const text = joinLines(
    html`<b>${t("announce.name.send", { title: formatTitle(written.texts, t) })}</b>`,
    "",
    summary?.text ?? null,
    "",
    t("announce.confirm.ask"),
  );
  return {
    text: String(text),
    count: summary?.count ?? 0,
    isAtOnce: draft.startAt === null || draft.startAt <= now,
  };
}
