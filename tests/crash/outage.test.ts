import { expect, inject, it } from "vitest";
import { surviveOutage } from "../load/torture/delivery/outage.ts";
import { cases } from "../load/torture/delivery/outage-cases.ts";

it("after 26 hours off, what still makes sense is sent once and the rest is recorded as expired", async () => {
  const { fates, announced, overdue } = await surviveOutage(inject("postgres"));
  const found = fates.map((fate, index) => ({ name: cases[index]?.name, ...fate }));
  expect(found).toEqual(cases.map(({ name, outbox, messages }) => ({ name, outbox, messages })));
  expect(announced).toEqual({ early: 0, inTime: cases.length, people: cases.length });
  expect(overdue).toBe(0);
});
