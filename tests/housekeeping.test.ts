import { expect, it } from "vitest";
import { Receipts } from "../bot/doors/telegram/intake/receipt-store.ts";
import { housekeeping } from "../bot/housekeeping.ts";
import { openCity } from "./support/city.ts";
import { personRow } from "./support/factories/person.ts";

const city = openCity({ plant: false });
const day = 24 * 3_600_000;

it("forgets what was settled a month ago, and nothing that is still to be sent", async () => {
  const { services, clock } = city;
  const now = clock.now();
  const ago = (days: number) => new Date(now.getTime() - days * day);
  await services.database.person.create({ data: personRow(now, { id: 7n }) });
  const base = { personId: 7n, kind: "reminder", payload: {}, lane: "normal", dueAt: ago(40), expiresAt: now } as const;
  await services.database.delivery.createMany({
    data: [
      { ...base, dedupeKey: "old and sent", state: "sent", settledAt: ago(31) },
      { ...base, dedupeKey: "old and uncertain", state: "uncertain", settledAt: ago(31) },
      { ...base, dedupeKey: "sent last week", state: "sent", settledAt: ago(7) },
      { ...base, dedupeKey: "old and still pending" },
    ],
  });
  await services.database.effect.createMany({
    data: [
      { cause: "telegram:1", step: "old", at: ago(3) },
      { cause: "telegram:2", step: "fresh", at: ago(1) },
    ],
  });
  await housekeeping(services, new Receipts(services.database)).run(now);
  const left = await services.database.delivery.findMany({ orderBy: { id: "asc" }, select: { dedupeKey: true } });
  expect(left.map(({ dedupeKey }) => dedupeKey)).toEqual(["sent last week", "old and still pending"]);
  expect((await services.database.effect.findMany()).map(({ step }) => step)).toEqual(["fresh"]);
});
