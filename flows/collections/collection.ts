import type { InlineKeyboardButton } from "grammy/types";
import { articleData } from "../../bot/articles/callbacks.ts";
import {
  type Arrangement,
  arrange,
  arrangements,
  countProgramme,
  type ProgrammeItem,
} from "../../bot/collections/arrange.ts";
import {
  type CollectionState,
  collectionCallback,
  collectionFileCallback,
  collectionsCallback,
  dropCollectionCallback,
  remindCollectionCallback,
  routeCallback,
} from "../../bot/collections/callbacks.ts";
import { type Collection, type CollectionDates, isOver } from "../../bot/collections/collection.ts";
import { type CollectionPart, findParts, findShownCollection } from "../../bot/collections/collection-store.ts";
import { findProgramme } from "../../bot/collections/programme-store.ts";
import { isRemindedOf } from "../../bot/collections/remind-store.ts";
import { hasRoute } from "../../bot/collections/route.ts";
import { gatherShowings } from "../../bot/collections/showings.ts";
import { collectionTitle, formatAbout, formatCollectionDates, formatHeading } from "../../bot/collections/words.ts";
import type { Reader, Services } from "../../bot/context.ts";
import { deepLink, shareLink } from "../../bot/doors/telegram/screen/deep-links.ts";
import { button, listRows, rows, urlButton } from "../../bot/doors/telegram/screen/keyboard.ts";
import { show, type View } from "../../bot/doors/telegram/screen/show.ts";
import { pageSize } from "../../bot/programme/listing/list-query.ts";
import { findListedByIds } from "../../bot/programme/listing/list-store.ts";
import { formatRow } from "../../bot/programme/listing/words.ts";
import { type Html, html, joinLines } from "../../bot/words/html.ts";
import { menuView, toMenu } from "../account/menu.ts";
import { articlesAbout } from "../articles/buttons.ts";
import { courseCallback } from "../classes/callbacks.ts";
import { onCallback } from "../kit/on-callback.ts";
import { turnRow } from "../kit/pagination.ts";
import { Screen } from "../kit/screen.ts";
import { titleRows } from "../programme/list.ts";
import { isSimple } from "../simple/screen.ts";
import { chooserOf } from "./chooser.ts";
import { type ReminderOfWhole, simpleAbout, simpleProgramme } from "./simple.ts";

type Stored = Pick<Services, "database">;

/** The state of a collection's first screen. */
export const aboutOf = (collectionId: number, articleId: number | null = null): CollectionState => ({
  ...{ collectionId, face: "about", page: 0, articleId },
});

/** A collection: what it is, or its programme; `said` tells what has just happened. */
export async function collectionView(
  services: Stored,
  reader: Reader,
  state: CollectionState,
  username: string,
  said?: string,
): Promise<View> {
  const { t, now } = reader;
  const { database } = services;
  const collection = await findShownCollection(database, state.collectionId, now);
  if (collection === null) return menuView(t, html`${t("collection.gone")}`);
  const looking = { now, language: t.language, personId: chooserOf(reader) };
  const items = await findProgramme(database, collection.id, looking);
  return state.face === "about" || items.length === 0
    ? aboutView(services, reader, { collection, items, page: state.page, articleId: state.articleId }, username, said)
    : programmeView(services, reader, { collection, items }, { by: state.face, page: state.page });
}

interface Seen {
  collection: Collection;
  items: readonly ProgrammeItem[];
}

async function aboutView(
  { database }: Stored,
  reader: Reader,
  { collection, items, page, articleId }: Seen & Pick<CollectionState, "page" | "articleId">,
  username: string,
  said?: string,
): Promise<View> {
  const { t, now, zone } = reader;
  const { id, parentId } = collection;
  const [parts, news, whole] = await Promise.all([
    findParts(database, id, now),
    articlesAbout({ database }, { kind: "collection", id }, reader),
    parentId === null ? null : findShownCollection(database, parentId, now),
  ]);
  const shown = parts.slice(page * pageSize, (page + 1) * pageSize);
  const hasMore = (page + 1) * pageSize < parts.length;
  const isEmpty = items.length === 0;
  const about = formatAbout(collection, countProgramme(gatherShowings(items, now, zone)), reader);
  const reminder = await reminderOf({ database }, reader, collection);
  const own = ownButtons(reader, { collection, items, reminder }, username);
  return {
    inSimpleMode: simpleAbout(t, joinLines(said === undefined ? null : html`${said}\n`, about), {
      collectionId: id,
      isEmpty,
      reminder,
    }),
    text: joinLines(
      said === undefined ? null : html`${said}\n`,
      about,
      whole === null ? null : html`\n${t("collection.part_of", { title: collectionTitle(whole.texts, t.language) })}`,
      // Other buttons stand below those of the parts, so the parts are named.
      shown.length === 0
        ? null
        : html`\n${t("collection.parts", { titles: shown.map(({ texts }) => collectionTitle(texts, t.language)).join(", ") })}`,
    ),
    keyboard: [
      ...listRows(
        shown,
        ({ texts }) => collectionTitle(texts, t.language),
        (part) => dataOf(part),
      ),
      turnRow(t, { page, hasMore }, (to) => collectionCallback.data({ ...aboutOf(id, articleId), page: to })),
      ...(isEmpty ? [] : rows(arrangements.map((face) => toProgramme(collection, face, reader)))),
      ...rows([...own, ...news]),
      [
        whole === null || articleId !== null
          ? button(t("button.back"), articleId === null ? collectionsCallback.data(0) : articleData(articleId))
          : button(collectionTitle(whole.texts, t.language), collectionCallback.data(aboutOf(whole.id))),
        toMenu(t),
      ],
    ],
  };
}

