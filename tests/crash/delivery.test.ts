import { expect, inject, it } from "vitest";
import { parallelismFor } from "../../bot/delivery/dispatcher.ts";
import {
  deliveryFaults,
  killAnnouncement,
  killDispatcher,
  killingRate,
  killLeader,
  troubleDispatcher,
} from "../load/torture/delivery/delivery.ts";
import { throttleDispatchers, throttledRate } from "../load/torture/delivery/throttle.ts";
import { killTwoDoors } from "../load/torture/delivery/two-doors.ts";
import { patience } from "../support/patience.ts";

/** Small forms of the lines of `npm run torture` about delivery, with the dispatcher as a process of its own. */
const server = inject("postgres");
const { random } = Math;

it("kill -9 loses no reminder, and doubles none but those under way", async () => {
  const account = await killDispatcher(server, { lane: "normal", people: 100, kills: 1, random });
  expect(account).toMatchObject({ lost: 0, unsettled: 0, uncertain: 0 });
  expect(account.doubled).toBeLessThanOrEqual(parallelismFor(killingRate));
});

it("kill -9 doubles no bulk message, and those under way are uncertain", async () => {
  const account = await killDispatcher(server, { lane: "bulk", people: 100, kills: 1, random });
  expect(account).toMatchObject({ lost: 0, unsettled: 0, doubled: 0 });
  expect(account.uncertain).toBeLessThanOrEqual(parallelismFor(killingRate));
});

it("kill -9 in an announcement loses nobody, doubles nobody, and all are accounted for", async () => {
  const account = await killAnnouncement(server, { people: 150, kills: 1, random });
  expect(account).toMatchObject({ lost: 0, unsettled: 0, doubled: 0, isAccounted: true });
  expect(account.uncertain).toBeLessThanOrEqual(parallelismFor(killingRate));
});

it("kill -9 in an announcement at two messengers tells everybody once, and each account adds up", async () => {
  const account = await killTwoDoors(server, { people: 150, kills: 1, random });
  expect(account).toMatchObject({ lost: 0, unsettled: 0, doubled: 0, isAccounted: true });
  expect(account.uncertain).toBeLessThanOrEqual(2 * parallelismFor(killingRate));
  expect(Math.min(account.telegram.arrived, account.max.arrived)).toBeGreaterThan(50);
});

it("when the dispatching instance of two is killed, the other takes over", async () => {
  const account = await killLeader(server, { lane: "bulk", people: 60, waitsOutLease: false });
  expect(account).toMatchObject({ lost: 0, unsettled: 0, doubled: 0 });
  expect(account.gap).toBeLessThan(patience);
});

it("a broken connection leaves no reminder unsent", async () => {
  const fault = deliveryFaults.find(({ name }) => name.includes("before accepting"));
  if (fault === undefined) throw new Error("there is such a fault");
  const account = await troubleDispatcher(server, fault, { lane: "normal", people: 30, random });
  expect(account).toMatchObject({ lost: 0, unsettled: 0, uncertain: 0 });
});

it("no lane of any instance speaks while Telegram asks for silence, and all go on afterwards", async () => {
  const account = await throttleDispatchers(server, { people: 60, retryAfter: 2, killsLeader: false });
  expect(account).toMatchObject({ lost: 0, unsettled: 0, uncertain: 0, doubled: 0 });
  // Only deliveries that were under way; without the silence it would be all the rest.
  expect(account.early).toBeLessThanOrEqual(parallelismFor(throttledRate));
  expect(account.resumes).toBeLessThan(patience);
});
