import { formatAge } from "../../../../bot/words/age.ts";
import { cutAtWord } from "../../../../bot/words/cut.ts";
import { type Html, html } from "../../../../bot/words/html.ts";
import { formatPrices, pricesOf } from "../../../../bot/words/price.ts";
import type { Conversation } from "../../../kit/conversation.ts";
import { readingOf } from "../ask/city-time.ts";
import { datesLines, fieldLine, formatWhere } from "../words.ts";
import type { Draft } from "./draft.ts";
import type { Field } from "./steps.ts";

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
