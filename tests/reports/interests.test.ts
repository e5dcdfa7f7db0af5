import { expect, it } from "vitest";
import { createLog } from "../../bot/log.ts";
import { Readings } from "../../bot/reports/counting/card-views.ts";
import { forgetInterests } from "../../bot/reports/counting/interest-store.ts";
import { testDatabase } from "../support/database.ts";
import { personRow } from "../support/factories/person.ts";

const { database } = await testDatabase();
const noon = new Date("2026-11-20T09:00:00Z");
const later = (hours: number) => new Date(noon.getTime() + hours * 3_600_000);

it("what people open is noted by whom it is for, once a day, without which it was; who is gone is passed over", async () => {
  const { id } = await database.person.create({ data: personRow(noon, {}) });
  const log = createLog("silent", false);
  const readings = new Readings({ database, log, city: { timeZone: "Europe/Moscow" } });
  const noted = async () => database.interest.findMany({ orderBy: { audience: "asc" } });

  readings.look(Number(id), ["children", "family"], noon);
  readings.look(Number(id) + 1, ["family"], noon);
  readings.look(Number(id), [], noon);
  await readings.write();
  expect(await noted()).toEqual([
    { personId: id, audience: "children", lastAt: noon },
    { personId: id, audience: "family", lastAt: noon },
  ]);

  readings.look(Number(id), ["family"], later(5));
  await readings.write();
  expect((await noted()).map(({ lastAt }) => lastAt)).toEqual([noon, noon]);
  readings.look(Number(id), ["family"], later(30));
  await readings.write();
  expect((await noted()).map(({ lastAt }) => lastAt)).toEqual([noon, later(30)]);

  expect(await forgetInterests(database, later(1))).toBe(1);
  expect(await noted()).toHaveLength(1);
});
