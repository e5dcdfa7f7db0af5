import type { InlineKeyboardButton } from "grammy/types";
import type { Reader } from "../../bot/context.ts";
import { button } from "../../bot/doors/telegram/screen/keyboard.ts";
import type { View } from "../../bot/doors/telegram/screen/show.ts";
import type { Listed } from "../../bot/programme/listing/list-row.ts";
import { formatRowTime } from "../../bot/programme/listing/words.ts";
import { capitalise } from "../../bot/words/capitalise.ts";
import { cutAtWord } from "../../bot/words/cut.ts";
import { html, joinLines } from "../../bot/words/html.ts";
import { simpleView } from "./screen.ts";

interface Shown {
  /** Said above it. Default: nothing. */
  said?: string | null;
  /** callback_data of its card. */
  open: string;
  onwards: InlineKeyboardButton;
}

/** One event of several: what, when, where; a button that opens it, and one that leads on. */
export function oneEventView(
  row: Listed,
  reader: Pick<Reader, "t" | "zone" | "now">,
  { said = null, open, onwards }: Shown,
): View {
  const { t } = reader;
  const where = row.attendanceMode === "online" || row.where === null ? t("mode.online") : row.where;
  const when = formatRowTime(row, reader);
  const told = t("simple.event", { title: cutAtWord(row.title, 100), when, where: capitalise(where) });
  return simpleView(t, joinLines(said === null ? null : html`${said}`, html`${told}`), [
    button(t("remind.open"), open),
    onwards,
  ]);
}
