import { describe, expect, it } from "vitest";
import type { Telegram } from "../../playground/telegram.ts";
import { openTelegram } from "../support/telegram.ts";
import { call, descriptionOf } from "./call.ts";

const poll = { chat_id: 7, question: "Кайсы көн?", options: [{ text: "Шимбә" }, { text: "Якшәмбе" }] };
const options = (count: number) => Array.from({ length: count }, (_, index) => ({ text: `${index}` }));

async function openChat(): Promise<Telegram> {
  const telegram = await openTelegram({ mayBreakRules: true });
  telegram.person("Алсу", { id: 7, hasStarted: true });
  return telegram;
}

describe("sendPoll takes and refuses what Telegram does", () => {
  it.each([
    ["a question with two answers", {}, "ok"],
    ["texts as options", { options: ["Шимбә", "Якшәмбе"] }, "ok"],
    ["12 options", { options: options(12) }, "ok"],
    ["300 characters", { question: "😀".repeat(300), options: [{ text: "😀".repeat(100) }] }, "ok"],
    ["no question", { question: " " }, "Bad Request: text must be non-empty"],
    ["301 characters", { question: "a".repeat(301) }, "Bad Request: poll question length must not exceed 300"],
    ["no options", { options: [] }, "Bad Request: poll must have at least one answer option"],
    ["13 options", { options: options(13) }, "Bad Request: poll can't have more than 12 options"],
    ["an empty option", { options: [{ text: "a" }, { text: "" }] }, "Bad Request: text must be non-empty"],
    [
      "an option of 101",
      { options: [{ text: "a".repeat(101) }] },
      "Bad Request: poll options length must not exceed 100",
    ],
    ["another type", { type: "survey" }, "Bad Request: unsupported poll type specified"],
    [
      "a quiz",
      { type: "quiz", correct_option_ids: [1], explanation: "Якшәмбе – <b>ял</b>", explanation_parse_mode: "HTML" },
      "ok",
    ],
    ["a quiz without an answer", { type: "quiz" }, "Bad Request: wrong correct option ID specified"],
    [
      "a quiz with an answer out of range",
      { type: "quiz", correct_option_ids: [2] },
      "Bad Request: wrong correct option ID specified",
    ],
    ["an end", { open_period: 60 }, 'Bad Request: parameter "open_period": is not modelled by the playground'],
  ])("%s", async (_, payload, expected) => {
    const telegram = await openChat();
    expect(await descriptionOf(telegram, "sendPoll", { ...poll, ...payload })).toBe(expected);
  });
});

it("shows a poll and counts its votes, told to the bot with names only if it is not anonymous", async () => {
  const telegram = await openChat();
  const alsu = telegram.person("Алсу", { id: 7 });
  await call(telegram, "sendPoll", poll);
  expect(alsu.screen).toBe("(poll) Кайсы көн?: Шимбә | Якшәмбе");
  void alsu.votes("Якшәмбе");
  expect(alsu.latest?.poll).toMatchObject({ total_voter_count: 1, options: [{ voter_count: 0 }, { voter_count: 1 }] });
  void alsu.votes();
  expect(alsu.latest?.poll?.total_voter_count).toBe(0);
  await call(telegram, "sendPoll", { ...poll, is_anonymous: false, allows_multiple_answers: true });
  void alsu.votes("Шимбә", "Якшәмбе");
  const updates = (await call(telegram, "getUpdates")) as { result: object[] };
  expect(updates.result).toMatchObject([
    { poll: { total_voter_count: 1 } },
    { poll: { total_voter_count: 0 } },
    { poll: { total_voter_count: 1 } },
    { poll_answer: { user: { id: 7 }, option_ids: [0, 1] } },
  ]);
});

it("takes no vote that Telegram's app would not offer", async () => {
  const telegram = await openChat();
  const alsu = telegram.person("Алсу", { id: 7 });
  await expect(alsu.votes("Шимбә")).rejects.toThrow("Алсу sees no poll.");
  await call(telegram, "sendPoll", { ...poll, type: "quiz", correct_option_ids: [0] });
  await expect(alsu.votes("Дүшәмбе")).rejects.toThrow("no such option");
  await expect(alsu.votes("Шимбә", "Якшәмбе")).rejects.toThrow("one answer");
  void alsu.votes("Шимбә");
  await expect(alsu.votes("Якшәмбе")).rejects.toThrow("no second vote");
});

it("stops its own poll once", async () => {
  const telegram = await openChat();
  const alsu = telegram.person("Алсу", { id: 7 });
  await call(telegram, "sendPoll", poll);
  await call(telegram, "sendMessage", { chat_id: 7, text: "a" });
  void alsu.sendsPoll("Ничек?", ["Яхшы", "Начар"]);
  const stop = (message_id: number) => descriptionOf(telegram, "stopPoll", { chat_id: 7, message_id });
  expect(await stop(9)).toBe("Bad Request: message with poll to stop not found");
  expect(await stop(2)).toBe("Bad Request: message with poll to stop not found");
  expect(await stop(3)).toBe("Bad Request: poll can't be stopped");
  expect(await stop(1)).toBe("ok");
  expect(await stop(1)).toBe("Bad Request: poll has already been closed");
  await expect(alsu.votesIn(1, [0])).rejects.toThrow("The poll is closed.");
});
