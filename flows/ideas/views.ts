import type { BotContext } from "../../bot/context.ts";
import { deepLink, shareLink } from "../../bot/doors/telegram/screen/deep-links.ts";
import { button, listRows, type Row, rows, urlButton } from "../../bot/doors/telegram/screen/keyboard.ts";
import type { View } from "../../bot/doors/telegram/screen/show.ts";
import {
  askWithdrawCallback,
  ideaCallback,
  ideaListsCallback,
  ideasCallback,
  newIdeaCallback,
  supportCallback,
  withdrawCallback,
} from "../../bot/ideas/callbacks.ts";
import { findIdea, findShelf, findStand, ideasPerPage } from "../../bot/ideas/find-store.ts";
import { type Idea, isOpen, type Shelf, type Stand, shelves } from "../../bot/ideas/idea.ts";
import { madeButton } from "../../bot/ideas/renderers.ts";
import { formatIdea, formatIdeaRow, nameIdea } from "../../bot/ideas/words.ts";
import { votesCallback } from "../../bot/votes/callbacks.ts";
import { cutAtWord } from "../../bot/words/cut.ts";
import { html, joinLines } from "../../bot/words/html.ts";
import type { Translate } from "../../bot/words/messages/translator.ts";
import { toMenu } from "../account/menu.ts";
import { simpleIdeasView, simpleIdeaView } from "../simple/ideas.ts";
import { isSimple } from "../simple/screen.ts";

/** A list of ideas and a page of it. */
export interface ShelfPage {
  shelf: Shelf;
  page: number;
}

/** Where everybody begins. */
export const firstShelf: ShelfPage = { shelf: "voices", page: 0 };

/** A list of ideas; `said` tells what has just happened. */
export async function ideasView(
  ctx: BotContext,
  { shelf, page }: ShelfPage,
  said: string | null = null,
): Promise<View> {
  const { services, reader } = ctx;
  const { t, person } = reader;
  if (isSimple(reader)) return oneIdeaView(ctx, { shelf, page }, said);
  const { ideas, hasMore } = await findShelf(services.database, { shelf, page, personId: person.id });
  const propose = button(t("idea.button.new"), newIdeaCallback.data(null));
  return {
    text: joinLines(
      said === null ? null : html`${said}\n`,
      html`<b>${t(`idea.shelf.${shelf}`)}</b>`,
      "",
      shelf === "voices" ? html`${t("idea.hint")}\n` : null,
      ideas.length === 0 ? t(`idea.none.${shelf}`) : null,
      ...ideas.map((idea) => formatIdeaRow(idea, reader)),
    ),
    keyboard: [
      ...listRows(
        ideas,
        (idea) => nameIdea(idea, t),
        ({ id }) => ideaCallback.data({ id, shelf, page }),
      ),
      [
        page > 0 ? button(t("button.earlier"), ideasCallback.data({ shelf, page: page - 1 })) : propose,
        button(t("idea.button.lists"), ideaListsCallback.data(null)),
        hasMore ? button(t("button.later"), ideasCallback.data({ shelf, page: page + 1 })) : toMenu(t),
      ],
    ],
  };
}

/** The lists to choose from, votes among them. */
export const ideaListsView = (t: Translate): View => ({
  text: joinLines(html`<b>${t("idea.button.menu")}</b>`, "", t("idea.choose")),
  keyboard: [
    ...rows(
      [
        ...shelves.map((to) => button(t(`idea.button.shelf.${to}`), ideasCallback.data({ shelf: to, page: 0 }))),
        button(t("vote.title"), votesCallback.data({ isEnded: false, page: 0 })),
      ],
      2,
    ),
    [button(t("idea.button.new"), newIdeaCallback.data(null)), toMenu(t)],
  ],
});

/** In simple mode a page is one idea. */
async function oneIdeaView(
  { services, reader: { t, person } }: BotContext,
  { shelf, page: index }: ShelfPage,
  said: string | null,
): Promise<View> {
  const page = Math.floor(index / ideasPerPage);
  const { ideas, hasMore } = await findShelf(services.database, { shelf, page, personId: person.id });
  const at = index % ideasPerPage;
  return simpleIdeasView(t, ideas[at], { shelf, index, hasMore: hasMore || at + 1 < ideas.length, said });
}

/** One idea with what the reader may do; `isWithdrawing`: asks whether to take their voice back. */
export async function ideaView(
  ctx: BotContext,
  { id, shelf, page }: { id: number } & ShelfPage,
  { said = null, isWithdrawing = false }: { said?: string | null; isWithdrawing?: boolean } = {},
): Promise<View> {
  const { services, reader } = ctx;
  const { t, person, now } = reader;
  const [idea, stand] = await Promise.all([
    findIdea(services.database, id, now),
    findStand(services.database, id, person.id),
  ]);
  if (idea === null || !isShown(idea, stand)) return ideasView(ctx, { shelf, page }, t("idea.said.gone"));
  const text = joinLines(
    said === null ? null : html`${said}\n`,
    formatIdea(idea, reader),
    idea.isHeld ? html`\n${t("idea.held_own")}` : null,
    stand.isAuthor ? html`\n${t("idea.own")}` : stand.supports ? html`\n${t("idea.yours")}` : null,
    isWithdrawing && stand.supports ? html`\n<b>${t("idea.ask_withdraw")}</b>` : null,
  );
  const voices = voiceRow(idea, stand, isWithdrawing, t);
  return {
    inSimpleMode: simpleIdeaView(t, text, { voices, back: ideasCallback.data({ shelf, page }) }),
    text,
    keyboard: [
      voices,
      shareRow(idea, ctx),
      idea.made !== null && idea.state === "done" ? [madeButton(idea.made, t)] : [],
      idea.mergedInto === null
        ? []
        : [button(t("idea.button.other"), ideaCallback.data({ id: idea.mergedInto.id, shelf, page }))],
      [button(t("idea.button.list"), ideasCallback.data({ shelf, page })), toMenu(t)],
    ],
  };
}

/** A declined idea, and one held back, is for whoever stands behind it; the list of all does not lead to it. */
const isShown = ({ state, isHeld }: Idea, { supports }: Stand): boolean =>
  (state !== "declined" && !isHeld) || supports;

/** Whoever stands behind an idea brings others to it, as long as it takes voices. */
function shareRow({ id, title, state, isHeld }: Idea, { me, reader: { t } }: BotContext): Row {
  if (title === "" || !isOpen(state) || isHeld) return [];
  // Each Cyrillic letter is six characters of an address.
  const text = t("idea.share_text", { title: cutAtWord(title, 120) });
  return [
    urlButton(t("button.share"), shareLink(me.username, { url: deepLink(me.username, { kind: "idea", id }), text })),
  ];
}

/** The button that gives a voice. Given, it stands; taking it back is a step further. */
function voiceRow(
  { id, state, title }: Idea,
  { isAuthor, supports }: Stand,
  isWithdrawing: boolean,
  t: Translate,
): Row {
  if (title === "" || !isOpen(state) || isAuthor) return [];
  if (!supports) return [button(t("idea.button.support"), supportCallback.data(id))];
  if (!isWithdrawing) return [button(t("idea.button.withdraw"), askWithdrawCallback.data(id))];
  return [
    button(t("idea.button.withdraw_now"), withdrawCallback.data(id)),
    button(t("idea.button.keep"), ideaCallback.data({ id, ...firstShelf })),
  ];
}
