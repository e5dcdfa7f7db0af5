import type { Reader } from "../../bot/context.ts";
import { openCardData } from "../../bot/doors/telegram/screen/callbacks.ts";
import { button } from "../../bot/doors/telegram/screen/keyboard.ts";
import type { View } from "../../bot/doors/telegram/screen/show.ts";
import type { Listed } from "../../bot/programme/listing/list-row.ts";
import { capitalise } from "../../bot/words/capitalise.ts";
import { cutAtWord } from "../../bot/words/cut.ts";
import { html, joinLines } from "../../bot/words/html.ts";
import { formatWhen } from "../../bot/words/time/when.ts";
import { courseCallback } from "../classes/callbacks.ts";
import { simpleView, toHome } from "./screen.ts";

/** What a search found, one thing a screen. */
interface Found {
  /** A class stands before an event. */
  course: { courseId: number; title: string } | undefined;
  event: Listed | undefined;
  /** What is said above it: that just this is not there. */
  said: string | null;
  /** callback_data of the next thing; null behind the last one. */
  next: string | null;
}

/** One event or class that was found, a button that opens it, and one to the next. */
export function foundView({ course, event, said, next }: Found, { t, zone, now }: Reader): View {
  const onwards = next === null ? toHome(t) : button(t("simple.more"), next);
  if (course !== undefined) {
    const open = button(t("remind.open"), courseCallback.data({ courseId: course.courseId, page: 0 }));
    return simpleView(t, html`${t("classes.found", { titles: cutAtWord(course.title, 100) })}`, [open, onwards]);
  }
  if (event === undefined) return simpleView(t, html`${said ?? t("simple.nothing")}`, [toHome(t)]);
  const where = event.attendanceMode === "online" || event.where === null ? t("mode.online") : event.where;
  const when = capitalise(formatWhen({ ...event, hasEndTime: false }, t, zone, now));
  const told = t("simple.event", { title: cutAtWord(event.title, 100), when, where: capitalise(where) });
  return simpleView(t, joinLines(said === null ? null : html`${said}`, html`${told}`), [
    button(t("remind.open"), openCardData(event.occurrenceId)),
    onwards,
  ]);
}
