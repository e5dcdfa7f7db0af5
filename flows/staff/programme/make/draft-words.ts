import { formatAge } from "../../../../bot/words/age.ts";
import { capitalise } from "../../../../bot/words/capitalise.ts";
import { cutAtWord } from "../../../../bot/words/cut.ts";
import { formatHeldIn } from "../../../../bot/words/held-in.ts";
import { type Html, html } from "../../../../bot/words/html.ts";
import type { Translate } from "../../../../bot/words/messages/translator.ts";
import { formatPrices, pricesOf } from "../../../../bot/words/price.ts";
import type { Conversation } from "../../../kit/conversation.ts";
import { readingOf } from "../ask/city-time.ts";
import { datesLines, fieldLine, formatWhere } from "../words.ts";
import type { Draft } from "./draft.ts";
import type { Field } from "./steps.ts";

/** What the text says of an event besides the fields that are asked for; it can be dropped. */
export type Extra = "status" | "heldIn";

/** Characters of a description: what it is can be seen by its beginning, and all of it would push the buttons off a phone. */
const shownBody = 120;

/** Whether a draft says anything in that field. */
export const isSaid = (conversation: Conversation, draft: Draft, field: Field): boolean =>
  field === "dates" ? (draft.dates ?? []).length > 0 : saidOf(draft, field, conversation) !== null;

/** A field of a draft with its name: "Where: …", or that it was not found. */
export function draftLine(conversation: Conversation, draft: Draft, field: Field): Html {
  const { t } = conversation.ctx.reader;
  const label = t(`programme.field.${field}`);
  if (field === "dates" && draft.dates && draft.dates.length > 0) {
    return html`<b>${label}:</b>\n${datesLines(draft.dates, t, readingOf(conversation))}`;
  }
  return fieldLine(label, saidOf(draft, field, conversation), t);
}

function saidOf(draft: Draft, field: Field, { ctx }: Conversation): string | null {
  const { t } = ctx.reader;
  switch (field) {
    case "title":
      return draft.title ?? null;
    case "body":
      return draft.body == null ? null : cutAtWord(draft.body, shownBody);
    case "language":
      return t(`language.name.${draft.language}`);
    case "dates":
      return null;
    case "where":
      return draft.where ? formatWhere(draft.where, t) : null;
    case "section":
      return draft.section ? t(`section.${draft.section}`) : null;
    case "price":
      return draft.price ? formatPrices(pricesOf(draft.price), t) : null;
    case "ageMin":
      return draft.ageMin == null ? null : formatAge(draft.ageMin, t);
    case "links":
      return draft.links?.map(({ kind, url }) => `${t(`programme.link.${kind}`)} ${url}`).join(", ") || null;
    case "posterUrl":
      return draft.posterUrl ? t("programme.has_poster") : null;
    case "institution":
      return draft.institution?.name ?? null;
  }
}

/** The extras that a draft has, in words. */
export function extrasOf({ status, heldIn }: Draft, t: Translate): { extra: Extra; words: string }[] {
  const language = heldIn && formatHeldIn(heldIn, t);
  return [
    ...(status ? [{ extra: "status" as const, words: t(`programme.status.${status}`) }] : []),
    ...(language ? [{ extra: "heldIn" as const, words: language }] : []),
  ];
}

/** What is told of a draft below its fields: what else the text says of it, what has to be asked, and what was not used. */
export function asidesOf(draft: Draft, t: Translate): Html[] {
  const { who, audiences = [], accessibility = [], doubts = [], unused = [] } = draft;
  const said = [
    ...extrasOf(draft, t).map(({ words }) => words),
    ...audiences.map((audience) => t(`audience.${audience}`)),
    ...accessibility.map((kind) => t(`accessibility.short.${kind}`)),
  ];
  return [
    ...(who === undefined ? [] : [fieldLine(t("programme.edit.who"), cutAtWord(who, shownBody), t)]),
    ...(said.length === 0 ? [] : [html`${said.map(capitalise).join(" · ")}`]),
    ...doubts.map((one) => html`«${one.said}»: ${t(doubtKeys[one.what])}`),
    ...(unused.length === 0
      ? []
      : [html`${t("programme.not_used", { words: cutAtWord(unused.join(" … "), shownUnused) })}`]),
  ];
}

/** Characters of what was not used. */
const shownUnused = 300;
const doubtKeys = {
  weekday: "programme.again.weekday",
  start: "programme.since_unsaid",
  end: "programme.again.end",
  over: "programme.again.start",
} as const;
