import { expect, it } from "vitest";
import { enrolAll, judgeRace, oversell, prepareRace } from "../../load/torture/enrolment/enrolment.ts";
import { onPools } from "../../load/torture/racing/pools.ts";
import { testDatabase } from "../../support/database.ts";

const size = { people: 200, places: 20, pools: 3 };

it("200 people at once, from three instances, get 20 places and 180 numbers in line, each told once", async () => {
  const { url } = await testDatabase();
  const groupId = await prepareRace(url, size);
  const told = await onPools(url, size, (database, personIds) => enrolAll(database, groupId, personIds));
  expect(await judgeRace(url, groupId, told)).toMatchObject({
    enrolled: 20,
    waiting: 180,
    isInOrder: true,
    toldRightly: 200,
  });
});

it("and would be given more places than there are if somebody only counted", async () => {
  const { url } = await testDatabase();
  const groupId = await prepareRace(url, size);
  expect(await oversell(url, groupId, size)).toBeGreaterThan(20);
});
