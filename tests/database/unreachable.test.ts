import { expect, it } from "vitest";
import { isUnreachable } from "../../bot/database/unreachable.ts";
import { testDatabase } from "../support/database.ts";
import { patience } from "../support/patience.ts";

const { database } = await testDatabase({ connections: 1 });

it("a transaction that found no free connection may be tried again, one that took too long not", async () => {
  const nothing = async () => {};
  const slow = database.$transaction((tx) => tx.$executeRaw`SELECT pg_sleep(0.3)`.then(nothing), {
    maxWait: patience,
    timeout: 100,
  });
  const crowded = database.$transaction(nothing, { maxWait: 20 });
  const [late, refused] = await Promise.allSettled([slow, crowded]);
  expect([late, refused]).toMatchObject([{ status: "rejected" }, { status: "rejected" }]);
  expect(refused.status === "rejected" && isUnreachable(refused.reason)).toBe(true);
  expect(late.status === "rejected" && isUnreachable(late.reason)).toBe(false);
});
