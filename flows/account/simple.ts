import { Composer } from "grammy";
import { joinCallback } from "../../bot/classes/callbacks.ts";
import { findOwnClasses } from "../../bot/classes/courses/own-enrolments-store.ts";
import { canJoin } from "../../bot/classes/courses/own-words.ts";
import { formatLessonWhen } from "../../bot/classes/lessons/words.ts";
import type { BotContext, Reader, Services } from "../../bot/context.ts";
import { cardCallback, menuCallback } from "../../bot/doors/telegram/screen/callbacks.ts";
import { button } from "../../bot/doors/telegram/screen/keyboard.ts";
import { send, show, type View } from "../../bot/doors/telegram/screen/show.ts";
import { setSimpleMode } from "../../bot/people/person-store.ts";
import { pageSize } from "../../bot/programme/listing/list-query.ts";
import { findListed } from "../../bot/programme/listing/list-store.ts";
import { capitalise } from "../../bot/words/capitalise.ts";
import { cutAtWord } from "../../bot/words/cut.ts";
import { html } from "../../bot/words/html.ts";
import { formatWhen } from "../../bot/words/time/when.ts";
import { classesCallback } from "../classes/callbacks.ts";
import { onCallback } from "../kit/on-callback.ts";
import { isMenuButton } from "../kit/reply-keyboard.ts";
import { withWayIn } from "../staff/way-in.ts";
import { callHuman } from "./call-human.ts";
import { simpleHomeCallback, simpleLessonCallback, simpleModeCallback, simpleWatchCallback } from "./callbacks.ts";
import { menuView } from "./menu.ts";

type Of = Pick<Services, "database">;

/** Where simple mode begins: one question, three answers, one a row. */
export const simpleHomeView = ({ t }: Reader): View => ({
  text: html`<b>${t("simple.home")}</b>`,
  keyboard: [
    [button(t("simple.lesson"), simpleLessonCallback.data(null))],
    [button(t("simple.watch"), simpleWatchCallback.data(0))],
    [callHuman(t)],
  ],
});

const toHome = ({ t }: Reader) => [button(t("simple.home_button"), simpleHomeCallback.data(null))];

/** The next lesson, and the way in while it is open. */
async function lessonView({ database }: Of, reader: Reader): Promise<View> {
  const { t, person, now } = reader;
  const classes = await findOwnClasses(database, person.id, t.language, now);
  const own = classes.find(({ state, next }) => state === "enrolled" && next !== null);
  if (own?.next == null) {
    return {
      text: html`${t("simple.no_lesson")}`,
      keyboard: [[button(t("simple.find"), classesCallback.data(null))], toHome(reader), [callHuman(t)]],
    };
  }
  const title = cutAtWord(own.title, 100);
  const isOpen = canJoin(own, now);
  const when = capitalise(formatLessonWhen(own.next, reader));
  return {
    text: html`${isOpen ? t("simple.open", { title }) : t("simple.next", { title, when })}`,
    keyboard: [
      isOpen ? [button(t("simple.join"), joinCallback.data(own.next.lessonId))] : [],
      toHome(reader),
      [callHuman(t)],
    ],
  };
}

/** One event of today; which one, from 0. */
async function watchView({ database }: Of, reader: Reader, index: number): Promise<View> {
  const { t, now, zone } = reader;
  const listing = { scope: { kind: "tonight" }, filters: {}, page: Math.floor(index / pageSize) } as const;
  const { rows, total } = await findListed(database, listing, { language: t.language, now, zone });
  const row = rows[index % pageSize];
  if (row === undefined) return { text: html`${t("simple.nothing")}`, keyboard: [toHome(reader), [callHuman(t)]] };
  const where = row.attendanceMode === "online" || row.where === null ? t("mode.online") : row.where;
  const when = capitalise(formatWhen({ ...row, hasEndTime: false }, t, zone, now));
  const open = cardCallback.data({
    occurrenceId: row.occurrenceId,
    whole: false,
    from: simpleWatchCallback.data(index),
  });
  return {
    text: html`${t("simple.event", { title: cutAtWord(row.title, 100), when, where: capitalise(where) })}`,
    keyboard: [
      [button(t("remind.open"), open)],
      index + 1 < total ? [button(t("simple.more"), simpleWatchCallback.data(index + 1))] : [],
      toHome(reader),
    ],
  };
}

export const simpleScreen = new Composer<BotContext>();

const inPrivate = simpleScreen.filter((ctx) => ctx.chat?.type === "private");

onCallback(inPrivate, simpleModeCallback, async (ctx, isOn) => {
  const { services, reader } = ctx;
  const { t, person } = reader;
  await setSimpleMode(services.database, person.id, isOn);
  if (isOn) return show(ctx, simpleHomeView(reader));
  await show(ctx, menuView(t, html`${t("simple.left")}`));
});

onCallback(inPrivate, menuCallback, async (ctx) => {
  const { reader } = ctx;
  await show(ctx, reader.person.simpleMode ? simpleHomeView(reader) : await withWayIn(ctx, menuView(reader.t)));
});
onCallback(inPrivate, simpleHomeCallback, (ctx) => show(ctx, simpleHomeView(ctx.reader)));
onCallback(inPrivate, simpleLessonCallback, async (ctx) => show(ctx, await lessonView(ctx.services, ctx.reader)));
onCallback(inPrivate, simpleWatchCallback, async (ctx, index) =>
  show(ctx, await watchView(ctx.services, ctx.reader, index)),
);

// Simple mode begins behind «Меню» and /start, whichever keyboard is still below.
inPrivate.command("simple", (ctx) => send(ctx, simpleHomeView(ctx.reader)));
inPrivate.use(async (ctx, next) => {
  const isHome = isMenuButton(ctx, "button.menu") || /^\/start(@\w+)?$/.test(ctx.message?.text ?? "");
  return ctx.reader.person.simpleMode && isHome ? send(ctx, simpleHomeView(ctx.reader)) : next();
});
