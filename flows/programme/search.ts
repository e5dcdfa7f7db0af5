import type { BotContext, Reader, Services } from "../../bot/context.ts";
import { button } from "../../bot/doors/telegram/screen/keyboard.ts";
import { send, show, type View } from "../../bot/doors/telegram/screen/show.ts";
import { chatKeyOf } from "../../bot/people/address.ts";
import type { Filters } from "../../bot/programme/listing/list-query.ts";
import type { Listed } from "../../bot/programme/listing/list-row.ts";
import { findListedByIds } from "../../bot/programme/listing/list-store.ts";
import { formatFound as formatEvents } from "../../bot/programme/listing/words.ts";
import { asQuery, findQueryText, rememberQuery } from "../../bot/programme/search/query/query-store.ts";
import { isAsked } from "../../bot/programme/search/query/understanding.ts";
import { type SearchOutcome, search } from "../../bot/programme/search/search-store.ts";
import { html, joinLines } from "../../bot/words/html.ts";
import type { Translate } from "../../bot/words/messages/translator.ts";
import { menuView, toMenu } from "../account/menu.ts";
import { findArticlesMeant, formatWritten } from "../articles/found.ts";
import { articleRows } from "../articles/list.ts";
import { courseCallback } from "../classes/callbacks.ts";
import { onCallback } from "../kit/on-callback.ts";
import { onCommand } from "../kit/on-command.ts";
import { hears } from "../kit/reply-keyboard.ts";
import { Screen } from "../kit/screen.ts";
import { findOffersMeant, formatFound, isCalledSo } from "../offers/found.ts";
import { offerRows } from "../offers/list.ts";
import { foundView } from "../simple/found.ts";
import { isSimple } from "../simple/screen.ts";
import { type SearchState, searchAskCallback, searchCallback, searchThisCallback } from "./callbacks.ts";
import { findCoursesMeant } from "./courses-meant.ts";
import { titleRows } from "./list.ts";
import { anyClassView, bottomRow, noClassView, nothingView, wishRow } from "./search-ends.ts";
import { coursesLine, nearestLine, passedOver, understood } from "./search-lines.ts";
import { pageOf, rowsOf } from "./search-page.ts";

/** A page of a search that has further ones, or null: a text that is not kept has one page. */
type Page = { queryId: string | null; dropped: number; page: number; filters: Filters };

/** What is answered where the programme has no such thing. */
interface Instead {
  view(): Promise<View>;
  /** It is said for courtesy, or about the bot: «хм» alone asks for no list. */
  isTalk: boolean;
  /** Likelier than a search of which a part is passed over. */
  isLikely: boolean;
}

/**
 * Searches for what somebody wrote, and remembers the words if they may be kept, for its asker in this chat. Where there is no
 * such thing, `instead` is shown if it is given.
 */
export async function firstView(ctx: BotContext, said: string, instead?: Instead): Promise<View> {
  const { services, reader, update, msg } = ctx;
  const text = asQuery(said);
  const asNew = { dropped: 0, page: 0, filters: {} };
  const outcome = await find(services, reader, text, asNew);
  if (instead !== undefined && !(await isMeant(text, outcome, instead, services, reader))) return instead.view();
  const found = outcome.kind === "found" ? outcome.total : 0;
  // A number that is the same at each delivery, and another for each message: Telegram tells seconds, the number makes it finer.
  const askedAt = new Date((msg?.date ?? 0) * 1_000 + (update.update_id % 1_000));
  const { person, chat } = reader;
  const asked = { personId: person.id, found, askedAt };
  const queryId =
    chat === null ? null : await rememberQuery(services.database, text, { ...asked, chatKey: chatKeyOf(chat) });
  return outcomeView(services, reader, text, { queryId, ...asNew }, outcome);
}

/** Whether the programme, the courses or what is there at any time have what was said, so that nothing else needs to be meant. */
async function isMeant(
  text: string,
  outcome: SearchOutcome,
  { isTalk, isLikely }: Instead,
  services: Services,
  reader: Reader,
): Promise<boolean> {
  const { isOpen, isForClass, words, terms } = outcome.understanding;
  if (isForClass) return (await findCoursesMeant(services, reader, outcome)).length > 0;
  // Of a day, a section and no more the search says itself that there is none.
  const isWhole = words.length === 0 && terms.filter(isAsked).length > 1;
  // "Something for a laugh" is a wish, and no small talk.
  if (isOpen) return !isTalk || terms.length > 0;
  if (isWhole || outcome.kind === "found" || (passedOver(outcome) !== undefined && !isLikely)) return true;
  return isCalledSo(await findOffersMeant(services, reader, outcome), text);
}

/** Another page of a search, or the same search with a term dropped. */
export async function laterView({ services, reader }: BotContext, state: SearchState): Promise<View> {
  const { chat } = reader;
  const text = chat === null ? null : await findQueryText(services.database, state.queryId, chatKeyOf(chat));
  if (text === null) return menuView(reader.t, html`${reader.t("search.forgotten")}`);
  const outcome = await find(services, reader, text, state);
  return outcomeView(services, reader, text, state, outcome);
}

/** How many rows a page has, by what stands below them. */
const sizeFor = (reader: Reader, kind: SearchOutcome["kind"]): number =>
  rowsOf({ isSimple: isSimple(reader), isWaiting: kind !== "found" });

function find(
  { database }: Services,
  reader: Reader,
  text: string,
  { dropped, page, filters }: Omit<Page, "queryId">,
): Promise<SearchOutcome> {
  const { now, zone } = reader;
  // Which of them the page shows, is known with what else was found.
  const limit = (page + 1) * sizeFor(reader, "found");
  return search(database, { text, now, zone, dropped, filters, limit, offset: 0 });
}

