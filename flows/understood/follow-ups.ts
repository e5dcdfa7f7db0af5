import { Composer } from "grammy";
import type { BotContext } from "../../bot/context.ts";
import { cardCallback } from "../../bot/doors/telegram/screen/callbacks.ts";
import { send, type View } from "../../bot/doors/telegram/screen/show.ts";
import { chatKeyOf } from "../../bot/people/address.ts";
import { understand } from "../../bot/programme/search/query/parse-query.ts";
import { findQueryText } from "../../bot/programme/search/query/query-store.ts";
import type { Term } from "../../bot/programme/search/query/understanding.ts";
import { findLately } from "../../bot/threads/about-store.ts";
import { isInsteadOf, isOfHours, parseFollowUp } from "../../bot/understanding/follow-up/parse-follow-up.ts";
import { html } from "../../bot/words/html.ts";
import { menuView } from "../account/menu.ts";
import { courseCallback } from "../classes/callbacks.ts";
import { courseView } from "../classes/course.ts";
import { listCallback, searchCallback } from "../programme/callbacks.ts";
import { openedCardView } from "../programme/card.ts";
import { listView } from "../programme/list.ts";
import { firstView, laterView } from "../programme/search.ts";
import { lately } from "../threads/meant-for-staff.ts";
import { findLastList, type LastList } from "./last-list.ts";

/**
 * What goes on from the list that was just shown: «второй» opens its second row, «что ещё» its next page, «а завтра?» asks the
 * same for tomorrow, «почём билеты» opens what was asked for by its name. It stands before all that reads a message by itself; a
 * human who answered lately may be meant instead.
 */
export const followUps = new Composer<BotContext>();

followUps.chatType("private").on("message:text", async (ctx, next) => {
  const { text, via_bot, reply_to_message } = ctx.message;
  const list = text.startsWith("/") || via_bot || reply_to_message ? null : findLastList(ctx);
  const said = list === null ? null : parseFollowUp(text, ctx.reader);
  if (list === null || said === null) return next();
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
async function about(ctx: BotContext, { search, rows }: LastList): Promise<View | null> {
  const { services, reader } = ctx;
  const text =
    search && reader.chat && (await findQueryText(services.database, search.queryId, chatKeyOf(reader.chat)));
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

/** The same search with other conditions, said again in its words. */
async function changed(ctx: BotContext, list: LastList, terms: readonly Term[]): Promise<View | null> {
  const { services, reader } = ctx;
  const { search } = list;
  const said = terms.map((term) => term.said);
  const evening = reader.t("filter.part_value.evening");
  if (search === null) return list.isTonight && isDay(terms) ? firstView(ctx, [...said, evening].join(" ")) : null;
  if (reader.chat === null) return null;
  const text = await findQueryText(services.database, search.queryId, chatKeyOf(reader.chat));
  if (text === null) return null;
  const before = understand(text, reader.now, reader.zone, search.dropped);
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