const dataOf = (part: CollectionPart): string =>
  part.part === "collection"
    ? collectionCallback.data(aboutOf(part.id))
    : courseCallback.data({ courseId: part.courseId, page: 0 });

const toProgramme = ({ id }: Collection, face: Arrangement, { t }: Reader): InlineKeyboardButton =>
  button(t(`collection.button.${face}`), collectionCallback.data({ collectionId: id, face, page: 0, articleId: null }));

async function reminderOf(
  { database }: Stored,
  { isPrivate, person, now }: Reader,
  { id, dates }: Collection,
): Promise<ReminderOfWhole> {
  if (!isPrivate || dates === null || dates.startsAt <= now) return "none";
  return (await isRemindedOf(database, person.id, id)) ? "taken" : "offered";
}

/** The reminder, the route, the calendar, the link: each only where it is of use. */
function ownButtons(
  reader: Reader,
  { collection, items, reminder }: Seen & { reminder: ReminderOfWhole },
  username: string,
): InlineKeyboardButton[] {
  const { t, now } = reader;
  const { id, dates, texts } = collection;
  const isTaken = reminder === "taken";
  const buttons: InlineKeyboardButton[] = [];
  // Under the finger that pressed it, a second tap takes nothing away: that has a button of its own.
  if (reminder !== "none")
    buttons.push(
      isTaken
        ? button(t("remind.taken"), collectionCallback.data(aboutOf(id)))
        : button(t("remind.button"), remindCollectionCallback.data(id)),
    );
  if (hasRoute(items, now)) buttons.push(button(t("collection.button.route"), routeCallback.data(id)));
  const title = collectionTitle(texts, t.language);
  const when = formatCollectionDates(dates, reader);
  const text = when === null ? title : t("collection.share_text", { title, when });
  const url = deepLink(username, { kind: "collection", id });
  buttons.push(urlButton(t("button.share"), shareLink(username, { url, text })));
  if (reader.isPrivate && hasFile(collection, items, now))
    buttons.push(button(t("button.calendar"), collectionFileCallback.data(id)));
  return isTaken ? [...buttons, button(t("remind.forget"), dropCollectionCallback.data(id))] : buttons;
}

/** Whether there is anything to put into a calendar: its own time, or something to come that the reader chose. */
export const hasFile = (collection: Collection, items: readonly ProgrammeItem[], now: Date): boolean =>
  !isOver(collection, now) && (collection.dates !== null || items.some(({ isChosen }) => isChosen));

/** A page of the programme under its headings, five rows each with its button, and one row below. */
async function programmeView(
  { database }: Stored,
  reader: Reader,
  { collection, items }: Seen,
  { by, page: wanted }: { by: Arrangement; page: number },
): Promise<View> {
  const { t, now, zone } = reader;
  const { id } = collection;
  const all = arrange(gatherShowings(items, now, zone), by, { now, isDated: collection.dates !== null });
  if (isSimple(reader))
    return simpleProgramme({ database }, reader, { collectionId: id, index: wanted, arranged: all });
  // The programme may be shorter than it was when the button was made.
  const page = Math.min(wanted, Math.floor((all.length - 1) / pageSize));
  const first = page * pageSize;
  const shown = all.slice(first, first + pageSize);
  const listed = await findListedByIds(
    database,
    shown.map(({ item }) => item.occurrenceId),
    t.language,
  );
  const rowOf = new Map(listed.map((row) => [row.occurrenceId, row]));
  // Of one evening, and under a heading that says the day, a row need not.
  const isDaySaid = collection.dates !== null && (by === "hour" || isOneEvening(collection.dates));
  const lines: Html[] = [];
  let last = "";
  for (const { item, heading } of shown) {
    const title = heading === null ? "" : formatHeading(heading, reader);
    if (title !== last) lines.push(html`<b>${title}</b>`);
    last = title;
    const row = rowOf.get(item.occurrenceId);
    if (row === undefined) continue;
    const scope = { kind: isDaySaid && heading?.kind !== "over" ? "today" : "search" } as const;
    const told = { ...row, starts: item.starts };
    lines.push(formatRow(heading?.kind === "place" ? { ...told, where: null } : told, scope, reader));
  }
  const title = collectionTitle(collection.texts, t.language);
  const here = { collectionId: id, face: by, page, articleId: null } as const;
  return {
    text: joinLines(
      html`<b>${t("collection.page", { title, order: t(`collection.order.${by}`) })}</b>`,
      "",
      ...lines,
      all.length > pageSize ? t("list.shown", { from: first + 1, to: first + shown.length, total: all.length }) : null,
    ),
    keyboard: [
      ...titleRows(listed, collectionCallback.data(here), reader),
      [
        page > 0
          ? button(t("button.earlier"), collectionCallback.data({ ...here, page: page - 1 }))
          : button(t("button.back"), collectionCallback.data(aboutOf(id))),
        toProgramme(collection, next(by), reader),
        ...(first + pageSize < all.length
          ? [button(t("button.later"), collectionCallback.data({ ...here, page: page + 1 }))]
          : []),
      ],
    ],
  };
}

/** Whether all of it is one evening, whose day stands on its first screen. */
const isOneEvening = ({ startsAt, endsAt }: CollectionDates): boolean =>
  endsAt.getTime() - startsAt.getTime() <= 24 * 3_600_000;

const next = (by: Arrangement): Arrangement =>
  arrangements[(arrangements.indexOf(by) + 1) % arrangements.length] ?? "hour";

export const collectionScreen = new Screen();

onCallback(collectionScreen, collectionCallback, async (ctx, state) =>
  show(ctx, await collectionView(ctx.services, ctx.reader, state, ctx.me.username)),
);
