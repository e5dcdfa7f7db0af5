import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Api, GrammyError, HttpError, InputFile } from "grammy";
import { getGlobalDispatcher, setGlobalDispatcher } from "undici";
import { expect, it, onTestFinished } from "vitest";
import { createClientOptions } from "../../../bot/doors/telegram/client/client.ts";
import { asUpdateRun } from "../../../bot/doors/telegram/intake/update-run.ts";
import type { ApiCall } from "../../../bot/metrics.ts";

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

const json =
  (status: number, body: object): Answer =>
  (response) => {
    response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
  };
const fine = json(200, { ok: true, result: true });
const throttled = (seconds: number) =>
  json(429, {
    ok: false,
    error_code: 429,
    description: `Too Many Requests: retry after ${seconds}`,
    parameters: { retry_after: seconds },
  });
const cut: Answer = (response) => void response.socket?.destroy();

/** A Telegram that gives these answers in turn, and then the last one for ever. */
async function telegramThat(...answers: Answer[]) {
  let requests = 0;
  const server = createServer((request, response) => {
    request.resume().on("end", () => {
      const answer = answers[Math.min(requests, answers.length - 1)] ?? fine;
      requests += 1;
      answer(response, request);
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  });
  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const calls: ApiCall[] = [];
  const api = new Api(
    "1000000000:a-token-of-no-worth-anywhere-else",
    createClientOptions(root, (call) => calls.push(call)),
  );
  return { api, calls, requests: () => requests };
}

it("waits out a rate limit and goes on", async () => {
  const { api, calls, requests } = await telegramThat(throttled(0), fine);
  await expect(api.sendMessage(1, "hello")).resolves.toBe(true);
  expect(requests()).toBe(2);
  expect(calls).toMatchObject([{ method: "sendMessage", outcome: "ok" }]);
});

it("gives up after two waits, and at once when told to wait longer than a person would", async () => {
  const stubborn = await telegramThat(throttled(0));
  await expect(stubborn.api.sendMessage(1, "hello")).rejects.toThrow(GrammyError);
  expect(stubborn.requests()).toBe(3);
  const strict = await telegramThat(throttled(35));
  await expect(strict.api.sendMessage(1, "hello")).rejects.toThrow(GrammyError);
  expect(strict.requests()).toBe(1);
  expect(strict.calls).toMatchObject([{ outcome: "429" }]);
});

it("calls a chat that was told to wait no more before its time, for any update, and others at once", async () => {
  const strict = await telegramThat(throttled(35), fine);
  await expect(strict.api.sendMessage(1, "hello")).rejects.toThrow(GrammyError);
  for (const text of ["hello?", "are you there?"]) {
    const refused = strict.api.sendMessage(1, text);
    await expect(refused).rejects.toMatchObject({ error_code: 429, parameters: { retry_after: 35 } });
  }
  expect(strict.requests()).toBe(1);
  await expect(strict.api.sendMessage(2, "hello")).resolves.toBe(true);
  expect(strict.requests()).toBe(2);
});

it("has what comes while a chat waits wait with it, and then lets it through", async () => {
  const { api, requests } = await telegramThat(throttled(1), fine);
  await expect(Promise.all([api.sendMessage(1, "one"), api.sendMessage(2, "two")])).resolves.toEqual([true, true]);
  expect(requests()).toBe(3);
});

it("repeats what never left: a refused connection", async () => {
  const { api, requests } = await telegramThat(fine);
  const network = getGlobalDispatcher();
  onTestFinished(() => setGlobalDispatcher(network));
  let attempts = 0;
  const refusesOnce = network.compose((dispatch) => (options, handler) => {
    attempts += 1;
    if (attempts === 1) throw Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
    return dispatch(options, handler);
  });
  setGlobalDispatcher(refusesOnce);
  await expect(api.sendMessage(1, "hello")).resolves.toBe(true);
  expect(attempts).toBe(2);
  expect(requests()).toBe(1);
});

it.each<[string, Answer]>([
  ["a connection that breaks after the bytes went out", cut],
  ["a 500", json(500, { ok: false, error_code: 500, description: "Internal Server Error" })],
  ["the page of a proxy", (response) => void response.writeHead(502).end("<html>Bad Gateway</html>")],
  ["a 400", json(400, { ok: false, error_code: 400, description: "Bad Request: chat not found" })],
])("never repeats %s: the message may have arrived", async (_, answer) => {
  const { api, requests } = await telegramThat(answer, fine);
  const outcome = await api.sendMessage(1, "hello").catch((error: unknown) => error);
  expect(outcome instanceof GrammyError || outcome instanceof HttpError).toBe(true);
  expect(requests()).toBe(1);
});

it("never repeats an upload, whose bytes are spent", async () => {
  const { api, requests } = await telegramThat(throttled(0), fine);
  await expect(api.sendDocument(1, new InputFile(Buffer.from("x"), "x.ics"))).rejects.toThrow(GrammyError);
  expect(requests()).toBe(1);
});

it("tells of every call its method, outcome and seconds, and no address with the token", async () => {
  const { api, calls } = await telegramThat(fine, cut);
  await api.getMe();
  await api.sendMessage(1, "secret words").catch(() => {});
  expect(calls).toMatchObject([
    { method: "getMe", outcome: "ok" },
    { method: "sendMessage", outcome: "no answer" },
  ]);
  expect(JSON.stringify(calls)).not.toMatch(/token|secret/);
});

it("lets a call be given up", async () => {
  const { api } = await telegramThat(() => {});
  const controller = new AbortController();
  const polled = api.getUpdates({}, controller.signal as never);
  controller.abort();
  await expect(polled).rejects.toThrow();
});

it("makes no call for an update that was given up, neither one under way nor a new one", async () => {
  const { api, requests } = await telegramThat(() => {});
  const late = new AbortController();
  await asUpdateRun({ signal: late.signal, chat: "1", isNoted: true }, async () => {
    const hanging = api.sendMessage(1, "hello");
    await expect.poll(requests).toBe(1);
    late.abort();
    await expect(hanging).rejects.toThrow(HttpError);
    await expect(api.sendMessage(1, "hello")).rejects.toThrow(HttpError);
  });
  expect(requests()).toBe(1);
});
