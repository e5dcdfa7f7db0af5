import { expect, it } from "vitest";
import { listSubscriptions, subscribe } from "../../bot/doors/max/intake/subscription.ts";
import { createMaxClient } from "../../bot/doors/max/open.ts";
import { ComesAgain } from "../../bot/doors/telegram/attempts/comes-again.ts";
import { maxWebhook } from "../../bot/web/max-webhook.ts";
import { openMax } from "../playground/max/open-max.ts";

const secret = "right-secret";

function post(body: unknown, given: string | undefined, handle = async () => {}) {
  const noted: unknown[] = [];
  const read = (value: unknown) => ({ updates: [{ update_id: 1 }], note: async () => void noted.push(value) });
  const app = maxWebhook("updates", { secret, read, handle });
  const headers = { "content-type": "application/json", ...(given !== undefined && { "X-Max-Bot-Api-Secret": given }) };
  return app.request("/max/updates", { method: "POST", headers, body: JSON.stringify(body) });
}

const update = { update_type: "bot_started", timestamp: 1 };

it.each([
  [update, secret, 200],
  [update, "wrong", 401],
  [update, undefined, 401],
  [{ text: "x" }, secret, 400],
  [{ update_type: "something_new", timestamp: 1 }, secret, 200],
])("%j with the secret %s is answered %i", async (body, given, status) => {
  expect((await post(body, given)).status).toBe(status);
});

it("what is not done is asked for again", async () => {
  const again = async () => {
    throw new ComesAgain("update 1");
  };
  expect((await post(update, secret, again)).status).toBe(500);
});

it("a subscription that MAX lost is made again, and others than ours are taken away", async () => {
  const max = await openMax({ limits: "lifted", mayBreakRules: true });
  const rates = { perSecond: Number.POSITIVE_INFINITY, perDialog: Number.POSITIVE_INFINITY };
  const client = createMaxClient(max, undefined, rates);
  const webhook = { url: "https://ishek.example/max/updates", secret };
  await subscribe(client, { ...webhook, url: "https://old.example/max/updates" }, true);
  expect(await subscribe(client, webhook, true)).toBe(true);
  expect(await listSubscriptions(client)).toEqual([webhook.url]);
  expect(await subscribe(client, webhook, false)).toBe(false);
  max.loseSubscription(webhook.url);
  expect(await subscribe(client, webhook, false)).toBe(true);
  expect(await listSubscriptions(client)).toEqual([webhook.url]);
  expect(max.violations).toEqual([]);
});
