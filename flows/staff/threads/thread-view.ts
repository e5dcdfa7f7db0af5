import type { BotContext } from "../../../bot/context.ts";
import { openCardData } from "../../../bot/doors/telegram/screen/callbacks.ts";
import { button, type Row } from "../../../bot/doors/telegram/screen/keyboard.ts";
import type { View } from "../../../bot/doors/telegram/screen/show.ts";
import { may } from "../../../bot/staff/permissions.ts";
import {
  answerCallback,
  closeThreadCallback,
  filesCallback,
  reopenThreadCallback,
  threadCallback,
  threadsCallback,
} from "../../../bot/threads/callbacks.ts";
import { findMessages, findThread, findThreads, type ThreadHead } from "../../../bot/threads/find-store.ts";
import { formatAbout, formatLine, formatState } from "../../../bot/threads/words.ts";
import { html, joinLines } from "../../../bot/words/html.ts";
import { turnRow } from "../../kit/pagination.ts";
import { rightsOf } from "../authorize.ts";
import { toStaffMenu } from "../menu.ts";

/** A page of the threads that the reader may answer in. */
export async function threadsView(
  ctx: BotContext,
  { isClosed, page }: { isClosed: boolean; page: number },
  said?: string,
): Promise<View> {
  const { services, reader } = ctx;
  const { t, person } = reader;
  const all = may(await rightsOf(ctx), "threads.answer", { teacherId: null });
  const wanted = { isClosed, page, language: t.language };
  const { rows, hasMore } = await findThreads(services.database, { personId: person.id, all }, wanted);
  const empty = isClosed ? "thread.none_closed" : "thread.none";
  const other = isClosed ? "thread.button.opened" : "thread.button.closed";
  return {
    text: joinLines(
      html`<b>${t("thread.title")}</b>`,
      said,
      rows.length === 0 ? t(empty) : null,
      ...rows.map((head) => html`\n<b>${head.name}</b> · ${formatState(head, reader)}\n${formatAbout(head, reader)}`),
    ),
    keyboard: [
      ...rows.map(({ id, name }) => [button(name, threadCallback.data({ id, page: 0 }))]),
      turnRow(t, { page, hasMore }, (to) => threadsCallback.data({ isClosed, page: to })),
      [button(t(other), threadsCallback.data({ isClosed: !isClosed, page: 0 })), toStaffMenu(t)],
    ],
  };
}

/** A thread that the reader may answer in; null: it is gone, or none of theirs. */
export async function findOpen(ctx: BotContext, id: number): Promise<ThreadHead | null> {
  const head = await findThread(ctx.services.database, id, ctx.reader.t.language);
  return head !== null && may(await rightsOf(ctx), "threads.answer", { teacherId: head.teacherId }) ? head : null;
}

/** A thread with a page of what was said in it, the latest page first. */
export async function threadView(
  ctx: BotContext,
  head: ThreadHead,
  { page, said }: { page: number; said?: string },
): Promise<View> {
  const { services, reader } = ctx;
  const { t } = reader;
  const { id, name } = head;
  const { rows, hasMore } = await findMessages(services.database, id, page);
  const files = rows.filter(({ content }) => content.kind !== "text").length;
  const last: Row =
    head.state === "closed"
      ? [button(t("thread.button.reopen"), reopenThreadCallback.data(id))]
      : [button(t("thread.button.close"), closeThreadCallback.data(id))];
  return {
    text: joinLines(
      said === undefined ? null : html`${said}\n`,
      html`<b>${name}</b> · ${t("thread.speaks", { language: t(`language.name.${head.language}`) })}`,
      formatAbout(head, reader),
      formatState(head, reader),
      ...rows.map((line) => html`\n${formatLine(line, name, reader)}`),
    ),
    keyboard: [
      [button(t("thread.button.answer"), answerCallback.data(id)), ...last],
      files === 0 ? [] : [button(t("thread.button.files", { count: files }), filesCallback.data({ id, page }))],
      head.occurrenceId === null ? [] : [button(t("thread.button.card"), openCardData(head.occurrenceId))],
      // The latest page is the first: earlier ones lie behind it.
      turnRow(t, { page: 0, hasMore: page > 0 }, () => threadCallback.data({ id, page: page - 1 }), [
        ...(hasMore ? [button(t("button.earlier"), threadCallback.data({ id, page: page + 1 }))] : []),
      ]),
      [button(t("thread.button.list"), threadsCallback.data({ isClosed: false, page: 0 })), toStaffMenu(t)],
    ],
  };
}
