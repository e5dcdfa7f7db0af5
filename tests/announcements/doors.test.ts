import { expect, it } from "vitest";
import { confirm } from "../../bot/announcements/announcement-store.ts";
import { createDraft } from "../../bot/announcements/draft/draft-store.ts";
import { RateMeter } from "../../bot/announcements/progress/progress.ts";
import { findProgress } from "../../bot/announcements/progress/progress-store.ts";
import { colleague } from "../flows/staff/team.ts";
import { link, maxIdOf, somebody } from "../linking/people.ts";
import { idOf } from "../support/addresses.ts";
import { openBothDoors } from "../support/both-doors.ts";
import { words } from "../support/city.ts";
import { done, draftOf, text } from "./crowd.ts";

const city = openBothDoors();
const t = words.for("ru");

it("an announcement reaches a person once by whichever messenger, and staff sees its account at each", async () => {
  const { database } = city.services;
  const owner = await colleague(city, "ru", "owner");
  const both = await somebody(city);
  await link(city, both.here, both.there);
  // Prefers MAX, and has closed it: the other one is taken.
  const closed = await somebody(city);
  await link(city, closed.here, closed.there);
  await closed.here.taps("MAX");
  closed.there.leavesMax();
  const apart = await somebody(city);
  const gone = await somebody(city);
  gone.there.leavesMax();
  await gone.here.blocksBot();

  const actor = { by: await idOf(database, owner), now: city.clock.now() };
  const texts = { ru: text("Ночь музеев"), tt: text("Музейлар төне"), en: text("Night of Museums") };
  const id = done(await createDraft(database, actor, draftOf({ texts })));
  const people = await database.person.count();
  done(await confirm(database, actor, { id, count: people - 1 }));
  await city.deliver();

  const got = [both.here, both.there, closed.here, closed.there, apart.here, apart.there, gone.here, gone.there].map(
    ({ chat }) => chat.filter((message) => message.text === "Ночь музеев").length,
  );
  expect(got).toEqual([1, 0, 1, 0, 1, 1, 0, 0]);
  const progress = await findProgress(database, id, { now: city.clock.now(), meter: new RateMeter() });
  expect(progress).toMatchObject({
    ...{ audience: 6, sent: 5, blocked: 1, failed: 0, uncertain: 0, pending: 0 },
    byDoor: [
      { door: "telegram", sent: 4, blocked: 0, failed: 0, uncertain: 0 },
      { door: "max", sent: 1, blocked: 1, failed: 0, uncertain: 0 },
    ],
  });
  const unreachable = await database.address.findMany({ where: { unreachable: { not: null }, door: "max" } });
  expect(unreachable.map(({ personId }) => Number(personId)).sort()).toEqual(
    [await maxIdOf(city, closed.there), await maxIdOf(city, gone.there)].sort(),
  );

  await owner.says("/staff");
  await owner.taps(t("announce.title"));
  await owner.taps("Ночь музеев");
  owner.sees(`Telegram: ${t("announce.outcome.sent", { count: 4 })}`);
  owner.sees(`MAX: ${t("announce.outcome.sent", { count: 1 })} · ${t("announce.outcome.blocked", { count: 1 })}`);
});
