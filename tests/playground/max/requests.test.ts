import { describe, expect, it } from "vitest";
import { stoppedClock } from "../../support/telegram.ts";
import { callMax, openMax } from "./open-max.ts";

const say = (text: string) => ({ text, attachments: null, link: null });
const keyboard = (buttons: object[][]) => ({
  text: "?",
  attachments: [{ type: "inline_keyboard", payload: { buttons } }],
});
const press = (index: number) => ({ type: "callback", text: `${index}`, payload: `${index}` });
const link = { type: "link", text: "site", url: "https://kazan.example" };

describe("a token", () => {
  it.each([
    [{}, "", 401, "verify.token"],
    [{ Authorization: "wrong" }, "", 401, "verify.token"],
    [{ Authorization: "Bearer x" }, "", 401, "verify.token"],
    [{}, "?access_token=x", 403, "deprecated.token"],
  ])("%j%s is refused with %i %s", async (headers, query, status, code) => {
    const max = await openMax();
    const answer = await callMax(max, `GET /me${query}`, undefined, headers);
    expect([answer.status, answer.body["code"]]).toEqual([status, code]);
  });
});

describe("a message", () => {
  it("arrives, with numbers that pass JavaScript's and without fields that are null", async () => {
    const max = await openMax();
    const alsu = max.person("Алсу", { hasStarted: true });
    const { text } = await callMax(max, `POST /messages?user_id=${alsu.user.id}`, {
      ...say("<b>Кич</b> &amp; <blockquote>белән</blockquote>"),
      format: "html",
    });
    expect(BigInt(/"seq":(\d+)/.exec(text)?.[1] ?? 0)).toBeGreaterThan(BigInt(Number.MAX_SAFE_INTEGER));
    expect(text).not.toContain("null");
    expect(alsu.latest?.text).toBe("Кич & белән");
    expect(alsu.latest?.markup).toEqual([{ type: "strong", from: 0, length: 3 }]);
  });

  it.each([
    ["of 4,001 characters", say("а".repeat(4_001))],
    ["without anything to see", say(" \u200b")],
    ["of eight buttons in a row", keyboard([Array.from({ length: 8 }, (_, index) => press(index))])],
    ["of four in a row with a link", keyboard([[press(1), press(2), press(3), link]])],
    ["of 31 rows", keyboard(Array.from({ length: 31 }, (_, index) => [press(index)]))],
    ["with an empty label", keyboard([[{ type: "callback", text: "", payload: "1" }]])],
    ["with a payload of 1,025", keyboard([[{ type: "callback", text: "a", payload: "1".repeat(1_025) }]])],
    ["with a file that was never uploaded", { text: "a", attachments: [{ type: "file", payload: { token: "no" } }] }],
  ])("%s is refused, before anybody asks whom it is for", async (_, body) => {
    const max = await openMax();
    const answer = await callMax(max, "POST /messages?user_id=404", body);
    expect([answer.status, answer.body["code"]]).toEqual([400, "proto.payload"]);
  });

  it("with a field that MAX does not know is a violation", async () => {
    const max = await openMax({ mayBreakRules: true });
    const body = { text: "a", parse_mode: "HTML" };
    expect((await callMax(max, "POST /messages?user_id=1", body)).status).toBe(400);
    expect(max.violations).toHaveLength(1);
  });

  it("finds nobody in five ways", async () => {
    const max = await openMax();
    const people = ["stranger", "stopped", "gone", "deleted", "blind"].map((name) => max.person(name));
    const [stranger, stopped, gone, deleted, blind] = people;
    const confirm = () => callMax(max, "GET /updates?timeout=0&marker=99999999");
    const acts = [stopped?.starts(), gone?.starts(), deleted?.starts(), blind?.starts(undefined, { blindSends: 1 })];
    await confirm();
    await Promise.all(acts);
    gone?.leavesMax();
    const more = [stopped?.stops(), deleted?.deletesDialog()];
    await confirm();
    await Promise.all(more);
    const codes: unknown[] = [];
    for (const person of [stranger, stopped, gone, deleted, blind, blind]) {
      const { status, body } = await callMax(max, `POST /messages?user_id=${person?.user.id}`, say("a"));
      codes.push(`${status} ${body["code"]}`);
    }
    expect(codes).toEqual([
      "404 dialog.not.found",
      "403 chat.denied",
      "404 user.not.found",
      "403 chat.denied",
      "404 dialog.not.found",
      "200 undefined",
    ]);
    expect((await callMax(max, "POST /messages?chat_id=5", say("a"))).body["code"]).toBe("chat.not.found");
  });

  it("is one of thirty a second in all, and of two into one dialog", async () => {
    const clock = stoppedClock();
    const max = await openMax({ clock });
    const alsu = max.person("Алсу", { hasStarted: true });
    const send = async () => (await callMax(max, `POST /messages?user_id=${alsu.user.id}`, say("a"))).status;
    expect([await send(), await send(), await send()]).toEqual([200, 200, 429]);
    clock.advance({ seconds: 1 });
    const statuses = [];
    for (let call = 0; call < 31; call += 1) statuses.push((await callMax(max, "GET /me")).status);
    expect(statuses.filter((status) => status === 429)).toHaveLength(1);
  });
});

describe("an edit", () => {
  it("leaves what is null and takes away what is empty", async () => {
    const max = await openMax({ limits: "lifted" });
    const alsu = max.person("Алсу", { hasStarted: true });
    await callMax(max, `POST /messages?user_id=${alsu.user.id}`, keyboard([[press(1)]]));
    const path = `PUT /messages?message_id=${alsu.latest?.id}`;
    await callMax(max, path, { text: "other", attachments: null });
    expect(alsu.screen).toBe("other\n[1]");
    await callMax(max, path, { text: null, attachments: [] });
    expect(alsu.screen).toBe("other");
  });

  it("of what is gone or too old is answered 200 and not done", async () => {
    const clock = stoppedClock();
    const max = await openMax({ clock });
    const alsu = max.person("Алсу", { hasStarted: true });
    await callMax(max, `POST /messages?user_id=${alsu.user.id}`, say("a"));
    clock.advance({ seconds: 8 * 86_400 });
    for (const mid of [alsu.latest?.id, "mid.no"]) {
      const { status, body } = await callMax(max, `PUT /messages?message_id=${mid}`, say("b"));
      expect([status, body["success"]]).toEqual([200, false]);
    }
  });
});

describe("an answer to a press", () => {
  it("says something or changes the message, and does so once", async () => {
    const max = await openMax({ limits: "lifted" });
    const alsu = max.person("Алсу", { hasStarted: true });
    await callMax(max, `POST /messages?user_id=${alsu.user.id}`, keyboard([[press(1)]]));
    const pressing = alsu.taps("1");
    const { body } = await callMax(max, "GET /updates?timeout=0");
    const [update] = body["updates"] as { callback: { callback_id: string; payload: string } }[];
    expect(update?.callback.payload).toBe("1");
    const path = `POST /answers?callback_id=${update?.callback.callback_id}`;
    expect((await callMax(max, path, {})).status).toBe(400);
    expect((await callMax(max, path, { message: say("pressed"), notification: "!" })).body).toEqual({ success: true });
    expect((await callMax(max, path, { notification: "again" })).body["message"]).toBe("error.edit.invalid.message");
    await callMax(max, `GET /updates?timeout=0&marker=${body["marker"]}`);
    expect(await pressing).toEqual({ toast: "!" });
    expect(alsu.screen).toBe("pressed\n[1]");
  });
});
