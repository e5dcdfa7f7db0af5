import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { stoppedClock } from "../../support/telegram.ts";
import { callMax, openMax } from "./open-max.ts";

/** A bot's webhook that answers as it is told, and keeps what came. */
async function openEndpoint(answers: { status: number }) {
  const received: { secret: unknown; type: string }[] = [];
  const server = createServer(async (request, response) => {
    let text = "";
    for await (const chunk of request) text += chunk;
    received.push({ secret: request.headers["x-max-bot-api-secret"], type: JSON.parse(text).update_type });
    response.writeHead(answers.status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/max`, received };
}

describe("polling", () => {
  it("confirms by its marker, and without one tells the newest only", async () => {
    const max = await openMax();
    const alsu = max.person("Алсу");
    const said = [alsu.says("1"), alsu.says("2"), alsu.says("3")];
    const first = await callMax(max, "GET /updates?timeout=0");
    expect(first.body["updates"]).toHaveLength(1);
    expect(max.pendingUpdates).toBe(3);
    const next = await callMax(max, `GET /updates?timeout=0&marker=${first.body["marker"]}`);
    expect(next.body["updates"]).toEqual([]);
    await Promise.all(said);
  });

  it("is refused while there is a subscription", async () => {
    const max = await openMax();
    await callMax(max, "POST /subscriptions", { url: "https://ishek.example/max/x", secret: "abcde" });
    expect((await callMax(max, "GET /updates?timeout=0")).status).toBe(405);
    await callMax(max, "DELETE /subscriptions?url=https%3A%2F%2Fishek.example%2Fmax%2Fx");
    expect((await callMax(max, "GET /updates?timeout=0")).status).toBe(200);
  });
});

describe("a webhook", () => {
  it("gets each update with its secret, and twice where MAX doubles", async () => {
    const { url, received } = await openEndpoint({ status: 200 });
    const max = await openMax();
    await callMax(max, "POST /subscriptions", { url, secret: "abcde" });
    await max.person("Алсу").starts("o_1");
    max.doubles = true;
    await max.person("Алсу").says("hi");
    await expect.poll(() => received.length).toBe(3);
    expect(received[0]).toEqual({ secret: "abcde", type: "bot_started" });
  });

  it("is tried again after a minute, and given up after eight hours", async () => {
    const clock = stoppedClock();
    const answers = { status: 500 };
    const { url, received } = await openEndpoint(answers);
    const max = await openMax({ clock });
    await callMax(max, "POST /subscriptions", { url, secret: "abcde" });
    void max.person("Алсу").says("hi");
    await max.tick();
    clock.advance({ seconds: 59 });
    await max.tick();
    expect(received).toHaveLength(1);
    for (let step = 0; step < 20 && max.subscriptions.length > 0; step += 1) {
      clock.advance({ seconds: 3_600 });
      await max.tick();
    }
    expect(max.subscriptions).toEqual([]);
  });
});
