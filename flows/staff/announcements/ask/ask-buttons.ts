import type { AnnouncementButton } from "../../../../bot/announcements/announcement.ts";
import { findCoursesNamed, findEventsNamed, findTitles } from "../../../../bot/announcements/draft/choice-store.ts";
import { inLanguage } from "../../../../bot/announcements/words.ts";
import { parseTypedAddress } from "../../../../bot/net/web-address.ts";
import { html, joinLines } from "../../../../bot/words/html.ts";
import type { Texts } from "../../../../bot/words/language.ts";
import { ask } from "../../../kit/ask/ask.ts";
import type { Conversation } from "../../../kit/conversation.ts";
import { type Answer, answered, mapAnswer } from "../../../kit/steps/answer.ts";
import { type Written, writtenIn } from "../draft.ts";
import { askNamed } from "./ask-named.ts";

/** Buttons that fit a phone beside the announcement. */
const most = 6;

/** A label longer than this is cut by phones. */
const longestLabel = 24;

type Chosen = "address" | "event" | "course" | "none" | "done";

/** Asks which buttons stand under the announcement, a row each, until there are enough. */
export async function askButtons(
  conversation: Conversation,
  written: Written,
  canGoBack: boolean,
): Promise<Answer<Partial<Written>>> {
  const { t } = conversation.ctx.reader;
  for (let { buttons } = written; ; ) {
    const labels = buttons.flat().map(({ label }) => inLanguage(label, t.language)?.content ?? "…");
    const isFull = buttons.length >= most;
    const answer = await ask<Chosen>(conversation, {
      text: joinLines(
        t(buttons.length === 0 ? "announce.buttons.ask" : "announce.buttons.more"),
        ...labels.map((label) => html`• ${label}`),
      ),
      choices: [
        ...(isFull
          ? []
          : [
              [
                { label: t("announce.buttons.address"), value: "address" as const },
                { label: t("announce.buttons.event"), value: "event" as const },
                { label: t("announce.buttons.course"), value: "course" as const },
              ],
            ]),
        ...(buttons.length > 0 ? [[{ label: t("announce.buttons.none_of_them"), value: "none" as const }]] : []),
        [{ label: t(buttons.length === 0 ? "announce.buttons.without" : "announce.go_on"), value: "done" }],
      ],
      again: html`${t("announce.again")}`,
      canGoBack,
    });
    if (answer.kind !== "answer") return answer;
    if (answer.value === "done") return answered({ buttons });
    if (answer.value === "none") {
      buttons = [];
      continue;
    }
    const made = await askButton(conversation, written, answer.value);
    if (made.kind === "cancelled") return made;
    if (made.kind === "answer") buttons = [...buttons, [made.value]];
  }
}

type Opens = { url: string } | { eventId: number } | { courseId: number };

/** What it opens, then its label; the way back from the label leads to what it opens, and not out. */
async function askButton(
  conversation: Conversation,
  written: Written,
  kind: "address" | "event" | "course",
): Promise<Answer<AnnouncementButton>> {
  const { dialogue } = conversation;
  for (;;) {
    const opens = kind === "address" ? await askAddress(conversation) : await askOpened(conversation, kind);
    if (opens.kind !== "answer") return opens;
    const { value } = opens;
    const titles =
      "url" in value
        ? {}
        : await dialogue.external(({ services }) =>
            "eventId" in value
              ? findTitles(services.database, "event", value.eventId)
              : findTitles(services.database, "course", value.courseId),
          );
    const label = await askLabel(conversation, written, titles);
    if (label.kind !== "back") return mapAnswer(label, (said) => ({ label: said, ...value }));
  }
}

async function askAddress(conversation: Conversation): Promise<Answer<Opens>> {
  const { t } = conversation.ctx.reader;
  const address = await ask<string>(conversation, {
    text: html`${t("announce.buttons.ask_address")}`,
    read: ({ message }) => parseTypedAddress(message?.text),
    again: html`${t("announce.buttons.address_again")}`,
    canGoBack: true,
  });
  return mapAnswer(address, (url) => ({ url }));
}

async function askOpened(conversation: Conversation, kind: "event" | "course"): Promise<Answer<Opens>> {
  const { t } = conversation.ctx.reader;
  const chosen = await askNamed(conversation, {
    text: t(kind === "event" ? "announce.buttons.ask_event" : "announce.buttons.ask_course"),
    find: (said) =>
      conversation.dialogue.external(({ services: { database }, reader: { now } }) =>
        kind === "event"
          ? findEventsNamed(database, { text: said, language: t.language, now })
          : findCoursesNamed(database, said, t.language),
      ),
  });
  return mapAnswer(chosen, ({ id }) => (kind === "event" ? { eventId: id } : { courseId: id }));
}

/** What a button is called, in each language that the announcement is written in, or the same for all. */
async function askLabel(
  conversation: Conversation,
  written: Written,
  titles: Texts<string>,
): Promise<Answer<Texts<string>>> {
  const { t } = conversation.ctx.reader;
  const isNamed = Object.keys(titles).length > 0;
  const inTurn = writtenIn(written).length > 0 ? writtenIn(written) : [t.language];
  let label: Texts<string> = {};
  for (let place = 0; place < inTurn.length; ) {
    const language = inTurn[place] ?? t.language;
    const same = place === 0 ? isNamed && t("announce.buttons.as_called") : t("announce.buttons.same_label");
    const answer = await ask<string | null>(conversation, {
      text: html`${t("announce.buttons.ask_label", { language: t(`announce.in.${language}`) })}`,
      choices: same === false ? [] : [[{ label: same, value: null }]],
      read: ({ message }) => readLabel(message?.text),
      again: html`${t("announce.buttons.label_again")}`,
      canGoBack: true,
    });
    if (answer.kind === "cancelled" || (answer.kind === "back" && place === 0)) return answer;
    if (answer.kind === "back") {
      place -= 1;
      continue;
    }
    if (place === 0 && answer.value === null) return answered(titles);
    const { [language]: _, ...others } = label;
    label = answer.value === null ? others : { ...others, [language]: answer.value };
    place += 1;
  }
  return answered(label);
}

function readLabel(text: string | undefined): string | undefined {
  const label = text?.trim().replace(/\s+/g, " ") ?? "";
  return label !== "" && label.length <= longestLabel ? label : undefined;
}
