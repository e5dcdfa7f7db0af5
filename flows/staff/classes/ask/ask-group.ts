import { type Level, levels } from "../../../../bot/classes/courses/course.ts";
import { longest, mostPlaces } from "../../../../bot/classes/editing/editable.ts";
import { findTeachers } from "../../../../bot/classes/editing/find-store.ts";
import type { Dialogue, FlowContext } from "../../../../bot/context.ts";
import { isButtonUrl } from "../../../../bot/net/web-address.ts";
import { capitalise } from "../../../../bot/words/capitalise.ts";
import { formatHeldIn } from "../../../../bot/words/held-in.ts";
import { html } from "../../../../bot/words/html.ts";
import { languages } from "../../../../bot/words/language.ts";
import type { Answer } from "../../../kit/steps/answer.ts";
import { ask, type Choice } from "../../../kit/steps/ask.ts";

/** Who teaches: somebody who uses the bot, or a name. */
export interface Teacher {
  id: number | null;
  name: string;
}

const usualPlaces = [8, 10, 12, 15, 20, 30];

/** Asks how many places a group has. */
export function askCapacity(
  dialogue: Dialogue,
  ctx: FlowContext,
  { taken = 0, canGoBack }: { taken?: number; canGoBack: boolean },
): Promise<Answer<number>> {
  const { t } = ctx.reader;
  const least = Math.max(taken, 1);
  const choices = usualPlaces.filter((places) => places >= least).map((value) => ({ label: String(value), value }));
  return ask<number>(dialogue, ctx, {
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
export async function askTeacher(dialogue: Dialogue, ctx: FlowContext, canGoBack: boolean): Promise<Answer<Teacher>> {
  const { t, person } = ctx.reader;
  const known = await dialogue.external(({ services }) => findTeachers(services.database));
  const ownName = [ctx.from?.first_name, ctx.from?.last_name].filter(Boolean).join(" ") || person.firstName;
  const others = known.filter(({ personId }) => personId !== person.id);
  const choices: Choice<Teacher>[] = [
    { label: t("class_edit.myself"), value: { id: person.id, name: ownName.slice(0, longest.teacher).toWellFormed() } },
    ...others.map(({ personId, name }) => ({ label: name, value: { id: personId, name } })),
  ];
  return ask<Teacher>(dialogue, ctx, {
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

export function askLevel(dialogue: Dialogue, ctx: FlowContext, canGoBack: boolean): Promise<Answer<Level>> {
  const { t } = ctx.reader;
  return ask<Level>(dialogue, ctx, {
    text: html`${t("class_edit.ask.level")}`,
    again: html`${t("class_edit.press")}`,
    choices: levels.map((value) => [{ label: capitalise(t(`level.${value}`)), value }]),
    canGoBack,
  });
}

/** Asks which language lessons are in: a BCP 47 tag. */
export function askHeldIn(dialogue: Dialogue, ctx: FlowContext, canGoBack: boolean): Promise<Answer<string>> {
  const { t } = ctx.reader;
  return ask<string>(dialogue, ctx, {
    text: html`${t("class_edit.ask.language")}`,
    again: html`${t("class_edit.press")}`,
    choices: languages.map((value) => [{ label: capitalise(formatHeldIn(value, t) ?? value), value }]),
    canGoBack,
  });
}

/** Asks for the address of the lessons; null: none for now. */
export function askLink(dialogue: Dialogue, ctx: FlowContext, canGoBack: boolean): Promise<Answer<string | null>> {
  const { t } = ctx.reader;
  return ask<string | null>(dialogue, ctx, {
    text: html`${t("class_edit.ask.link")}`,
    again: html`${t("class_edit.ask.link_again")}`,
    choices: [[{ label: t("class_edit.no_link"), value: null }]],
    read({ message }) {
      const url = (message?.text ?? "").trim();
      return url.startsWith("https://") && url.length <= longest.link && isButtonUrl(url) ? url : undefined;
    },
    canGoBack,
  });
}
