import type { BotContext } from "../../../bot/context.ts";
import { button, listRows } from "../../../bot/doors/telegram/screen/keyboard.ts";
import type { View } from "../../../bot/doors/telegram/screen/show.ts";
import { findAsked, findAskedByKey, type SharedWish } from "../../../bot/wishes/asked-store.ts";
import { answerWishCallback, askedCallback, askedOneCallback } from "../../../bot/wishes/callbacks.ts";
import { html, joinLines } from "../../../bot/words/html.ts";
import { formatDay } from "../../../bot/words/time/dates.ts";
import { turnRow } from "../../kit/pagination.ts";
import { toStaffMenu } from "../menu.ts";

/** What several people wait for or looked for in vain: no words that fewer than three people used. */
export async function askedView({ services, reader }: BotContext, page: number, said?: string): Promise<View> {
  const { t, now } = reader;
  const { rows, hasMore } = await findAsked(services.database, now, page);
  return {
    text: joinLines(
      html`<b>${t("wish.asked.title")}</b>`,
      said,
      t(rows.length === 0 ? "wish.asked.none" : "wish.asked.hint"),
      ...rows.map((row) => html`\n${formatAsked(row, reader)}`),
    ),
    keyboard: [
      ...listRows(
        rows,
        ({ text }) => text,
        ({ key }) => askedOneCallback.data(key),
      ),
      turnRow(t, { page, hasMore }, (to) => askedCallback.data(to)),
      [toStaffMenu(t)],
    ],
  };
}

function formatAsked({ text, wishing, searching, answeredAt }: SharedWish, { t, zone, now }: BotContext["reader"]) {
  const counts = t("wish.asked.counts", { wishing, searching });
  const answered = answeredAt === null ? null : t("wish.asked.answered", { day: formatDay(answeredAt, t, zone, now) });
  return joinLines(html`<b>${text}</b>`, counts, answered);
}

/** A wish or a search in vain, and what can be done. */
export async function askedOneView(ctx: BotContext, key: string, said?: string): Promise<View> {
  const { services, reader } = ctx;
  const { t } = reader;
  const row = await findAskedByKey(services.database, reader.now, key);
  if (row === null) return askedView(ctx, 0, said ?? t("wish.asked.gone"));
  return {
    text: joinLines(said === undefined ? null : html`${said}\n`, formatAsked(row, reader), "", t("wish.asked.how")),
    keyboard: [
      row.wishing === 0 ? [] : [button(t("wish.asked.button.answer"), answerWishCallback.data(key))],
      [button(t("button.back"), askedCallback.data(0)), toStaffMenu(t)],
    ],
  };
}
