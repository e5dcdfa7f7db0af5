import type { ProgrammeItem } from "../../bot/collections/arrange.ts";
import { collectionFileCallback } from "../../bot/collections/callbacks.ts";
import type { Collection } from "../../bot/collections/collection.ts";
import { findShownCollection } from "../../bot/collections/collection-store.ts";
import { findProgramme } from "../../bot/collections/programme-store.ts";
import { collectionTitle } from "../../bot/collections/words.ts";
import type { BotContext } from "../../bot/context.ts";
import { deepLink } from "../../bot/doors/telegram/screen/deep-links.ts";
import { answerTap, show } from "../../bot/doors/telegram/screen/show.ts";
import type { CalendarEntry } from "../../bot/programme/calendar/calendar-entry.ts";
import { calendarEntryOf, calendarFileName, formatFile } from "../../bot/programme/card/calendar-file.ts";
import { findCards } from "../../bot/programme/card/card-store.ts";
import { textIn } from "../../bot/words/language.ts";
import { onCallback } from "../kit/on-callback.ts";
import { privatePartOf, Screen } from "../kit/screen.ts";
import { sendFileOf } from "../programme/calendar-file.ts";
import { aboutOf, collectionView, hasFile } from "./collection.ts";

export const collectionFileScreen = new Screen();

const inPrivate = privatePartOf(collectionFileScreen);

onCallback(inPrivate, collectionFileCallback, async (ctx, collectionId) => {
  const { services, reader, me } = ctx;
  const { t, now, person } = reader;
  const { database, botUsername } = services;
  const collection = await findShownCollection(database, collectionId, now);
  const looking = { now, language: t.language, personId: person.id };
  const items = collection === null ? [] : await findProgramme(database, collectionId, looking);
  if (collection === null || !hasFile(collection, items, now))
    return show(ctx, await collectionView(services, reader, aboutOf(collectionId), me.username));
  const title = collectionTitle(collection.texts, t.language);
  await answerTap(ctx);
  await sendFileOf(ctx, {
    text: formatFile(await entriesOf(ctx, collection, items), { now, botUsername }),
    name: calendarFileName(title),
    caption: t("collection.file", { title }),
  });
});

/** What its reader chose and is still to come, or the time of the whole. */
async function entriesOf(
  ctx: BotContext,
  collection: Collection,
  items: readonly ProgrammeItem[],
): Promise<CalendarEntry[]> {
  const { services, reader, me } = ctx;
  const { t, now } = reader;
  const chosen = items.filter(({ isChosen, endsAt }) => isChosen && endsAt > now);
  const cards = await findCards(
    services.database,
    chosen.map(({ occurrenceId }) => occurrenceId),
    now,
  );
  const entries = cards.map((card) =>
    calendarEntryOf(card, t, deepLink(me.username, { kind: "occurrence", id: card.occurrenceId })),
  );
  const { dates, texts, id, changedAt } = collection;
  if (entries.length > 0 || dates === null) return entries;
  const text = textIn(texts, t.language);
  return [
    {
      ...{ uid: `collection-${id}`, title: text?.title ?? "", summary: text?.summary ?? null, where: null },
      ...{ latitude: null, longitude: null, startsAt: dates.startsAt, endsAt: dates.endsAt },
      ...{ hasStartTime: dates.hasHours, hasEndTime: true, timeZone: services.city.timeZone },
      ...{ status: "scheduled", sequence: 0, changedAt, url: deepLink(me.username, { kind: "collection", id }) },
    },
  ];
}
