import type { Message, Update } from "@grammyjs/types";
import { expect, it } from "vitest";
import type { Telegram } from "../../playground/telegram.ts";
import { idOf } from "../../playground/world/account.ts";
import { openTelegram } from "../support/telegram.ts";
import { call } from "./call.ts";

/** The messages that wait for the bot, and are then confirmed. */
async function heard(telegram: Telegram): Promise<Partial<Message>[]> {
  const { result } = (await call(telegram, "getUpdates")) as { result: Update[] };
  await call(telegram, "getUpdates", { offset: (result.at(-1)?.update_id ?? 0) + 1 });
  return result.flatMap(({ message }) => message ?? []);
}

it("sends files that the bot can download", async () => {
  const telegram = await openTelegram();
  void telegram.person("Алсу").sendsDocument("программа.csv", "көн;сәгать", { caption: "Менә" });
  const [message] = await heard(telegram);
  expect(message).toMatchObject({ caption: "Менә", document: { file_name: "программа.csv", mime_type: "text/csv" } });
  const answer = await call(telegram, "getFile", { file_id: message?.document?.file_id });
  const { file_path } = (answer as { result: { file_path: string } }).result;
  const download = await fetch(`${telegram.apiRoot}/file/bot${telegram.token}/${file_path}`);
  expect(await download.text()).toBe("көн;сәгать");
});

it("sends every kind with a caption and its formatting", async () => {
  const telegram = await openTelegram();
  const alsu = telegram.person("Алсу");
  const bold = [{ type: "bold" as const, offset: 0, length: 3 }];
  void alsu.sendsPhoto("Җәй kazan.ru", bold);
  void alsu.sendsVideo("Җәй", bold);
  void alsu.sendsAnimation("Җәй", bold);
  void alsu.sendsAudio("Җәй", bold);
  void alsu.sendsVoice("Җәй", bold);
  const messages = await heard(telegram);
  expect(messages.map(({ caption_entities }) => caption_entities?.[0])).toEqual(Array(5).fill(bold[0]));
  expect(messages.map((message) => Object.keys(message).filter((key) => key !== "document")[4])).toEqual([
    ...["photo", "video", "animation", "audio", "voice"],
  ]);
});

it("sends an album as several messages of one group", async () => {
  const telegram = await openTelegram();
  const alsu = telegram.person("Алсу");
  void alsu.sendsAlbum([{ kind: "photo", caption: "Җәй" }, { kind: "photo" }, { kind: "video" }]);
  const messages = await heard(telegram);
  expect(messages.map(({ caption }) => caption)).toEqual(["Җәй", undefined, undefined]);
  expect(new Set(messages.map(({ media_group_id }) => media_group_id)).size).toBe(1);
  await expect(alsu.sendsAlbum([{ kind: "photo" }])).rejects.toThrow("2–10 files");
});

it("says formatted text, its links found as well", async () => {
  const telegram = await openTelegram();
  void telegram.person("Алсу").saysFormatted("Бүген https://kazan.ru", [{ type: "bold", offset: 0, length: 5 }]);
  expect(await heard(telegram)).toMatchObject([
    {
      entities: [
        { type: "bold", offset: 0, length: 5 },
        { type: "url", offset: 6, length: 16 },
      ],
    },
  ]);
});

it("forwards what is not protected, and tells whose it was", async () => {
  const telegram = await openTelegram();
  const alsu = telegram.person("Алсу", { hasStarted: true });
  const bulat = telegram.person("Булат");
  const channel = { id: -100, type: "channel" as const, title: "Афиша" };
  void alsu.forwards({ text: "Бүген концерт", from: bulat.user });
  void alsu.forwards({ text: "Бүген концерт", sender_chat: channel, message_id: 5 });
  void alsu.forwards({ text: "Бүген концерт" });
  const messages = await heard(telegram);
  expect(messages.map(({ forward_origin }) => forward_origin?.type)).toEqual(["user", "channel", "hidden_user"]);
  expect(messages.map(({ from }) => from?.id)).toEqual(Array(3).fill(alsu.user.id));
  await call(telegram, "sendMessage", { chat_id: alsu.user.id, text: "сылтама", protect_content: true });
  const latest = alsu.latest?.raw ?? {};
  expect(() => alsu.forwards(latest)).toThrow("protected");
});

it("changes a caption of theirs", async () => {
  const telegram = await openTelegram();
  const alsu = telegram.person("Алсу");
  void alsu.sendsPhoto("Җәй");
  void alsu.edits(1, "Көз");
  expect(alsu.chat[0]).toMatchObject({ text: "Көз", media: { kind: "photo" }, raw: { caption: "Көз" } });
});

it("sees the commands set for them alone before those for everybody", async () => {
  const telegram = await openTelegram();
  const alsu = telegram.person("Алсу", { languageCode: "tt" });
  const bulat = telegram.person("Булат");
  const set = (command: string, scope: object) =>
    call(telegram, "setMyCommands", { commands: [{ command, description: command }], ...scope });
  await set("menu", {});
  await set("staff", { scope: { type: "chat", chat_id: alsu.user.id } });
  expect([alsu, bulat].map((person) => telegram.commandsOf(person)[0]?.command)).toEqual(["staff", "menu"]);
  await call(telegram, "deleteMyCommands", { scope: { type: "chat", chat_id: alsu.user.id } });
  expect(telegram.commandsOf(alsu)[0]?.command).toBe("menu");
});

it("has the same id under the same name in every playground", () => {
  expect(idOf("Роза Ахметовна")).toBe(idOf("Роза Ахметовна"));
  expect(idOf("Роза Ахметовна")).not.toBe(idOf("Роза"));
  expect(idOf("Роза")).toBeGreaterThanOrEqual(1_000_000_000);
});

it("sends polls of their own", async () => {
  const telegram = await openTelegram();
  void telegram.person("Алсу").sendsPoll("Кайчан?", ["Иртән", "Кич"], { is_anonymous: false });
  expect(await heard(telegram)).toMatchObject([
    { poll: { question: "Кайчан?", is_anonymous: false, options: [{ text: "Иртән" }, { text: "Кич" }] } },
  ]);
});
