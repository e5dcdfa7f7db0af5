import type { Update } from "grammy/types";
import { describe, expect, it, onTestFinished } from "vitest";
import { MaxPolling } from "../../../bot/doors/max/intake/max-polling.ts";
import { subscribe, watchSubscription } from "../../../bot/doors/max/intake/subscription.ts";
import { createMaxClient } from "../../../bot/doors/max/open.ts";
import { Inbox } from "../../../bot/doors/telegram/intake/inbox-store.ts";
import { createLog } from "../../../bot/log.ts";
import type { MaxFault } from "../../../playground/max/api/max-faults.ts";
import { openMax } from "../../playground/max/open-max.ts";
import { testDatabase } from "../../support/database.ts";
import { stoppedClock } from "../../support/telegram.ts";

const { database } = await testDatabase();
const lifted = { perSecond: Number.POSITIVE_INFINITY, perDialog: Number.POSITIVE_INFINITY };
const log = createLog("silent", false);

/** A bot that polls, and does nothing with what it hears but keep it. */
async function listener() {
  const max = await openMax({ limits: "lifted", mayBreakRules: true });
  await database.pollingMarker.deleteMany();
  const heard: (string | undefined)[] = [];
  const polling = new MaxPolling({
    client: createMaxClient(max, undefined, lifted),
    finish: async ({ message }: Update) => void heard.push(message?.text),
    inbox: new Inbox(database, "max"),
    database,
    clock: stoppedClock(),
    log,
  });
  const fetches = () => max.calls.filter(({ name }) => name === "GET /updates").length;
  return { max, heard, polling, fetches };
}

describe("polling of MAX", () => {
  it.each<[MaxFault]>([
    [{ status: 500, code: "internal.error" }],
    [{ status: 429, code: "too.many.requests" }],
    ["502 html"],
    ["success false"],
    ["drop before accepting"],
    ["drop after accepting"],
  ])("that meets %j goes on, and hears everything once", async (fault) => {
    const { max, heard, polling } = await listener();
    max.fail({ name: "GET /updates", times: 2, with: fault });
    const said = [max.person("Алсу").says("1")];
    await polling.start();
    await expect.poll(() => heard).toEqual(["1"]);
    said.push(max.person("Алсу").says("2"), max.person("Гөлнара").says("3"));
    await Promise.all(said);
    expect(heard).toEqual(["1", "2", "3"]);
    await polling.stop();
  });

  it("that hangs is ended at once when the program stops", async () => {
    const { max, polling, fetches } = await listener();
    max.fail({ name: "GET /updates", with: "hang" });
    await polling.start();
    await expect.poll(fetches).toBe(1);
    await polling.stop();
    expect(fetches()).toBe(1);
  });
});

describe("a webhook at MAX", () => {
  const webhook = { url: "https://ishek.example/max/x", secret: "abcde" };

  it("that MAX has forgotten is subscribed again, with its secret, also after looks that failed", async () => {
    const max = await openMax({ limits: "lifted" });
    const client = createMaxClient(max, undefined, lifted);
    await subscribe(client, webhook, true);
    const stop = watchSubscription(client, webhook, { log, every: 5 });
    onTestFinished(stop);
    max.fail({ name: "GET /subscriptions", times: 2, with: { status: 500, code: "internal.error" } });
    max.loseSubscription(webhook.url);
    expect(max.subscriptions).toEqual([]);
    await expect.poll(() => max.subscriptions.map(({ url, secret }) => ({ url, secret }))).toEqual([webhook]);
  });

  it("that nobody watches stays forgotten (control), and is told to MAX no second time while it is known", async () => {
    const max = await openMax({ limits: "lifted" });
    const client = createMaxClient(max, undefined, lifted);
    await subscribe(client, webhook, true);
    expect(await subscribe(client, webhook, false)).toBe(false);
    max.loseSubscription(webhook.url);
    expect(max.subscriptions).toEqual([]);
    expect(await subscribe(client, webhook, false)).toBe(true);
  });
});
