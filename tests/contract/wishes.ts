import type { Database } from "../../bot/database/database.ts";
import { answerWish, findAsked, findAskedByKey } from "../../bot/wishes/asked-store.ts";
import { follow } from "../../bot/wishes/follow-store.ts";
import { matchWishes } from "../../bot/wishes/match-store.ts";
import { findNews } from "../../bot/wishes/news-store.ts";
import { tellWishes } from "../../bot/wishes/tell-store.ts";
import { findWishes, wish } from "../../bot/wishes/wish-store.ts";
import { type Calls, now, type Stage, zone } from "./stage.ts";

/** Three people wait for what one event is. */
async function wished(database: Database, { event }: Stage): Promise<void> {
  const { section } = await database.event.findUniqueOrThrow({ where: { id: event } });
  const text = { theatre: "театр", music: "музыка", museums: "музеи" }[String(section)] ?? "бесплатно";
  const people = await database.person.findMany({ take: 3, orderBy: { id: "asc" } });
  for (const { id } of people) {
    for (const words of [text, `${text} в субботу`]) {
      await wish(database, { personId: Number(id), text: words, dropped: 0, now, zone });
    }
  }
  await database.freshEvent.deleteMany();
  const events = await database.event.findMany({ select: { id: true } });
  await database.freshEvent.createMany({ data: events.map(({ id }) => ({ eventId: id })) });
}

const at = { now, cityZone: zone };

export const wishes: Calls = {
  "wishes/asked-store.ts": async (database, stage) => {
    await wished(database, stage);
    const { rows } = await findAsked(database, now, 0);
    const key = rows[0]?.key ?? "";
    await findAskedByKey(database, now, key);
    await answerWish(database, { by: stage.owner, now }, { key, answer: "Скоро" });
  },
  "wishes/match-store.ts": async (database, stage) => {
    await wished(database, stage);
    await matchWishes(database, at);
  },
  "wishes/news-store.ts": (database, { learner }) => findNews(database, learner, { toldAt: now, now, language: "ru" }),
  "wishes/follow-store.ts": (database, { learner, institution }) =>
    follow(database, learner, { kind: "institution", id: institution }, now),
  "wishes/tell-store.ts": async (database, stage) => {
    await wished(database, stage);
    await matchWishes(database, at);
    await tellWishes(database, at);
  },
  "wishes/wish-store.ts": async (database, stage) => {
    await wished(database, stage);
    await findWishes(database, stage.learner, "ru");
  },
};
