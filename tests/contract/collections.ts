import { findCurrentCollections, findNamedCollections, findParts } from "../../bot/collections/collection-store.ts";
import { makeCollection, setParent } from "../../bot/collections/editing/edit-store.ts";
import { findHeld, findMembers, tickMembers } from "../../bot/collections/editing/members-store.ts";
import { previewRule, setRule } from "../../bot/collections/editing/rule-store.ts";
import { countCollection } from "../../bot/collections/numbers-store.ts";
import { findProgramme } from "../../bot/collections/programme-store.ts";
import {
  dropCollectionReminder,
  remindOfCollection,
  writeCollectionReminders,
} from "../../bot/collections/remind-store.ts";
import type { Database } from "../../bot/database/database.ts";
import { type Calls, now, zone } from "./stage.ts";

/** The Night of the demo city. */
const nightOf = async (database: Database): Promise<number> =>
  (await database.collection.findFirstOrThrow({ where: { origin: "demo:night" } })).id;

export const collections: Calls = {
  "collections/collection-store.ts": async (database) => {
    await findCurrentCollections(database, now);
    await findNamedCollections(database, now);
    await findParts(database, await nightOf(database), now);
  },
  "collections/programme-store.ts": async (database, { learner }) =>
    findProgramme(database, await nightOf(database), { now, language: "tt", personId: learner }),
  "collections/numbers-store.ts": async (database) => countCollection(database, await nightOf(database), now),
  "collections/remind-store.ts": async (database, { learner }) => {
    const which = { personId: learner, collectionId: await nightOf(database) };
    await remindOfCollection(database, which, { now, cityZone: zone });
    await writeCollectionReminders(database, { now, cityZone: zone });
    await dropCollectionReminder(database, which);
  },
  "collections/editing/edit-store.ts": async (database, { owner }) => {
    const made = { kind: "night", institutionId: null, texts: {}, dates: null } as const;
    const id = await makeCollection(database, { by: owner, now }, made);
    if (id.kind === "done")
      await setParent(database, { by: owner, now }, { id: id.value, parentId: await nightOf(database) });
  },
  "collections/editing/members-store.ts": async (database, { owner, event }) => {
    const id = await nightOf(database);
    await findMembers(database, id, "en");
    await findHeld(database, id, [event]);
    await tickMembers(database, { by: owner, now }, id, { what: "events", shown: [event], ticked: [event] });
  },
  "collections/editing/rule-store.ts": async (database, { owner }) => {
    const id = await nightOf(database);
    const rule = { sections: ["music"], audiences: ["family"], words: "орган" } as const;
    await previewRule(database, id, rule, { now, zone, language: "ru" });
    await setRule(database, { by: owner, now }, { id, rule, zone });
  },
};
