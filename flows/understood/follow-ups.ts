import type { BotContext } from "../../bot/context.ts";
import { cardCallback } from "../../bot/doors/telegram/screen/callbacks.ts";
import { send, type View } from "../../bot/doors/telegram/screen/show.ts";
import { chatKeyOf } from "../../bot/people/address.ts";
import { formatPriceLimit } from "../../bot/planning/words.ts";
import { findListedByIds } from "../../bot/programme/listing/list-store.ts";
import { understand } from "../../bot/programme/search/query/parse-query.ts";
import { findQueryText } from "../../bot/programme/search/query/query-store.ts";
import type { Term } from "../../bot/programme/search/query/understanding.ts";
import { findLately } from "../../bot/threads/about-store.ts";
import { isInsteadOf, isOfHours, parseFollowUp } from "../../bot/understanding/follow-up/parse-follow-up.ts";
import { html } from "../../bot/words/html.ts";
import { menuView } from "../account/menu.ts";
import { courseCallback } from "../classes/callbacks.ts";
import { courseView } from "../classes/course.ts";
import { onSaid } from "../kit/on-said.ts";
import { Screen } from "../kit/screen.ts";
import { listCallback, searchCallback } from "../programme/callbacks.ts";
import { openedCardView } from "../programme/card.ts";
import { listView } from "../programme/list.ts";
import { firstView, laterView } from "../programme/search.ts";
import { lately } from "../threads/meant-for-staff.ts";
import { formatAnotherHour } from "./another-hour.ts";
import { answerOfLabel } from "./labels.ts";
import { findLastList, type LastList } from "./last-list.ts";

/**
 * What goes on from the list that was just shown: «второй» opens its second row, «что ещё» its next page, «а завтра?» asks the
 * same for tomorrow, «почём билеты» opens what was asked for by its name. It stands before all that reads a message by itself; a
 * human who answered lately may be meant instead.
 */
export const followUps = new Screen();

onSaid(followUps, async (ctx, text, next) => {
  const list = findLastList(ctx);
  const said = list === null ? null : parseFollowUp(text, ctx.reader);
  // The label of a button is that button.
  const isLabel = said?.kind === "change" && answerOfLabel(ctx.services.words, text) !== undefined;
  if (list === null || said === null || isLabel) return next();
  const { services, reader } = ctx;
  const since = new Date(reader.now.getTime() - lately);
  if ((await findLately(services.database, reader.person.id, since)) !== null) return next();
  const view = await viewOf(ctx, list, said);
  return view === null ? next() : send(ctx, view);
});

/** Null where the list has nothing of the kind. */
async function viewOf(
  ctx: BotContext,
  list: LastList,
  said: NonNullable<ReturnType<typeof parseFollowUp>>,
): Promise<View | null> {
  switch (said.kind) {
    case "row":
      return opened(ctx, list.rows.at(said.number < 0 ? said.number : said.number - 1));
    case "more":
      return list.later === null ? noMoreView(ctx) : turned(ctx, list.later);
    case "about":
      return about(ctx, list);
    case "cheaper":
      return forLess(ctx, list);
    case "later":
    case "earlier":
      return atAnotherHour(ctx, list, said.kind);
    case "change":
      return (said.terms.every(isOfThing) ? await aboutOne(ctx, list) : null) ?? changed(ctx, list, said.terms);
  }
}

async function opened({ services, reader, me }: BotContext, data = ""): Promise<View | null> {
  const card = cardCallback.read(data);
  if (card !== undefined) return openedCardView(services, reader, card, me.username);
  const course = courseCallback.read(data);
  return course === undefined ? null : courseView(services, reader, course, me.username);
}

/** The card of what was asked for by its name; of a list by day or section each row says it. */
async function about(ctx: BotContext, list: LastList): Promise<View | null> {
  const { reader } = ctx;
  const { search, rows } = list;
  const text = search && (await textOf(ctx, list));
  if (!text || understand(text, reader.now, reader.zone).words.length === 0) return null;
  return opened(ctx, rows[0]);
}

