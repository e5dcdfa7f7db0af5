import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Metrics } from "../../bot/metrics.ts";
import { startWeb, type Web } from "../../bot/web/server.ts";

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
    metrics.call({ method: "sendMessage", outcome: "429", seconds: 0.1 });
    metrics.call({ method: "getUpdates", outcome: "ok", seconds: 30 });
    const response = await get("/metrics");
    const text = await response.text();
    expect(response.headers.get("content-type")).toContain("text/plain");
    expect(text).toContain('ishek_updates_total{kind="message",outcome="handled"} 1');
    expect(text).toContain('ishek_update_seconds_bucket{le="0.025"} 1');
    expect(text).toContain('ishek_telegram_calls_total{method="sendMessage",outcome="429"} 1');
    expect(text).not.toContain('ishek_telegram_call_seconds_count{method="getUpdates"}');
  });

  it("knows no names, texts, ids nor token", async () => {
    const text = await (await get("/metrics")).text();
    const labels = [...text.matchAll(/^ishek_\w+\{([^}]*)\}/gm)].flatMap(([, list = ""]) =>
      list.split(",").map((label) => label.split("=")[0]),
    );
    expect([...new Set(labels)].toSorted()).toEqual(["kind", "le", "method", "outcome"]);
    expect(text).not.toMatch(/\d{6,}:[\w-]{20,}/);
  });
});

it("answers nothing else", async () => {
  expect((await get("/")).status).toBe(404);
  expect((await get("/telegram/updates")).status).toBe(404);
});

it("says when its port is taken", async () => {
  const second = startWeb({ port: web.port, host: "127.0.0.1", metrics, isReady: async () => true });
  await expect(second).rejects.toMatchObject({ code: "EADDRINUSE" });
});