async function outcomeView(
  { database, words }: Services,
  reader: Reader,
  text: string,
  page: Page,
  outcome: SearchOutcome,
): Promise<View> {
  const { t } = reader;
  const { understanding } = outcome;
  const isWhole = Object.keys(page.filters).length === 0;
  const [allCourses, allStanding, allWritten] = await Promise.all([
    isWhole ? findCoursesMeant({ database, words }, reader, outcome) : [],
    isWhole ? findOffersMeant({ database }, reader, outcome) : [],
    isWhole && !understanding.isForClass ? findArticlesMeant({ database }, reader, outcome) : [],
  ]);
  // Who wants to learn is not told what else there is instead.
  const isAside = understanding.isForClass && outcome.kind !== "found" && allCourses.length > 0;
  const hits = outcome.kind === "nothing" || isAside ? [] : outcome.hits;
  const perPage = sizeFor(reader, outcome.kind);
  const mostAside = hits.length === 0 ? perPage : understanding.isForClass ? 3 : 2;
  const courses = page.page === 0 ? allCourses.slice(0, mostAside) : [];
  const standing = page.page === 0 ? allStanding.slice(0, mostAside - courses.length) : [];
  const written = page.page === 0 ? allWritten.slice(0, mostAside - courses.length - standing.length) : [];
  const allAside = allCourses.length + allStanding.length + allWritten.length;
  const aside = isSimple(reader) ? 0 : Math.min(mostAside, allAside);
  const total = outcome.kind === "nothing" || isAside ? 0 : outcome.total;
  const cut = pageOf(hits, { page: page.page, perPage, aside, total });
  const events = await findListedOf(database, cut.hits, t);
  const { queryId } = page;
  const state = queryId === null ? null : { ...page, queryId };
  if (understanding.isForClass && page.page === 0 && courses.length === 0)
    return understanding.words.length > 0 ? noClassView(t, text) : anyClassView({ database }, reader, understanding);
  if (events.length + courses.length + standing.length + written.length === 0)
    return nothingView(t, text, state, wishRow(outcome, state, t));
  const lines = [
    outcome.kind === "nearest" && !isAside ? html`${nearestLine(outcome, t)}` : null,
    events.length > 0 ? formatEvents(events, reader) : null,
    cut.total > perPage ? html`\n${t("list.shown", cut)}` : null,
    state === null && cut.total > perPage ? html`\n${t("search.not_kept")}` : null,
  ];
  const from = state === null ? "" : searchCallback.data(state);
  const eventRows = titleRows(events, from, reader);
  const courseRows = courses.map(({ courseId, title }) => [button(title, courseCallback.data({ courseId, page: 0 }))]);
  const standingRows = offerRows(standing, from, t);
  const writtenRows = articleRows(written, from, t);
  // What is called just so stands first.
  const isStandingFirst = outcome.kind !== "found" || isCalledSo(standing, text);
  const isCourseFirst = understanding.isForClass && courses.length > 0;
  const simple = {
    course: isCourseFirst || events.length === 0 ? courses[0] : undefined,
    event: events[0],
    said: outcome.kind === "nearest" && !isAside ? nearestLine(outcome, t) : null,
    written: written[0],
    next: state !== null && cut.hasMore ? searchCallback.data({ ...state, page: page.page + 1 }) : null,
  };
  return {
    inSimpleMode: foundView(simple, reader),
    text: joinLines(
      html`<b>${t("list.search", { query: text })}</b>`,
      understood(understanding, t),
      outcome.kind !== "nothing" && outcome.corrected ? t("search.corrected", { query: outcome.corrected }) : null,
      "",
      isStandingFirst ? formatFound(standing, reader) : null,
      isCourseFirst ? html`${coursesLine(courses, text, t, events.length > 0)}\n` : null,
      isCourseFirst && events.length > 0 ? t("search.events") : null,
      ...lines,
      !isCourseFirst && courses.length > 0 ? html`\n${coursesLine(courses, text, t, events.length > 0)}` : null,
      isStandingFirst ? null : formatFound(standing, reader),
      formatWritten(written, reader),
    ),
    keyboard: [
      ...(isStandingFirst ? standingRows : []),
      ...(isCourseFirst ? [...courseRows, ...eventRows] : [...eventRows, ...courseRows]),
      ...(isStandingFirst ? [] : standingRows),
      ...writtenRows,
      wishRow(outcome, state, t),
      bottomRow({ kind: outcome.kind, hasMore: cut.hasMore }, state, t),
    ],
  };
}

async function findListedOf(
  database: Services["database"],
  hits: readonly { occurrenceId: number | null }[],
  t: Translate,
): Promise<Listed[]> {
  const ids = hits.flatMap(({ occurrenceId }) => (occurrenceId === null ? [] : [occurrenceId]));
  return ids.length > 0 ? findListedByIds(database, ids, t.language) : [];
}

const askView = ({ t }: Reader): View => ({ text: html`${t("search.ask")}`, keyboard: [[toMenu(t)]] });

export const searchScreen = new Screen();

onCommand(searchScreen, "search", async (ctx, rest) => {
  const text = rest.trim();
  await send(ctx, text === "" ? askView(ctx.reader) : await firstView(ctx, text));
});

hears(searchScreen, "button.search", (ctx) => send(ctx, askView(ctx.reader)));
onCallback(searchScreen, searchAskCallback, (ctx) => show(ctx, askView(ctx.reader)));
onCallback(searchScreen, searchThisCallback, async (ctx) => {
  const text = ctx.callbackQuery?.message?.reply_to_message?.text;
  await show(ctx, text === undefined ? askView(ctx.reader) : await firstView(ctx, text));
});
onCallback(searchScreen, searchCallback, async (ctx, state) => show(ctx, await laterView(ctx, state)));
