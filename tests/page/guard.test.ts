import { afterAll, beforeAll, expect, test } from "vitest";
import { systemClock } from "../../bot/schedule/clock.ts";
import { createPage } from "../../playground/page/serve.ts";
import { startTelegram, type Telegram } from "../../playground/telegram.ts";

let telegram: Telegram;

beforeAll(async () => {
  telegram = await startTelegram({ clock: systemClock });
  telegram.person("Kate", { languageCode: "en" });
});

afterAll(() => telegram.close());

function request(path: string, headers: Record<string, string>, body?: unknown): Response | Promise<Response> {
  const post = body !== undefined && { method: "POST", body: JSON.stringify(body) };
  return createPage({ telegram }).request(path, { headers: { host: "localhost:8080", ...headers }, ...post });
}

test.each(["localhost:8080", "127.0.0.1:8080", "[::1]:8080", "localhost"])("answers as %s", async (host) => {
  expect((await request("/", { host })).status).toBe(200);
});

test.each(["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:8080", "", "evil.example:localhost"])(
  "does not answer as %j, a name made to point here",
  async (host) => {
    expect((await request("/playground/telegram/people/Kate", { host })).status).toBe(403);
  },
);

test.each([
  { origin: "https://evil.example" },
  { origin: "null" },
  { origin: "http://localhost:1" },
  { "sec-fetch-site": "cross-site" },
])("lets nobody act from elsewhere: %j", async (headers) => {
  const answer = await request("/playground/telegram/people", headers, { name: "Mallory", language: "en" });
  expect(answer.status).toBe(403);
  expect(telegram.people.map((person) => person.name)).not.toContain("Mallory");
});

test("lets its own page act", async () => {
  const origin = { origin: "http://localhost:8080", "sec-fetch-site": "same-origin" };
  const answer = await request("/playground/telegram/people", origin, { name: "Роза Ахметовна", language: "tt" });
  expect(await answer.json()).toEqual({ id: telegram.person("Роза Ахметовна").user.id });
});

test("runs no script but its own", async () => {
  const answer = await request("/", {});
  expect(answer.headers.get("content-security-policy")).toContain("script-src 'self';");
  expect(await answer.text()).not.toMatch(/<script(?! type="module" src="\/page\/)|<style|style="| on[a-z]+="/);
});

test.each(["/page/..%2Fserve.ts", "/page/tsconfig.json", "/page/%2Fetc%2Fpasswd", "/page/nothing.js"])(
  "gives away no other file: %s",
  async (path) => {
    expect((await request(path, {})).status).toBe(404);
  },
);

test.each([undefined, {}, { kind: "say", text: "" }, { kind: "say", text: "x".repeat(4097) }, { kind: "fly" }])(
  "refuses the senseless action %j with a reason",
  async (action) => {
    const answer = await request("/playground/telegram/people/Kate/actions", {}, action ?? "");
    expect(answer.status).toBe(400);
    expect(await answer.json()).toHaveProperty("reason");
  },
);

test("knows nobody it was not told of", async () => {
  expect((await request("/playground/telegram/people/Nobody", {})).status).toBe(404);
});
