import type { InlineKeyboardButton } from "grammy/types";
import type { BotContext } from "../../bot/context.ts";
import { cardCallback } from "../../bot/doors/telegram/screen/callbacks.ts";
import { button, wideButton } from "../../bot/doors/telegram/screen/keyboard.ts";
import { show, type View } from "../../bot/doors/telegram/screen/show.ts";
import { ideaCallback, ideasCallback } from "../../bot/ideas/callbacks.ts";
import { ownVoicesCallback } from "../../bot/voices/callbacks.ts";
import { findOwnVoices, type OwnVoice } from "../../bot/voices/own-store.ts";
import { voteCallback } from "../../bot/votes/callbacks.ts";
import { type Html, html, joinLines } from "../../bot/words/html.ts";
import type { Translate } from "../../bot/words/messages/translator.ts";
import { toMenu } from "../account/menu.ts";
import { onCallback } from "../kit/on-callback.ts";
import { turnRow } from "../kit/pagination.ts";
import { privatePartOf, Screen } from "../kit/screen.ts";
import { myCallback } from "../reminders/callbacks.ts";

/** What somebody rated, proposed, supported and voted for, and what became of it. */
export async function ownVoicesView({ services, reader }: BotContext, page: number): Promise<View> {
  const { t, person, now } = reader;
  const at = { personId: person.id, page, language: t.language, now };
  const { voices, hasMore } = await findOwnVoices(services.database, at);
  return {
    text: joinLines(
      html`<b>${t("voices.title")}</b>`,
      "",
      voices.length === 0 ? t("voices.none") : null,
      ...voices.map((voice, index) => html`${index === 0 ? "" : "\n"}${formatVoice(voice, t)}`),
    ),
    keyboard: [
      ...voices.flatMap((voice) => (voice.title === "" ? [] : [[openButton(voice, page)]])),
      turnRow(t, { page, hasMore }, ownVoicesCallback.data),
      [button(t("idea.title"), ideasCallback.data({ shelf: "voices", page: 0 }))],
      [button(t("my.title"), myCallback.data(0)), toMenu(t)],
    ],
  };
}

/** One voice: what was done, what to, and what became of it. */
function formatVoice(voice: OwnVoice, t: Translate): Html {
  const title = voice.title === "" ? t("voices.gone") : voice.title;
  switch (voice.kind) {
    case "rated":
      return joinLines(html`<b>${title}</b>`, t("voices.rated", { stars: voice.stars }));
    case "voted":
      return joinLines(
        html`<b>${title}</b>`,
        t(voice.isEnded ? "voices.voted_ended" : "voices.voted", { option: voice.option, count: voice.voices }),
      );
    default:
      return joinLines(
        html`<b>${voice.title === "" ? t("idea.taken_away") : title}</b>`,
        t(`voices.${voice.kind}`, { state: t(`idea.state.${voice.state}`), count: voice.voices }),
      );
  }
}

function openButton(voice: OwnVoice, page: number): InlineKeyboardButton {
  switch (voice.kind) {
    case "rated": {
      const { occurrenceId, title } = voice;
      return wideButton(title, cardCallback.data({ occurrenceId, whole: false, from: ownVoicesCallback.data(page) }));
    }
    case "voted":
      return wideButton(voice.title, voteCallback.data(voice.voteId));
    default:
      return wideButton(voice.title, ideaCallback.data({ id: voice.ideaId, shelf: "mine", page: 0 }));
  }
}

export const ownVoicesScreen = new Screen();

// A group reads along.
const inPrivate = privatePartOf(ownVoicesScreen);

onCallback(inPrivate, ownVoicesCallback, async (ctx, page) => show(ctx, await ownVoicesView(ctx, page)));
