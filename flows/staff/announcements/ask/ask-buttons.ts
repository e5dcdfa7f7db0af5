import type { AnnouncementButton } from "../../../../bot/announcements/announcement.ts";
import { findCoursesNamed, findEventsNamed, findTitles } from "../../../../bot/announcements/draft/choice-store.ts";
import { inLanguage } from "../../../../bot/announcements/words.ts";
import { parseTypedAddress } from "../../../../bot/net/web-address.ts";
import { html, joinLines } from "../../../../bot/words/html.ts";
import type { Texts } from "../../../../bot/words/language.ts";
import type { Conversation } from "../../../kit/conversation.ts";
import { type Answer, answered } from "../../../kit/steps/answer.ts";
import { ask } from "../../../kit/steps/ask.ts";
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

async function askButton(
  conversation: Conversation,
  written: Written,
  kind: "address" | "event" | "course",
): Promise<Answer<AnnouncementButton>> {
  const { dialogue } = conversation;
  const { t } = conversation.ctx.reader;
  if (kind === "address") {
    const address = await ask<string>(conversation, {
      text: html`${t("announce.buttons.ask_address")}`,
      read: ({ message }) => parseTypedAddress(message?.text),
      again: html`${t("announce.buttons.address_again")}`,
      canGoBack: true,
    });
    if (address.kind !== "answer") return address;
    const label = await askLabel(conversation, written, {});
    return label.kind === "answer" ? answered({ label: label.value, url: address.value }) : label;
  }
  const chosen = await askNamed(conversation, {
    text: t(kind === "event" ? "announce.buttons.ask_event" : "announce.buttons.ask_course"),
    find: (said) =>
      dialogue.external(({ services: { database }, reader: { now } }) =>
        kind === "event"
          ? findEventsNamed(database, { text: said, language: t.language, now })
          : findCoursesNamed(database, said, t.language),
      ),
  });
  if (chosen.kind !== "answer") return chosen;
  const { id } = chosen.value;
  const titles = await dialogue.external(({ services }) => findTitles(services.database, kind, id));
  const label = await askLabel(conversation, written, titles);
  if (label.kind !== "answer") return label;
  return answered(kind === "event" ? { label: label.value, eventId: id } : { label: label.value, courseId: id });
}

/** What a button is called, in each language that the announcement is written in, or the same for all. */
async function askLabel(
  conversation: Conversation,
  written: Written,
  titles: Texts<string>,
): Promise<Answer<Texts<string>>> {
  const { t } = conversation.ctx.reader;
  const isNamed = Object.keys(titles).length > 0;
  const [first = t.language, ...others] = writtenIn(written);
  const own = await ask<string | null>(conversation, {
    text: html`${t("announce.buttons.ask_label", { language: t(`announce.in.${first}`) })}`,
    choices: isNamed ? [[{ label: t("announce.buttons.as_called"), value: null }]] : [],
    read: ({ message }) => readLabel(message?.text),
    again: html`${t("announce.buttons.label_again")}`,
    canGoBack: true,
  });
  if (own.kind !== "answer") return own;
  if (own.value === null) return answered(titles);
  let label: Texts<string> = { [first]: own.value };
  for (const language of others) {
    const answer = await ask<string | null>(conversation, {
      text: html`${t("announce.buttons.ask_label", { language: t(`announce.in.${language}`) })}`,
      choices: [[{ label: t("announce.buttons.same_label"), value: null }]],
      read: ({ message }) => readLabel(message?.text),
      again: html`${t("announce.buttons.label_again")}`,
      canGoBack: true,
    });
    if (answer.kind !== "answer") return answer;
    if (answer.value !== null) label = { ...label, [language]: answer.value };
  }
  return answered(label);
}

function readLabel(text: string | undefined): string | undefined {
  const label = text?.trim().replace(/\s+/g, " ") ?? "";
  return label !== "" && label.length <= longestLabel ? label : undefined;
}
