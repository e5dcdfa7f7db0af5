import type { Article } from "../../bot/articles/article.ts";
import { articleData } from "../../bot/articles/callbacks.ts";
import { articleTitle, formatArticleRow } from "../../bot/articles/words.ts";
import type { Reader } from "../../bot/context.ts";
import { openCardData } from "../../bot/doors/telegram/screen/callbacks.ts";
import { button, wideButton } from "../../bot/doors/telegram/screen/keyboard.ts";
import type { View } from "../../bot/doors/telegram/screen/show.ts";
import type { Listed } from "../../bot/programme/listing/list-row.ts";
import { cutAtWord } from "../../bot/words/cut.ts";
import { html } from "../../bot/words/html.ts";
import { courseCallback } from "../classes/callbacks.ts";
import { oneEventView } from "./one-event.ts";
import { simpleView, toHome } from "./screen.ts";

/** What a search found, one thing a screen. */
interface Found {
  /** A class stands before an event. */
  course: { courseId: number; title: string } | undefined;
  event: Listed | undefined;
  /** What is written about it, where there is no more of it than that. */
  written: Article | undefined;
  /** What is said above it: that just this is not there. */
  said: string | null;
  /** callback_data of the next thing; null behind the last one. */
  next: string | null;
}

/** One event or class that was found, a button that opens it, and one to the next. */
export function foundView({ course, event, written, said, next }: Found, reader: Reader): View {
  const { t } = reader;
  const onwards = next === null ? toHome(t) : button(t("simple.more"), next);
  if (course !== undefined) {
    const open = button(t("remind.open"), courseCallback.data({ courseId: course.courseId, page: 0 }));
    return simpleView(t, html`${t("classes.found", { titles: cutAtWord(course.title, 100) })}`, [open, onwards]);
  }
  if (event === undefined && written !== undefined) {
    const open = wideButton(articleTitle(written, t), articleData(written.id));
    return simpleView(t, formatArticleRow(written, reader), [open, toHome(t)]);
  }
  if (event === undefined) return simpleView(t, html`${said ?? t("simple.nothing")}`, [toHome(t)]);
  return oneEventView(event, reader, { said, open: openCardData(event.occurrenceId), onwards });
}
