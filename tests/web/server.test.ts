import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Metrics } from "../../bot/metrics.ts";
import { asOne } from "../../bot/web/as-one.ts";
import { startMetrics, startWeb, type Web } from "../../bot/web/server.ts";

const metrics = new Metrics();
let isReady = true;
let web: Web;

beforeAll(async () => {
  web = await startWeb({ port: 0, host: "127.0.0.1", metrics, isReady: async () => isReady });
});
afterAll(() => web.stop());

const get = (path: string) => fetch(`http://127.0.0.1:${web.port}${path}`);

it("is healthy while the process answers", async () => {
  isReady = false;
  expect((await get("/healthz")).status).toBe(200);
});

it("is ready only when an update would be answered", async () => {
  isReady = false;
  expect((await get("/readyz")).status).toBe(503);
  isReady = true;
  expect((await get("/readyz")).status).toBe(200);
});

describe("/metrics", () => {
  it("tells updates by kind and outcome, their seconds, and calls by method and outcome", async () => {
    metrics.update("message", "handled", 0.02);
    metrics.call("telegram", { method: "sendMessage", outcome: "429", seconds: 0.1 });
    metrics.call("telegram", { method: "getUpdates", outcome: "ok", seconds: 30 });
    const response = await get("/metrics");
    const text = await response.text();
    expect(response.headers.get("content-type")).toContain("text/plain");
    expect(text).toContain('ishek_updates_total{kind="message",outcome="handled"} 1');
    expect(text).toContain('ishek_update_seconds_bucket{le="0.025"} 1');
    expect(text).toContain('ishek_telegram_calls_total{door="telegram",method="sendMessage",outcome="429"} 1');
    expect(text).not.toContain('ishek_telegram_call_seconds_count{door="telegram",method="getUpdates"}');
  });

  it("knows no names, texts, ids nor token", async () => {
    const text = await (await get("/metrics")).text();
    const labels = [...text.matchAll(/^ishek_\w+\{([^}]*)\}/gm)].flatMap(([, list = ""]) =>
      list.split(",").map((label) => label.split("=")[0]),
    );
    expect([...new Set(labels)].toSorted()).toEqual(["door", "kind", "le", "method", "outcome"]);
    expect(text).not.toMatch(/\d{6,}:[\w-]{20,}/);
  });
});

it("one answer is for all who ask while it is on its way, and the next question is asked anew", async () => {
  let gate = Promise.withResolvers<number>();
  let asked = 0;
  const ask = asOne(() => {
    asked += 1;
    return gate.promise;
  });
  const answers = Array.from({ length: 20 }, ask);
  gate.resolve(1);
  expect(await Promise.all(answers)).toEqual(Array.from({ length: 20 }, () => 1));
  expect(asked).toBe(1);
  gate = Promise.withResolvers();
  gate.reject(new Error("away"));
  await expect(ask()).rejects.toThrow("away");
  gate = Promise.withResolvers();
  gate.resolve(3);
  expect(await ask()).toBe(3);
});

it("with a port of their own metrics stand there alone, and the port has nothing else", async () => {
  const [pages, own] = await Promise.all([
    startWeb({ port: 0, host: "127.0.0.1", isReady: async () => true }),
    startMetrics(metrics, { port: 0, host: "127.0.0.1" }),
  ]);
  const status = async (port: number, path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).status;
  expect(await status(pages.port, "/metrics")).toBe(404);
  expect(await status(own.port, "/metrics")).toBe(200);
  expect(await status(own.port, "/readyz")).toBe(404);
  await Promise.all([pages.stop(), own.stop()]);
});

it("answers nothing else", async () => {
  expect((await get("/")).status).toBe(404);
  expect((await get("/telegram/updates")).status).toBe(404);
});

it("says when its port is taken", async () => {
  const second = startWeb({ port: web.port, host: "127.0.0.1", metrics, isReady: async () => true });
  await expect(second).rejects.toMatchObject({ code: "EADDRINUSE" });
});
