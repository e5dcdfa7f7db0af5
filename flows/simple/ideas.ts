import type { InlineKeyboardButton } from "grammy/types";
import { button } from "../../bot/doors/telegram/screen/keyboard.ts";
import type { View } from "../../bot/doors/telegram/screen/show.ts";
import { ideaCallback, ideasCallback, newIdeaCallback } from "../../bot/ideas/callbacks.ts";
import type { ListedIdea } from "../../bot/ideas/find-store.ts";
import type { Shelf } from "../../bot/ideas/idea.ts";
import { nameIdea } from "../../bot/ideas/words.ts";
import { type Html, html, joinLines } from "../../bot/words/html.ts";
import type { Translate } from "../../bot/words/messages/translator.ts";
import { simpleView, toHome } from "./screen.ts";

/** Where one is in a list of ideas, one a screen, from 0. */
interface Place {
  shelf: Shelf;
  index: number;
  hasMore: boolean;
}

/** One idea of a list; behind the last one stands proposing one's own. */
export function simpleIdeasView(
  t: Translate,
  idea: ListedIdea | undefined,
  { shelf, index, hasMore, said }: Place & { said: string | null },
): View {
  const own = button(t("idea.button.new"), newIdeaCallback.data(null));
  const heard = said === null ? null : html`${said}\n`;
  if (idea === undefined) return simpleView(t, joinLines(heard, t(`idea.none.${shelf}`)), [own, toHome(t)]);
  const facts = `${t("idea.voices", { count: idea.voices })}, ${t(`idea.state.${idea.state}`)}`;
  const next = button(t("simple.more"), ideasCallback.data({ shelf, page: index + 1 }));
  return simpleView(t, joinLines(heard, html`<b>${nameIdea(idea, t)}</b>`, facts), [
    button(t("remind.open"), ideaCallback.data({ id: idea.id, shelf, page: index })),
    hasMore ? next : own,
  ]);
}

/** An idea opened: a voice for it, where one may give it, and the way back. */
export function simpleIdeaView(
  t: Translate,
  text: Html,
  { voices, back }: { voices: readonly InlineKeyboardButton[]; back: string },
): View {
  const [voice, other] = voices;
  const onwards = other ?? button(t("button.back"), back);
  return simpleView(t, text, voice === undefined ? [onwards] : [voice, onwards]);
}
