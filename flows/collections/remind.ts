import { dropCollectionCallback, remindCollectionCallback } from "../../bot/collections/callbacks.ts";
import { findShownCollection } from "../../bot/collections/collection-store.ts";
import { dropCollectionReminder, remindOfCollection } from "../../bot/collections/remind-store.ts";
import { once } from "../../bot/doors/telegram/dialogue/once.ts";
import { show } from "../../bot/doors/telegram/screen/show.ts";
import { onCallback } from "../kit/on-callback.ts";
import { privatePartOf, Screen } from "../kit/screen.ts";
import { aboutOf, collectionView } from "./collection.ts";

/** The reminder of a collection as a whole. */
export const remindCollectionScreen = new Screen();

// What one person wants to be reminded of is nobody else's business.
const inPrivate = privatePartOf(remindCollectionScreen);

onCallback(inPrivate, remindCollectionCallback, async (ctx, collectionId) => {
  const { services, reader } = ctx;
  const { t, now, person } = reader;
  const moment = { now, cityZone: services.city.timeZone };
  const came = await once(ctx, "remind-collection", (database) =>
    remindOfCollection(database, { personId: person.id, collectionId }, moment),
  );
  const { dates = null } = (await findShownCollection(services.database, collectionId, now)) ?? {};
  const said = {
    reminded: t(dates?.hasHours === false ? "collection.reminded_day" : "collection.reminded"),
    "too late": t("collection.too_late"),
    gone: t("collection.gone"),
  }[came];
  await show(ctx, await collectionView(services, reader, aboutOf(collectionId), ctx.me.username, said));
});

onCallback(inPrivate, dropCollectionCallback, async (ctx, collectionId) => {
  const { services, reader, me } = ctx;
  await dropCollectionReminder(services.database, { personId: reader.person.id, collectionId });
  const said = reader.t("collection.dropped");
  await show(ctx, await collectionView(services, reader, aboutOf(collectionId), me.username, said));
});
