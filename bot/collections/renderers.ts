import { z } from "zod";
import type { Services } from "../context.ts";
import { nothing, type Renderer } from "../delivery/delivery.ts";
import { button } from "../doors/telegram/screen/keyboard.ts";
import { findListedByIds } from "../programme/listing/list-store.ts";
import { formatRow } from "../programme/listing/words.ts";
import { capitalise } from "../words/capitalise.ts";
import { html, joinLines } from "../words/html.ts";
import { arrange } from "./arrange.ts";
import { collectionCallback, routeCallback } from "./callbacks.ts";
import { findShownCollection } from "./collection-store.ts";
import { findProgramme } from "./programme-store.ts";
import { isRemindedOf } from "./remind-store.ts";
import { gatherShowings } from "./showings.ts";
import { collectionTitle, formatCollectionDates } from "./words.ts";

const payload = z.object({ collectionId: z.int(), startsAt: z.iso.datetime() });

/** Lines of the programme in a message: what somebody chose, or how it begins. */
const mostLines = 10;
const firstLines = 5;

/** Writes that a collection begins, with what its reader chose of it. */
export const renderers = ({ database }: Pick<Services, "database">): Record<string, Renderer> => ({
  async collection(delivery, recipient) {
    const { t, zone, now } = recipient;
    const { collectionId, startsAt } = payload.parse(delivery.payload);
    const collection = await findShownCollection(database, collectionId, now);
    if (collection?.dates?.startsAt.toISOString() !== startsAt) return nothing("the collection is gone or moved");
    const { personId } = delivery;
    if (!(await isRemindedOf(database, personId, collectionId))) return nothing("not wanted any more");
    const items = await findProgramme(database, collectionId, { now, language: t.language, personId });
    const standing = items.filter(({ status }) => status !== "cancelled" && status !== "postponed");
    if (standing.length === 0) return nothing("the collection holds nothing any more");
    const chosen = standing.filter(({ isChosen }) => isChosen);
    const showings = gatherShowings(chosen.length > 0 ? chosen : standing, now, zone);
    const all = arrange(showings, "hour", { now, isDated: true });
    const told = all.slice(0, chosen.length > 0 ? mostLines : firstLines).map(({ item }) => item);
    const ids = told.map(({ occurrenceId }) => occurrenceId);
    const startsOf = new Map(told.map(({ occurrenceId, starts }) => [occurrenceId, starts]));
    const listed = await findListedByIds(database, ids, t.language);
    const rows = listed.map((row) => ({ ...row, starts: startsOf.get(row.occurrenceId) ?? row.starts }));
    const when = formatCollectionDates(collection.dates, { t, zone, now }) ?? "";
    const state = { collectionId, face: "hour", page: 0, articleId: null } as const;
    return {
      kind: "message",
      text: joinLines(
        html`<b>${collectionTitle(collection.texts, t.language)}</b>`,
        capitalise(when),
        "",
        t(chosen.length > 0 ? "collection.reminder.chosen" : "collection.reminder.first"),
        ...rows.map((row) => formatRow(row, { kind: "search" }, recipient)),
        all.length > told.length ? t("collection.reminder.more", { count: all.length - told.length }) : null,
      ),
      keyboard: [
        [button(t("collection.button.programme"), collectionCallback.data(state))],
        [button(t("collection.button.route"), routeCallback.data(collectionId))],
      ],
    };
  },
});
