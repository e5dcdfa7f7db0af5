import { button } from "../../bot/doors/telegram/screen/keyboard.ts";
import type { View } from "../../bot/doors/telegram/screen/show.ts";
import { type Html, html, joinLines } from "../../bot/words/html.ts";
import type { Translate } from "../../bot/words/messages/translator.ts";
import { simpleLessonCallback, simpleWatchCallback } from "../account/callbacks.ts";
import { simpleView } from "./screen.ts";

/** Where simple mode begins: one question, three answers; `said` stands above it. */
export const simpleHomeView = (t: Translate, said?: Html): View =>
  simpleView(t, joinLines(said === undefined ? null : html`${said}\n`, html`<b>${t("simple.home")}</b>`), [
    button(t("simple.lesson"), simpleLessonCallback.data(null)),
    button(t("simple.watch"), simpleWatchCallback.data(0)),
  ]);
