import type { LinkedThing } from "../../../bot/articles/article.ts";
import type { BotContext } from "../../../bot/context.ts";
import { findEventsToEdit } from "../../../bot/programme/editing/list-events-store.ts";
import { findStaff } from "../../../bot/staff/act-store.ts";
import { Html, html, joinLines } from "../../../bot/words/html.ts";
import { ask, type Choice } from "../../kit/ask/ask.ts";
import { askSeveral } from "../../kit/ask/ask-several.ts";
import { type Conversation, typed } from "../../kit/conversation.ts";
import { type Answer, answered } from "../../kit/steps/answer.ts";
import { rowLine } from "../programme/list-words.ts";

/** Events that are laid before somebody at once. */
const most = 10;

/** An event that was found, as plain JSON: a dialogue is replayed. */
interface FoundEvent extends LinkedThing {
  line: string;
}

/** What was laid before somebody, and what they ticked of it. */
export interface TickedEvents {
  shown: LinkedThing[];
  ticked: LinkedThing[];
}

/**
 * Asks for a part of a title, and lays the events that are called so and may be edited before staff, below those that are
 * linked. A review is of one event at least; news may have none.
 */
export async function askEvents(
  conversation: Conversation,
  { isReview, linked, canGoBack }: { isReview: boolean; linked: readonly LinkedThing[]; canGoBack: boolean },
): Promise<Answer<TickedEvents>> {
  const { t } = conversation.ctx.reader;
  const question = t(isReview ? "article_edit.ask.find_reviewed" : "article_edit.ask.find");
  const without: Choice<string | null>[] =
    linked.length > 0
      ? [{ label: t("article_edit.button.linked"), value: "" }]
      : isReview
        ? []
        : [{ label: t("article_edit.button.none"), value: null }];
  for (let asked = question; ; asked = t("article_edit.ask.nothing")) {
    const words = await ask<string | null>(conversation, {
      ...{ text: html`${asked}`, again: html`${question}`, choices: [without], canGoBack },
      read: (said) => (typed(said) === "" ? undefined : typed(said).slice(0, 100)),
    });
    if (words.kind !== "answer") return words;
    const title = words.value;
    if (title === null) return answered({ shown: [], ticked: [] });
    const found = title === "" ? [] : await conversation.dialogue.external((outer) => find(outer, title));
    const fresh = found.filter(({ id }) => !linked.some((event) => event.id === id));
    if (title !== "" && fresh.length === 0) continue;
    const ticked = await tick(conversation, { isReview, linked, fresh });
    if (ticked.kind !== "back") return ticked;
  }
}

async function tick(
  conversation: Conversation,
  { isReview, linked, fresh }: { isReview: boolean; linked: readonly LinkedThing[]; fresh: readonly FoundEvent[] },
): Promise<Answer<TickedEvents>> {
  const { t } = conversation.ctx.reader;
  const shown: LinkedThing[] = [...linked, ...fresh].map(({ id, title }) => ({ id, title }));
  const titleOf = new Map(shown.map(({ id, title }) => [String(id), title]));
  const answer = await askSeveral(conversation, {
    all: shown.map(({ id }) => String(id)),
    before: linked.map(({ id }) => String(id)),
    label: (id) => titleOf.get(id) ?? "",
    text: () => joinLines(t("article_edit.ask.tick"), "", ...fresh.map(({ line }) => html`• ${Html.trusted(line)}`)),
    again: html`${t("article_edit.ask.tick")}`,
    ready: (chosen) => (isReview && chosen.length === 0 ? undefined : t("programme.button.ready")),
    canGoBack: true,
  });
  if (answer.kind !== "answer") return answer;
  return answered({ shown, ticked: shown.filter(({ id }) => answer.value.includes(String(id))) });
}

/** What is called so and may be edited by whoever asks: what is to come, then drafts and what is over. */
async function find({ services, reader }: BotContext, title: string): Promise<FoundEvent[]> {
  const { database, city } = services;
  const { t, now, person } = reader;
  const staff = await findStaff(database, person.id);
  const query = { title, language: t.language, now, limit: most, offset: 0 };
  const shelves = ["coming", "past", "drafts"] as const;
  const pages = await Promise.all(shelves.map((shelf) => findEventsToEdit(database, staff, { ...query, shelf })));
  return pages
    .flatMap(({ rows }) => rows)
    .slice(0, most)
    .map((row) => {
      const line = String(rowLine(row, { t, now, zone: city.timeZone }));
      return { id: row.eventId, title: row.title, line };
    });
}
