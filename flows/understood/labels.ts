import type { BotContext } from "../../bot/context.ts";
import type { View } from "../../bot/doors/telegram/screen/show.ts";
import type { Scope } from "../../bot/programme/listing/list-query.ts";
import type { PlainIntent } from "../../bot/understanding/intent.ts";
import { languages } from "../../bot/words/language.ts";
import type { Words } from "../../bot/words/messages/translator.ts";
import { articlesView } from "../articles/list.ts";
import { firstShelf, ideasView } from "../ideas/views.ts";
import { offersView } from "../offers/list.ts";
import { datesView } from "../programme/dates.ts";
import { listView } from "../programme/list.ts";
import { votesView } from "../votes/screen.ts";
import { answers } from "./answers.ts";

const lists = {
  "button.tonight": "tonight",
  "button.live": "live",
  "button.today": "today",
  "button.tomorrow": "tomorrow",
  "button.weekend": "weekend",
  "button.week": "week",
  "button.ongoing": "ongoing",
  "button.archive": "archive",
} as const satisfies Record<string, Scope["kind"]>;
const screens = {
  "my.title": "reminders",
  "classes.own": "own_classes",
  "classes.button": "classes",
  "button.settings": "settings",
  "button.help": "help",
  "button.privacy": "privacy",
  "button.language": "languages",
  "button.menu": "menu",
  "button.back": "menu",
  "button.cancel": "menu",
  "quiet.title": "quiet_hours",
  "zone.title": "zone",
  "digest.button.open": "digest",
  "calendar.button.open": "calendar",
  "thread.button.write": "human",
  "collection.title": "collections",
} as const satisfies Record<string, PlainIntent>;

const others = [
  "article.title",
  "article.heading",
  "always.title",
  "button.date",
  "idea.title",
  "idea.button.menu",
  "vote.title",
] as const;

type Answer = (ctx: BotContext) => View | Promise<View>;

const showList =
  (kind: (typeof lists)[keyof typeof lists]): Answer =>
  ({ services, reader }) =>
    listView(services, reader, { scope: { kind }, filters: {}, page: 0 });

const allArticles: Answer = ({ services, reader }) =>
  articlesView(services, reader, { scope: { kind: "all" }, page: 0 });

/** What buttons answer that need no state, by their labels in every language. */
const known = new WeakMap<Words, ReadonlyMap<string, Answer>>();

/** What the button answers that is called just as somebody typed; undefined where none is. */
export function answerOfLabel(words: Words, text: string): Answer | undefined {
  const labels = known.get(words) ?? allLabels(words);
  known.set(words, labels);
  return labels.get(plain(text));
}

/** Without the sign that says that there is more behind it. */
const plain = (label: string): string =>
  label
    .trim()
    .replace(/(?:…|\.{3})$/u, "")
    .toLowerCase();

function allLabels(words: Words): Map<string, Answer> {
  const entries: [keyof typeof lists | keyof typeof screens | (typeof others)[number], Answer][] = [
    ["article.title", allArticles],
    ["article.heading", allArticles],
    ["always.title", ({ services, reader }) => offersView(services, reader, { shelf: "all", page: 0 })],
    ["button.date", ({ services, reader }) => datesView(services, reader, { month: null, filters: {}, back: null })],
    ["idea.title", (ctx) => ideasView(ctx, firstShelf)],
    ["idea.button.menu", (ctx) => ideasView(ctx, firstShelf)],
    ["vote.title", (ctx) => votesView(ctx, { isEnded: false, page: 0 })],
    ...Object.entries(lists).map(([key, kind]): [keyof typeof lists, Answer] => [
      key as keyof typeof lists,
      showList(kind),
    ]),
    ...Object.entries(screens).map(([key, intent]): [keyof typeof screens, Answer] => [
      key as keyof typeof screens,
      answers[intent],
    ]),
  ];
  return new Map(
    entries.flatMap(([key, answer]) => languages.map((language) => [plain(words.for(language)(key)), answer] as const)),
  );
}
