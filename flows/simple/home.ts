import type { BotContext } from "../../bot/context.ts";
import { menuCallback } from "../../bot/doors/telegram/screen/callbacks.ts";
import { button } from "../../bot/doors/telegram/screen/keyboard.ts";
import type { View } from "../../bot/doors/telegram/screen/show.ts";
import { callHuman } from "../../bot/threads/buttons.ts";
import { type Html, html, joinLines } from "../../bot/words/html.ts";
import type { Translate } from "../../bot/words/messages/translator.ts";
import { simpleLessonCallback, simpleModeCallback, simpleWatchCallback } from "../account/callbacks.ts";
import { simpleView } from "./screen.ts";

/** Where simple mode begins: one question, three answers; `said` stands above it. */
export const simpleHomeView = (t: Translate, said?: Html): View =>
  simpleView(t, joinLines(said === undefined ? null : html`${said}\n`, html`<b>${t("simple.home")}</b>`), [
    button(t("simple.lesson"), simpleLessonCallback.data(null)),
    button(t("simple.watch"), simpleWatchCallback.data(0)),
  ]);

/** Offers simple mode, or the way out of it, to somebody who finds it all too much or too small. */
export const simpleOfferView = ({ reader: { t, person } }: BotContext): View => ({
  text: joinLines(html`${t("simple.offer")}`, "", html`${t("simple.letters")}`),
  keyboard: [
    [button(t(person.simpleMode ? "simple.off" : "simple.on"), simpleModeCallback.data(!person.simpleMode))],
    [callHuman(t)],
    [button(t("button.menu"), menuCallback.data(null))],
  ],
});
