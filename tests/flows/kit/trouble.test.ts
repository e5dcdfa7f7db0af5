import { HttpError } from "grammy";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { ComesAgain } from "../../../bot/doors/telegram/attempts/comes-again.ts";
import { DeadlineError } from "../../../bot/net/deadline.ts";
import { openCity, words } from "../../support/city.ts";
import { announce, anotherBot, dataOf, forges, labels, opensCard } from "../drive.ts";

const city = openCity();
const t = words.for("ru");
const ivan = () => city.telegram.person("Иван", { languageCode: "ru" });
const broken = /^Что-то сломалось, простите\. Попробуйте ещё раз\. Если повторится, назовите этот номер: \d+$/;

/** An event without a single text is a broken row: its card cannot be rendered. */
async function breaksCard(): Promise<number | undefined> {
  const { eventId, occurrenceIds } = await announce(city);
  await city.services.database.eventText.deleteMany({ where: { eventId } });
  return occurrenceIds[0];
}

describe("an error in a handler", () => {
  it("is told in a kind sentence with a number, and the way to a human", async () => {
    const id = await breaksCard();
    await opensCard(ivan(), id);
    expect(ivan().latest?.text).toMatch(broken);
    expect(labels(ivan())).toEqual([t("thread.button.write")]);
  });

  it("of a button too, which stops waiting", async () => {
    const id = await breaksCard();
    await ivan().says("/tonight");
    const { alert } = await forges(ivan(), `c:${id?.toString(36)}~`);
    expect(alert).toMatch(broken);
    expect(ivan().latest?.text).toMatch(broken);
  });

  it("is told even when the tap was answered before it", async () => {
    await ivan().says("/tonight");
    city.telegram.fail({
      method: "editMessageText",
      times: 1,
      with: { code: 400, description: "Bad Request: something new" },
    });
    await ivan().taps("Фильтры");
    expect(ivan().latest?.text).toMatch(broken);
  });

  it("stops the button of a group waiting and writes nothing there", async () => {
    const group = city.telegram.group("Двор", [ivan()]);
    await group.says(ivan(), `/tonight@${city.telegram.bot.username}`);
    const before = group.chat.length;
    city.telegram.fail({ method: "editMessageText", times: 1, with: { code: 400, description: "Bad Request: new" } });
    await group.taps(ivan(), "Завтра");
    expect(group.chat).toHaveLength(before);
  });

  it("does not keep the next update from being handled", async () => {
    await ivan().says("/tonight");
    ivan().sees("Сегодня из дома");
  });
});

describe("when Telegram stumbles", () => {
  it("an inline query whose answer came too late is over, and nobody is told of it", async () => {
    await ivan().says("/tonight");
    const before = ivan().chat.length;
    const description = "Bad Request: query is too old and response timeout expired or query ID is invalid";
    city.telegram.fail({ method: "answerInlineQuery", times: 1, with: { code: 400, description } });
    await expect(ivan().asksInline("джаз")).rejects.toThrow("did not answer");
    expect(ivan().chat).toHaveLength(before);
  });

  it("a screen comes at the second attempt, though its tap is answered already", async () => {
    await ivan().says("/tonight");
    city.telegram.fail({ method: "editMessageText", times: 1, with: { code: 500, description: "Internal" } });
    await ivan().taps("Фильтры");
    ivan().sees("Подходит: ");
  });

  it("so does a calendar file", async () => {
    const { occurrenceIds } = await announce(city);
    await opensCard(ivan(), occurrenceIds[0]);
    city.telegram.fail({ method: "sendDocument", times: 1, with: { code: 502, description: "Bad Gateway" } });
    await forges(ivan(), dataOf(ivan(), "В календарь"));
    expect(ivan().latest?.document?.fileName).toBe("Пробный концерт.ics");
  });

  it("a message that is not modified is no error", async () => {
    await ivan().says("/tonight");
    const screen = ivan().screen;
    await forges(ivan(), "l:t~~0");
    expect(ivan().screen).toBe(screen);
  });
});

describe("updates", () => {
  const text = (updateId: number, says: string, person = ivan()) => ({
    update_id: updateId,
    message: {
      message_id: updateId,
      date: 0,
      text: says,
      from: person.user,
      chat: { id: person.user.id, type: "private" as const, first_name: person.name },
      ...(says.startsWith("/") && {
        entities: [{ type: "bot_command" as const, offset: 0, length: says.split(" ")[0]?.length ?? 0 }],
      }),
    },
  });

  it("delivered twice are handled once, by another program too", async () => {
    const { handler } = anotherBot(city);
    const update = text(500_001, "/help");
    const before = ivan().chat.length;
    await handler.handle(update);
    await handler.handle(update);
    await anotherBot(city).handler.handle(update);
    expect(ivan().chat.length).toBe(before + 1);
  });

  it("that took too long come again once: PostgreSQL or Telegram was slow; then they are told about", async () => {
    const { bot, handler } = anotherBot(city);
    const slow = vi.spyOn(bot, "handleUpdate").mockRejectedValueOnce(new DeadlineError("took longer than 25 s"));
    await expect(handler.handle(text(500_010, "/help"))).rejects.toThrow(ComesAgain);
    await handler.handle(text(500_010, "/help"));
    ivan().sees("Что я умею");
    slow.mockRejectedValue(new DeadlineError("took longer than 25 s"));
    await expect(handler.handle(text(500_011, "/help"))).rejects.toThrow(ComesAgain);
    await handler.handle(text(500_011, "/help"));
    expect(ivan().latest?.text).toMatch(broken);
  });

  it("whose answer Telegram does not take come again for a minute at least, and are then given up", async () => {
    const { bot, handler } = anotherBot(city);
    vi.useFakeTimers({ toFake: ["performance"] });
    onTestFinished(() => void vi.useRealTimers());
    vi.spyOn(bot, "handleUpdate").mockRejectedValue(new HttpError("away", new Error("ECONNRESET")));
    const again = () => handler.handle(text(500_013, "/help"));
    for (let attempt = 1; attempt <= 8; attempt += 1) await expect(again()).rejects.toThrow(ComesAgain);
    vi.advanceTimersByTime(60_000);
    await again();
  });

  it("of one chat are answered in their order", async () => {
    const { handler } = anotherBot(city);
    const commands = ["/help", "/settings", "/tonight", "/help", "/tomorrow"];
    await Promise.all(commands.map((command, index) => handler.handle(text(500_100 + index, command))));
    expect(
      ivan()
        .chat.slice(-5)
        .map((message) => message.text.split("\n")[0]),
    ).toEqual(["Что я умею", "Настройки", "Сегодня из дома · пт, 20 ноября", "Что я умею", "Завтра · сб, 21 ноября"]);
  });

  it("of another chat do not wait for one that hangs", async () => {
    const alsu = city.telegram.person("Алсу", { languageCode: "tt" });
    await alsu.says("/start");
    const { handler } = anotherBot(city);
    const heal = city.telegram.fail({ method: "sendMessage", chatId: ivan().user.id, times: 1, with: { delay: 300 } });
    const finished: string[] = [];
    await Promise.all([
      handler.handle(text(500_200, "/help")).then(() => finished.push("Иван")),
      handler.handle(text(500_201, "/help", alsu)).then(() => finished.push("Алсу")),
    ]);
    heal();
    expect(finished).toEqual(["Алсу", "Иван"]);
  });
});
