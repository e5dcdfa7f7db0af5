import type { Guess, MarkedText } from "../../../../bot/programme/editing/extract/extracted.ts";
import { findKnownNames } from "../../../../bot/programme/editing/name-store.ts";
import { formatAge } from "../../../../bot/words/age.ts";
import { html, joinLines } from "../../../../bot/words/html.ts";
import { formatPrice } from "../../../../bot/words/price.ts";
import type { Conversation } from "../../../kit/conversation.ts";
import { defineDialogue } from "../../../kit/dialogue.ts";
import { type Answer, answered, mapAnswer } from "../../../kit/steps/answer.ts";
import { ask } from "../../../kit/steps/ask.ts";
import { inRows } from "../../../kit/steps/choose.ts";
import { meant, type Understood, understand } from "../../../kit/steps/understand.ts";
import { toSaid } from "../ask/ask-dates.ts";
import { findOwnHouses, type Houses } from "../ask/ask-institution.ts";
import { posterIn } from "../ask/ask-poster.ts";
import { longestBody, longestTitle } from "../ask/ask-words.ts";
import { readingOf } from "../ask/city-time.ts";
import { endWithDraft, endWithNothing } from "../finish.ts";
import { datesLines, fieldLine, formatWhere } from "../words.ts";
import type { Draft, Where } from "./draft.ts";
import { type Field, fields, ownHouse, stepsOf } from "./steps.ts";

/** A text, and the photo above it. */
type Pasted = MarkedText & { poster: string | null };

/** Makes an event of a text that is pasted or forwarded: what was guessed is shown, each field a tap from being corrected. */
export const pasteEvent = defineDialogue(
  "paste-event",
  { version: 2 },
  async (conversation: Conversation): Promise<void> => {
    const { t } = conversation.ctx.reader;
    const houses = await findOwnHouses(conversation);
    const found = await askPasted(conversation, houses);
    if (found === null) return endWithNothing(conversation);
    let draft: Draft = { ...found, ...ownHouse(houses) };
    const steps = stepsOf(conversation, houses);
    const open = fields.filter((field) => steps[field].isNeeded?.(draft) !== false);
    for (;;) {
      const isReady = draft.title !== undefined;
      const answer = await ask<Field | "save">(conversation, {
        text: joinLines(html`${t("programme.guessed")}\n`, ...open.map((field) => line(conversation, draft, field))),
        again: html`${t("programme.again.button")}`,
        choices: [
          ...(isReady ? [[{ label: t("programme.button.save"), value: "save" as const }]] : []),
          ...inRows(
            open.map((field) => ({ label: t(`programme.field.${field}`), value: field })),
            2,
          ),
        ],
      });
      if (answer.kind !== "answer") return endWithNothing(conversation);
      if (answer.value === "save") {
        const placed = await withPlace(draft, steps);
        if (placed.kind === "cancelled") return endWithNothing(conversation);
        if (placed.kind === "answer") return endWithDraft(conversation, placed.value);
        continue;
      }
      const corrected = await steps[answer.value].ask(draft, true);
      if (corrected.kind === "cancelled") return endWithNothing(conversation);
      if (corrected.kind === "answer") draft = { ...draft, ...corrected.value };
    }
  },
);

/** An event without a place and without a stream is nowhere: where it is is asked before it is kept. */
async function withPlace(draft: Draft, steps: ReturnType<typeof stepsOf>): Promise<Answer<Draft>> {
  const hasStream = draft.links?.some(({ kind }) => kind === "stream") ?? false;
  if (draft.where !== undefined || hasStream) return answered(draft);
  return mapAnswer(await steps.where.ask(draft, true), (where) => ({ ...draft, ...where }));
}

/** What was pasted says about an event; null: they left. A text that cannot be read is asked for anew, with the reason. */
async function askPasted(conversation: Conversation, houses: Houses): Promise<Draft | null> {
  const { t } = conversation.ctx.reader;
  const question = html`${t("programme.ask.paste")}`;
  for (let text = question; ; ) {
    const pasted = await ask<Pasted>(conversation, {
      text,
      again: question,
      read: (said) => {
        const { message } = said;
        const text = message?.text ?? message?.caption;
        if (text === undefined || text.length < 10) return undefined;
        return { text, entities: message?.entities ?? message?.caption_entities ?? [], poster: posterIn(said) ?? null };
      },
    });
    if (pasted.kind !== "answer") return null;
    const guessed = await guess(conversation, pasted.value, houses);
    if (guessed.kind === "meant") return guessed.value;
    if (guessed.kind === "unread") text = html`${t(`step.unread.${guessed.excess}`)}`;
  }
}

/** What the text says, and the names of what it names. */
function guess(conversation: Conversation, pasted: Pasted, houses: Houses): Promise<Understood<Draft>> {
  const reading = readingOf(conversation);
  return understand(conversation.dialogue, async (readText, { services: { database } }) => {
    const known = { ...(await findKnownNames(database)), ownHouses: houses.own.flatMap(({ id }) => id ?? []) };
    const guessed = await readText("event", pasted, known, reading);
    const nameOf = (names: typeof known.places, id: number) => names.find((one) => one.id === id)?.names[0] ?? "";
    const institutionId = guessed.institution?.value;
    const isOpen = institutionId !== undefined && (houses.isAll || houses.own.some(({ id }) => id === institutionId));
    return meant<Draft>({
      ...draftOf(guessed, (id) => nameOf(known.places, id)),
      ...(isOpen && { institution: { id: institutionId, name: nameOf(known.institutions, institutionId) } }),
      language: guessed.language,
      ...(pasted.poster !== null && { posterUrl: pasted.poster }),
    });
  });
}

function draftOf(guessed: Guess, nameOf: (placeId: number) => string): Omit<Draft, "language"> {
  const { title, dates, place, price, ageMin, links, section, body, summary } = guessed;
  const text = [summary, body].filter(Boolean).join("\n\n").slice(0, longestBody);
  const isOnline = place === null && guessed.attendanceMode === "online";
  const where: Where | undefined = place ? whereOf(place.value, nameOf) : isOnline ? { kind: "online" } : undefined;
  return {
    ...(title && { title: title.value.slice(0, longestTitle) }),
    ...(dates.length > 0 && { dates: dates.map(({ value }) => toSaid(value)) }),
    ...(where && { where }),
    ...(price && { price: price.value }),
    ...(ageMin && { ageMin: ageMin.value }),
    ...(section && { section }),
    ...(text !== "" && { body: text }),
    ...(guessed.who && { who: guessed.who.value }),
    links: links.map(({ value }) => value),
    audiences: guessed.audiences,
    accessibility: guessed.accessibility,
  };
}

function whereOf(place: NonNullable<Guess["place"]>["value"], nameOf: (placeId: number) => string): Where {
  if (place.kind === "known") return { kind: "known", placeId: place.id, name: nameOf(place.id) };
  const [name = place.text, ...address] = place.text.split(", ");
  return { kind: "new", name, address: address.length === 0 ? null : address.join(", ") };
}

function line(conversation: Conversation, draft: Draft, field: Field) {
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
    case "body":
      return draft[field] ?? null;
    case "dates":
      return null;
    case "where":
      return draft.where ? formatWhere(draft.where, t) : null;
    case "section":
      return draft.section ? t(`section.${draft.section}`) : null;
    case "price":
      return draft.price ? formatPrice(draft.price, t) : null;
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