/** Conditions that are asked about the one thing that was shown: «а с коляской можно?» */
const isOfThing = ({ kind }: Term): boolean => ["age", "audience", "accessibility", "held_in"].includes(kind);

/** So few rows are one thing, or the same on two days. */
const mostOfOne = 2;

const aboutOne = async (ctx: BotContext, list: LastList): Promise<View | null> =>
  list.rows.length <= mostOfOne && list.later === null ? about(ctx, list) : null;

async function turned(ctx: BotContext, data: string): Promise<View | null> {
  const search = searchCallback.read(data);
  if (search !== undefined) return laterView(ctx, search);
  const listing = listCallback.read(data);
  return listing === undefined ? null : listView(ctx.services, ctx.reader, listing);
}

const noMoreView = async ({ reader: { t } }: BotContext): Promise<View> => menuView(t, html`${t("search.no_more")}`);

/** What the list answers: the words of a search, or the label of its button; null where it is of no time. */
async function textOf({ services, reader }: BotContext, { search, time }: LastList): Promise<string | null> {
  if (search === null) return time && reader.t(time);
  return reader.chat && findQueryText(services.database, search.queryId, chatKeyOf(reader.chat));
}

/** The same for less than half of what was shown costs; null where all of it is free. */
async function forLess(ctx: BotContext, list: LastList): Promise<View | null> {
  const rows = await shownIn(ctx, list);
  const prices = rows.map((row) => (row.isFree || row.isFreeOnline ? 0 : (row.priceMin ?? 0))).sort((a, b) => a - b);
  const middle = prices[Math.floor(prices.length / 2)] ?? 0;
  if (middle === 0) return null;
  const limit = prices.findLast((price) => price < middle) ?? 0;
  return changedBy(ctx, list, formatPriceLimit(limit, ctx.reader.t));
}

/** The same at an hour behind or before the middle of what was shown; null where nothing of it begins at an hour. */
async function atAnotherHour(ctx: BotContext, list: LastList, than: "later" | "earlier"): Promise<View | null> {
  const said = formatAnotherHour(await shownIn(ctx, list), than, ctx.reader);
  return said === null ? null : changedBy(ctx, list, said);
}

/** What the list shows. */
function shownIn({ services, reader }: BotContext, { rows }: LastList) {
  const ids = rows.flatMap((row) => cardCallback.read(row)?.occurrenceId ?? []);
  return findListedByIds(services.database, ids, reader.t.language);
}

/** The list with a term in it, as one types it. */
async function changedBy(ctx: BotContext, list: LastList, said: string): Promise<View | null> {
  const [term] = understand(said, ctx.reader.now, ctx.reader.zone).terms;
  return term === undefined ? null : changed(ctx, list, [term]);
}

/** The same search with other conditions, said again in its words. */
async function changed(ctx: BotContext, list: LastList, terms: readonly Term[]): Promise<View | null> {
  const { reader } = ctx;
  const said = terms.map((term) => term.said);
  const evening = reader.t("filter.part_value.evening");
  const text = await textOf(ctx, list);
  if (text === null) return null;
  const before = understand(text, reader.now, reader.zone, list.search?.dropped ?? 0);
  const replaced = before.terms.filter((term) => terms.some((each) => isInsteadOf(each, term)));
  const gone = new Set(replaced.flatMap(({ words }) => words));
  const kept = before.said.filter((word) => !gone.has(word)).map(({ raw }) => raw);
  // Of "tonight" the day is replaced, and the evening stays.
  const wasTonight = replaced.some((term) => term.kind === "when" && term.value.kind === "tonight");
  return firstView(ctx, [...kept, ...said, ...(wasTonight && isDay(terms) ? [evening] : [])].join(" "));
}

/** Whether a day is said, and no hour of it. */
function isDay(terms: readonly Term[]): boolean {
  const whens = terms.flatMap((term) => (term.kind === "when" ? [term] : []));
  return whens.length > 0 && !whens.some((term) => isOfHours(term) || leavesNoEvening.includes(term.value.kind));
}

/** Times that are no day, or an evening by themselves. */
const leavesNoEvening: readonly string[] = ["now", "tonight"];
