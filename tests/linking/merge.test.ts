import { expect, it } from "vitest";
import { mergePeople } from "../../bot/linking/merging/merge-store.ts";
import { openGroup } from "../classes/enrolments/school.ts";
import { testDatabase } from "../support/database.ts";
import { evening } from "../support/evening.ts";
import { findTraces } from "../support/traces.ts";
import { countPerColumn, fillEveryColumn } from "./everywhere.ts";

const { database } = await testDatabase();
const { now, timeZone } = evening;

/** Links are over once there is one person; rights stay behind, because the other one has them all. */
const leftBehind = ["LinkRequest.personId", "LinkRequest.followedBy", "StaffRole.personId"];

it("what names somebody in any column of any table is theirs under the number of the person they became, and nothing is lost", async () => {
  const goneId = 4_611_222_333_444_555;
  const keptId = 4_611_777_888_999_000;
  const { groupId } = await openGroup(database, { capacity: 5, now });
  await fillEveryColumn(database, { goneId, keptId, groupId, now });

  // A column that is added later is found here, and wants a row in the scene; then the rest shows whether it is moved.
  const before = await countPerColumn(database, goneId);
  expect(before.size).toBeGreaterThan(20);
  expect([...before].filter(([, count]) => count === 0).map(([column]) => column)).toEqual([]);
  const had = await countPerColumn(database, keptId);

  await database.$transaction((tx) => mergePeople(tx, { keptId, goneId, now, cityZone: timeZone }));

  expect(await findTraces(database, String(goneId))).toEqual([]);
  const after = await countPerColumn(database, keptId);
  for (const [column, count] of before) {
    if (leftBehind.includes(column)) continue;
    // More where the merge itself writes: what is planned anew, and that somebody with rights has one more account.
    expect(after.get(column), column).toBeGreaterThanOrEqual(count + (had.get(column) ?? 0));
  }
  expect(await database.linkRequest.count()).toBe(0);
  expect(await database.staffRole.count({ where: { personId: BigInt(keptId) } })).toBe(1);
});
