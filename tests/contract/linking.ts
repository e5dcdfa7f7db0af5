import type { Database } from "../../bot/database/database.ts";
import { follow } from "../../bot/linking/answer-store.ts";
import { findBelongings, findSingles } from "../../bot/linking/belongings-store.ts";
import { mergePeople } from "../../bot/linking/merging/merge-store.ts";
import { part } from "../../bot/linking/part-store.ts";
import { findLink, makeLink } from "../../bot/linking/request-store.ts";
import { prefer } from "../../bot/people/address-store.ts";
import { personRow } from "../support/factories/person.ts";
import { type Calls, later, now, type Stage, zone } from "./stage.ts";

/** Somebody with both messengers, whose enrolment in the group of the stage ends when they become its learner. */
async function another(database: Database, { group, lesson }: Stage): Promise<number> {
  const { id } = await database.person.create({
    data: {
      ...personRow(now, { id: 700_002, firstName: "Она же" }),
      addresses: {
        create: (["telegram", "max"] as const).map((door) => ({
          ...{ door, externalId: "700002", chatId: "700002", lastSeenAt: now, isPreferred: door === "max" },
        })),
      },
      enrolments: { create: { groupId: group, state: "waiting", ticket: 900, createdAt: now, changedAt: now } },
      deliveries: {
        create: {
          ...{ kind: "join", payload: {}, lane: "urgent", state: "sent", dedupeKey: "way in", lessonId: lesson },
          ...{ dueAt: now, expiresAt: later(60), door: "max", chatId: "700002", messageId: "mid.1" },
        },
      },
    },
  });
  await database.group.update({ where: { id: group }, data: { waiting: { increment: 1 } } });
  return Number(id);
}

async function merge(database: Database, stage: Stage): Promise<void> {
  const goneId = await another(database, stage);
  await mergePeople(database, { keptId: stage.learner, goneId, now, cityZone: zone });
}

export const linking: Calls = {
  "linking/belongings-store.ts": async (database, { learner, owner }) => {
    await findBelongings(database, [learner, owner], now);
    await findSingles(database, learner, owner);
  },
  "linking/judge-store.ts": async (database, { learner, owner }) => {
    const code = await makeLink(database, { personId: owner, door: "telegram", now }, "max");
    await findLink(database, code, { personId: learner, door: "max", now });
    await follow(database, code, { personId: learner, door: "max", now });
  },
  "linking/merging/merge-store.ts": merge,
  "linking/merging/own-store.ts": merge,
  "linking/merging/deliveries-store.ts": merge,
  "linking/merging/work-store.ts": merge,
  "classes/enrolments/merge-store.ts": merge,
  "linking/part-store.ts": async (database, stage) => {
    const personId = await another(database, stage);
    await part(database, { personId, door: "max", now });
  },
  "people/address-store.ts": (database, { learner }) => prefer(database, learner, "max"),
};
