import type { InlineKeyboardButton } from "grammy/types";
import type { BotContext } from "../../bot/context.ts";
import { cardCallback } from "../../bot/doors/telegram/screen/callbacks.ts";
import { button, wideButton } from "../../bot/doors/telegram/screen/keyboard.ts";
import { show, type View } from "../../bot/doors/telegram/screen/show.ts";
import { ideaCallback, ideasCallback } from "../../bot/ideas/callbacks.ts";
import { questionCallback } from "../../bot/questions/callbacks.ts";
import { commentCallback, ownVoicesCallback } from "../../bot/voices/callbacks.ts";
import { formatOwnState } from "../../bot/voices/comments/words.ts";
import { findOwnVoices, type OwnVoice } from "../../bot/voices/own-store.ts";
import { voteCallback } from "../../bot/votes/callbacks.ts";
import { cutAtWord } from "../../bot/words/cut.ts";
import { type Html, html, joinLines } from "../../bot/words/html.ts";
import type { Translate } from "../../bot/words/messages/translator.ts";
import { toMenu } from "../account/menu.ts";
import { courseCallback } from "../classes/callbacks.ts";
import { onCallback } from "../kit/on-callback.ts";
import { turnRow } from "../kit/pagination.ts";
import { privatePartOf, Screen } from "../kit/screen.ts";
import { myCallback } from "../reminders/callbacks.ts";

/** Characters of a title, or of a question, in the list. */
const longestTitle = 120;

/** What somebody rated, wrote, proposed, supported, asked and voted for, and what became of it. */
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
      ...voices.flatMap((voice) => (voice.title === "" ? [] : [[openButton(voice, page, t)]])),
      turnRow(t, { page, hasMore }, ownVoicesCallback.data),
      [button(t("idea.title"), ideasCallback.data({ shelf: "voices", page: 0 }))],
      [button(t("my.title"), myCallback.data(0)), toMenu(t)],
    ],
  };
}

/** One voice: what was done, what to, and what became of it. */
function formatVoice(voice: OwnVoice, t: Translate): Html {
  const gone = voice.kind === "proposed" || voice.kind === "supported" ? "idea.taken_away" : "voices.gone";
  const title = voice.title === "" ? t(gone) : cutAtWord(voice.title, longestTitle);
  return joinLines(html`<b>${title}</b>`, formatBecame(voice, t));
}

function formatBecame(voice: OwnVoice, t: Translate): string {
  switch (voice.kind) {
    case "rated":
      return voice.lesson === undefined
        ? t("voices.rated", { stars: voice.stars })
        : t("voices.rated_lesson", { number: voice.lesson, stars: voice.stars });
    case "wrote":
      return formatOwnState(voice, t);
    case "voted":
      return t(voice.isEnded ? "voices.voted_ended" : "voices.voted", { option: voice.option, count: voice.voices });
    case "proposed":
    case "supported":
      return t(`voices.${voice.kind}`, { state: t(`idea.state.${voice.state}`), count: voice.voices });
    case "asked":
    case "seconded": {
      const state = voice.state === "answered" && voice.hasAnswer ? "written" : voice.state;
      return t(`voices.${voice.kind}`, { state: t(`question.state.${state}`), count: voice.voices });
    }
  }
}

function openButton(voice: OwnVoice, page: number, t: Translate): InlineKeyboardButton {
  const title = cutAtWord(voice.title, longestTitle);
  switch (voice.kind) {
    case "rated": {
      const { kind, id } = voice.topic;
      if (kind === "course") return wideButton(title, courseCallback.data({ courseId: id, page: 0 }));
      return wideButton(
        title,
        cardCallback.data({ occurrenceId: id, whole: false, from: ownVoicesCallback.data(page) }),
      );
    }
    case "wrote":
      return wideButton(t("voices.review_of", { title }), commentCallback.data({ id: voice.commentId, page: 0 }));
    case "voted":
      return wideButton(title, voteCallback.data(voice.voteId));
    case "proposed":
    case "supported":
      return wideButton(title, ideaCallback.data({ id: voice.ideaId, shelf: "mine", page: 0 }));
    case "asked":
    case "seconded":
      return wideButton(title, questionCallback.data(voice.questionId));
  }
}

export const ownVoicesScreen = new Screen();

// A group reads along.
const inPrivate = privatePartOf(ownVoicesScreen);

onCallback(inPrivate, ownVoicesCallback, async (ctx, page) => show(ctx, await ownVoicesView(ctx, page)));
