import { type Level, levels } from "../../../../bot/classes/courses/course.ts";
import { longest, mostPlaces } from "../../../../bot/classes/editing/editable.ts";
import { findTeachers } from "../../../../bot/classes/editing/find-store.ts";
import { parseTypedAddress } from "../../../../bot/net/web-address.ts";
import { capitalise } from "../../../../bot/words/capitalise.ts";
import { formatHeldIn } from "../../../../bot/words/held-in.ts";
import { html } from "../../../../bot/words/html.ts";
import { languages } from "../../../../bot/words/language.ts";
import { ask, type Choice } from "../../../kit/ask/ask.ts";
import type { Conversation } from "../../../kit/conversation.ts";
import type { Answer } from "../../../kit/steps/answer.ts";

/** Who teaches: somebody who uses the bot, or a name. */
export interface Teacher {
  id: number | null;
  name: string;
}

const usualPlaces = [8, 10, 12, 15, 20, 30];

/** Asks how many places a group has. */
export function askCapacity(
  conversation: Conversation,
  { taken = 0, canGoBack }: { taken?: number; canGoBack: boolean },
): Promise<Answer<number>> {
  const { t } = conversation.ctx.reader;
  const least = Math.max(taken, 1);
  const choices = usualPlaces.filter((places) => places >= least).map((value) => ({ label: String(value), value }));
  return ask<number>(conversation, {
    text: html`${taken > 0 ? t("class_edit.ask.capacity_taken", { taken }) : t("class_edit.ask.capacity")}`,
    again: html`${t("class_edit.ask.capacity_again", { least, most: mostPlaces })}`,
    choices: [choices.slice(0, 3), choices.slice(3)],
    read({ message }) {
      const places = /^\s*(\d{1,5})\s*$/.exec(message?.text ?? "")?.[1];
      return places !== undefined && Number(places) >= least && Number(places) <= mostPlaces
        ? Number(places)
        : undefined;
    },
    canGoBack,
  });
}

/** Asks who teaches: oneself, somebody with the role, or a name typed. */
export async function askTeacher(conversation: Conversation, canGoBack: boolean): Promise<Answer<Teacher>> {
  const { ctx } = conversation;
  const { t, person } = ctx.reader;
  const known = await conversation.dialogue.external(({ services }) => findTeachers(services.database));
  const ownName = [ctx.from?.first_name, ctx.from?.last_name].filter(Boolean).join(" ") || person.firstName;
  const others = known.filter(({ personId }) => personId !== person.id);
  const choices: Choice<Teacher>[] = [
    { label: t("class_edit.myself"), value: { id: person.id, name: ownName.slice(0, longest.teacher).toWellFormed() } },
    ...others.map(({ personId, name }) => ({ label: name, value: { id: personId, name } })),
  ];
  return ask<Teacher>(conversation, {
    text: html`${t("class_edit.ask.teacher")}`,
    again: html`${t("class_edit.ask.teacher_again", { longest: longest.teacher })}`,
    choices: choices.map((choice) => [choice]),
    read({ message }) {
      const name = (message?.text ?? "")
        .normalize("NFC")
        .toWellFormed()
        .replace(/[\p{Cc}\s]+/gu, " ")
        .trim();
      return /\p{L}/u.test(name) && name.length <= longest.teacher ? { id: null, name } : undefined;
    },
    canGoBack,
  });
}

export function askLevel(conversation: Conversation, canGoBack: boolean): Promise<Answer<Level>> {
  const { t } = conversation.ctx.reader;
  return ask<Level>(conversation, {
    text: html`${t("class_edit.ask.level")}`,
    again: html`${t("class_edit.press")}`,
    choices: levels.map((value) => [{ label: capitalise(t(`level.${value}`)), value }]),
    canGoBack,
  });
}

/** Asks which language lessons are in: a BCP 47 tag. */
export function askHeldIn(conversation: Conversation, canGoBack: boolean): Promise<Answer<string>> {
  const { t } = conversation.ctx.reader;
  return ask<string>(conversation, {
    text: html`${t("class_edit.ask.language")}`,
    again: html`${t("class_edit.press")}`,
    choices: languages.map((value) => [{ label: capitalise(formatHeldIn(value, t) ?? value), value }]),
    canGoBack,
  });
}

/** Asks for the address of the lessons; null: none for now. */
export function askLink(conversation: Conversation, canGoBack: boolean): Promise<Answer<string | null>> {
  const { t } = conversation.ctx.reader;
  return ask<string | null>(conversation, {
    text: html`${t("class_edit.ask.link")}`,
    again: html`${t("class_edit.ask.link_again")}`,
    choices: [[{ label: t("class_edit.no_link"), value: null }]],
    read({ message }) {
      const url = parseTypedAddress(message?.text);
      return url?.startsWith("https://") && url.length <= longest.link ? url : undefined;
    },
    canGoBack,
  });
}
