import { describe, expect, it } from "vitest";
import { openTelegram } from "../support/telegram.ts";
import { call, descriptionOf } from "./call.ts";

const button = (fields: object) => ({ reply_markup: { inline_keyboard: [[{ text: "Кнопка", ...fields }]] } });
const buttons = (count: number) => ({
  reply_markup: { inline_keyboard: Array.from({ length: count }, () => [{ text: "Кнопка", callback_data: "x" }]) },
});

describe("sendMessage takes and refuses what Telegram does", () => {
  it.each([
    ["a text", { text: "Сәлам" }, "ok"],
    ["no text", {}, "Bad Request: message text is empty"],
    ["an empty text", { text: "" }, "Bad Request: message text is empty"],
    ["white space", { text: " \n " }, "Bad Request: message text is empty"],
    ["zero-width characters", { text: "\u200b\u2060" }, "Bad Request: message text is empty"],
    ["markup around nothing", { text: "<b></b>", parse_mode: "HTML" }, "Bad Request: message text is empty"],
    ["4096 units", { text: "😀".repeat(2048) }, "ok"],
    ["4097 units", { text: `${"😀".repeat(2048)}.` }, "Bad Request: message is too long"],
    ["4096 units after parsing", { text: `<b>${"a".repeat(4096)}</b>`, parse_mode: "HTML" }, "ok"],
    [
      "broken HTML",
      { text: "a <x>", parse_mode: "HTML" },
      `Bad Request: can't parse entities: Unsupported start tag "x" at byte offset 2`,
    ],
    ["a wrong parse mode", { text: "a", parse_mode: "Html" }, "Bad Request: unsupported parse_mode"],
    ["an unknown parameter", { text: "a", parsemode: "HTML" }, 'Bad Request: unknown parameter "parsemode"'],
    [
      "a parameter not modelled",
      { text: "a", direct_messages_topic_id: 1 },
      'Bad Request: parameter "direct_messages_topic_id": is not modelled by the playground',
    ],
    ["a number as text", { text: 5 }, 'Bad Request: parameter "text": Invalid input: expected string, received number'],
    ["64 bytes of callback data", { text: "a", ...button({ callback_data: "я".repeat(32) }) }, "ok"],
    [
      "65 bytes of callback data",
      { text: "a", ...button({ callback_data: `${"я".repeat(32)}.` }) },
      "Bad Request: BUTTON_DATA_INVALID",
    ],
    ["100 buttons", { text: "a", ...buttons(100) }, "ok"],
    ["101 buttons", { text: "a", ...buttons(101) }, "Bad Request: reply markup is too long"],
    [
      "a button that does nothing",
      { text: "a", ...button({}) },
      "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ],
    [
      "a button that does two things",
      { text: "a", ...button({ callback_data: "x", url: "https://a.b" }) },
      'Bad Request: inline keyboard button "Кнопка" has callback_data and url; one is allowed',
    ],
    ["a button with an address", { text: "a", ...button({ url: "https://kazan.ru/афиша" }) }, "ok"],
    ["a button into Telegram", { text: "a", ...button({ url: "tg://resolve?domain=a" }) }, "ok"],
    [
      "a button to localhost",
      { text: "a", ...button({ url: "http://localhost/x" }) },
      "Bad Request: inline keyboard button URL 'http://localhost/x' is invalid: Wrong HTTP URL",
    ],
    [
      "a button to a file",
      { text: "a", ...button({ url: "ftp://a.b/x" }) },
      "Bad Request: inline keyboard button URL 'ftp://a.b/x' is invalid: Unsupported URL protocol",
    ],
    [
      "a reply to nothing",
      { text: "a", reply_parameters: { message_id: 99 } },
      "Bad Request: message to be replied not found",
    ],
    ["JSON in a string", { text: "a", reply_markup: '{"remove_keyboard":true}' }, "ok"],
  ])("%s", async (_, payload, expected) => {
    const telegram = await openTelegram({ mayBreakRules: true });
    telegram.person("Алсу", { id: 7, hasStarted: true });
    expect(await descriptionOf(telegram, "sendMessage", { chat_id: 7, ...payload })).toBe(expected);
  });
});

describe("nobody is written to who should not be", () => {
  it("refuses a chat that is not there", async () => {
    const telegram = await openTelegram();
    expect(await descriptionOf(telegram, "sendMessage", { chat_id: 1, text: "a" })).toBe("Bad Request: chat not found");
    expect(await descriptionOf(telegram, "sendMessage", { text: "a" })).toBe("Bad Request: chat_id is empty");
  });

  it("refuses somebody who has not started, has blocked the bot, or has left", async () => {
    const telegram = await openTelegram();
    const alsu = telegram.person("Алсу");
    const send = () => descriptionOf(telegram, "sendMessage", { chat_id: alsu.user.id, text: "a" });
    expect(await send()).toBe("Forbidden: bot can't initiate conversation with a user");
    void alsu.says("/start");
    expect(await send()).toBe("ok");
    void alsu.blocksBot();
    expect(await send()).toBe("Forbidden: bot was blocked by the user");
    void alsu.unblocksBot();
    expect(await send()).toBe("ok");
    alsu.leavesTelegram();
    expect(await send()).toBe("Forbidden: user is deactivated");
  });

  it("knows its token and its methods", async () => {
    const telegram = await openTelegram({ mayBreakRules: true });
    expect(await call(telegram, "sendDice", {})).toEqual({ ok: false, error_code: 404, description: "Not Found" });
    expect(telegram.unknownMethods).toEqual(["sendDice"]);
    const stranger = await fetch(`${telegram.apiRoot}/bot1:wrong/getMe`);
    expect(stranger.status).toBe(401);
    expect(await stranger.json()).toEqual({ ok: false, error_code: 401, description: "Unauthorized" });
  });

  it("takes a query string and a form as well", async () => {
    const telegram = await openTelegram();
    telegram.person("Алсу", { id: 7, hasStarted: true });
    const address = `${telegram.apiRoot}/bot${telegram.token}/sendMessage`;
    const query = await fetch(`${address}?chat_id=7&text=a&protect_content=true`);
    expect(await query.json()).toMatchObject({ ok: true, result: { text: "a", has_protected_content: true } });
    const form = await fetch(address, { method: "POST", body: new URLSearchParams({ chat_id: "7", text: "b" }) });
    expect(await form.json()).toMatchObject({ ok: true, result: { text: "b" } });
  });
});

it("takes what is right in an inline answer and refuses the rest", async () => {
  const telegram = await openTelegram({ mayBreakRules: true });
  const article = (id: string, fields: object = {}) => ({
    type: "article",
    id,
    title: "Джаз",
    input_message_content: { message_text: "Джаз" },
    ...fields,
  });
  void telegram.person("Алсу").asksInline("джаз");
  const { result } = (await call(telegram, "getUpdates")) as { result: { inline_query: { id: string } }[] };
  const answer = (results: object[]) =>
    descriptionOf(telegram, "answerInlineQuery", { inline_query_id: result[0]?.inline_query.id, results });
  const fiftyOne = Array.from({ length: 51 }, (_, index) => article(`${index}`));
  expect(await answer(fiftyOne)).toBe("Bad Request: RESULTS_TOO_MUCH");
  expect(await answer([article("1"), article("1")])).toBe("Bad Request: RESULT_ID_DUPLICATE");
  expect(await answer([article("я".repeat(33))])).toContain("1-64 bytes");
  expect(await answer([article("1", { thumbnail_url: "kazan" })])).toContain("thumbnail_url");
  expect(await answer(fiftyOne.slice(1))).toBe("ok");
  expect(await answer([article("1")])).toBe(
    "Bad Request: query is too old and response timeout expired or query ID is invalid",
  );
});

it("takes pictures up to 10 MB and nothing else for a photo", async () => {
  const telegram = await openTelegram();
  telegram.person("Алсу", { id: 7, hasStarted: true });
  const send = async (bytes: Buffer) => {
    const form = new FormData();
    form.set("chat_id", "7");
    form.set("photo", new Blob([new Uint8Array(bytes)]), "a.png");
    const response = await fetch(`${telegram.apiRoot}/bot${telegram.token}/sendPhoto`, { method: "POST", body: form });
    return response.json();
  };
  const picture = Buffer.alloc(24);
  picture.writeUInt32BE(0x89504e47, 0);
  picture.writeUInt32BE(320, 16);
  picture.writeUInt32BE(240, 20);
  expect(await send(picture)).toMatchObject({ result: { photo: [{ width: 320, height: 240, file_size: 24 }] } });
  expect(await send(Buffer.from("text"))).toMatchObject({ description: "Bad Request: IMAGE_PROCESS_FAILED" });
  expect(await send(Buffer.alloc(0))).toMatchObject({ description: "Bad Request: file must be non-empty" });
  expect(await send(Buffer.concat([picture, Buffer.alloc(10 * 1024 * 1024)]))).toMatchObject({
    description: "Bad Request: file of size 10485784 bytes is too big for a photo; the maximum size is 10485760 bytes",
  });
});
