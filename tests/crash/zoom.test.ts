import { expect, it } from "vitest";
import { killZoomWorker } from "../load/torture/zoom/zoom-kill.ts";
import { testDatabase } from "../support/database.ts";

const { url } = await testDatabase();

it("kill -9 of the worker for Zoom leaves nobody without a link, and makes nothing twice", async () => {
  const killed = await killZoomWorker(url, { groups: 3, learners: 30, kills: 3, random: Math.random });
  expect(killed).toMatchObject({ missing: 0, surplus: 0, unsettled: 0 });
});
