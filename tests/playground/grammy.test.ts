import { Bot, InlineKeyboard, InputFile, Keyboard } from "grammy";
import { expect, it, onTestFinished } from "vitest";
import type { Telegram } from "../../playground/telegram.ts";
import { openTelegram } from "../support/telegram.ts";

/** Starts a bot of grammY itself, by polling, and stops it when the test is over. */
async function startBot(telegram: Telegram, prepare: (bot: Bot) => void): Promise<Bot> {
  const bot = new Bot(telegram.token, { client: { apiRoot: telegram.apiRoot } });
  prepare(bot);
  await new Promise<void>((resolve) => {
    void bot.start({ onStart: () => resolve() });
  });
  onTestFinished(() => bot.stop());
  return bot;
}

it("serves grammY: commands, taps, edits in place", async () => {
  const telegram = await openTelegram();
  await startBot(telegram, (bot) => {
    const keyboard = new InlineKeyboard().text("Бүген кич", "tonight").url("Карта", "https://yandex.ru/maps");
    bot.command("start", (ctx) => ctx.reply("<b>Рәхим итегез</b>", { parse_mode: "HTML", reply_markup: keyboard }));
    bot.callbackQuery("tonight", async (ctx) => {
      await ctx.editMessageText("Джаз");
      await ctx.answerCallbackQuery("Әзер");
    });
    bot.on("callback_query:data", () => {});
  });
  const alsu = telegram.person("Алсу", { languageCode: "tt" });
  await alsu.says("/start");
  alsu.sees("Рәхим итегез");
  expect(alsu.screen).toBe("Рәхим итегез\n[Бүген кич] [Карта]");
  expect(await alsu.taps("Карта")).toEqual({ url: "https://yandex.ru/maps" });
  expect(await alsu.taps("Бүген")).toEqual({ toast: "Әзер" });
  expect(alsu.screen).toBe("Джаз");
  await expect(alsu.taps("Бүген")).rejects.toThrow('Алсу finds no button "Бүген". In sight:\n(no buttons)');
  expect(telegram.unansweredCallbacks).toEqual([]);
  await alsu.tapsData(2, "forged");
  expect(telegram.unansweredCallbacks).toEqual([{ personId: alsu.user.id, messageId: 2, data: "forged" }]);
});

it("serves grammY: files up and down, photos, reply keyboards, contacts, locations", async () => {
  const telegram = await openTelegram();
  const bot = await startBot(telegram, (bot) => {
    const keyboard = new Keyboard().text("Бүген").requestContact("Контакт").requestLocation("Урын").resized();
    bot.command("start", (ctx) => ctx.reply("Сайлагыз", { reply_markup: keyboard }));
    bot.on("message:contact", (ctx) => ctx.reply(String(ctx.msg.contact.user_id === ctx.from.id)));
    bot.on("message:location", (ctx) => ctx.replyWithVenue(55.8, 49.1, "Кремль", "Казан"));
    bot.hears("Бүген", (ctx) =>
      ctx.replyWithDocument(new InputFile(Buffer.from("BEGIN:VCALENDAR"), "кичке вакыйга.ics"), {
        caption: "Календарь",
      }),
    );
  });
  const alsu = telegram.person("Алсу");
  await alsu.says("/start");
  expect(alsu.replyKeyboard?.keyboard.flat()).toHaveLength(3);
  await alsu.taps("Контакт");
  alsu.sees("true");
  await alsu.sharesContact(telegram.person("Булат"));
  alsu.sees("false");
  await alsu.taps("Урын");
  alsu.sees("(venue Кремль, Казан)");
  await alsu.taps("Бүген");
  expect(alsu.screen).toBe("(document кичке вакыйга.ics) Календарь");
  const document = alsu.latest?.document;
  expect(Buffer.from(document?.bytes ?? []).toString()).toBe("BEGIN:VCALENDAR");
  expect(document?.mimeType).toBe("text/calendar");
  const file = await bot.api.getFile(document?.fileId ?? "");
  const download = await fetch(`${telegram.apiRoot}/file/bot${telegram.token}/${file.file_path}`);
  expect(await download.text()).toBe("BEGIN:VCALENDAR");
});

it("serves grammY: inline queries, groups, blocked and unblocked", async () => {
  const telegram = await openTelegram();
  const heard: string[] = [];
  await startBot(telegram, (bot) => {
    bot.on("inline_query", (ctx) => {
      const input_message_content = { message_text: `<b>${ctx.inlineQuery.query}</b>`, parse_mode: "HTML" as const };
      return ctx.answerInlineQuery([{ type: "article", id: "1", title: "Джаз", input_message_content }]);
    });
    bot.on("my_chat_member", (ctx) => {
      heard.push(ctx.myChatMember.new_chat_member.status);
    });
    bot.on("message:text", (ctx) => {
      heard.push(ctx.msg.text);
    });
  });
  const alsu = telegram.person("Алсу");
  const { results } = await alsu.asksInline("джаз");
  const [first] = results;
  if (first) await alsu.choosesInline(first);
  expect(alsu.chat.map(({ html }) => html)).toEqual(["<b>джаз</b>"]);
  const group = telegram.group("Соседи", [alsu]);
  await group.says(alsu, "просто так");
  await group.says(alsu, "/today@another_bot");
  await group.says(alsu, "/today@ishek_playground_bot");
  await alsu.blocksBot();
  await alsu.unblocksBot();
  expect(heard).toEqual(["джаз", "/today@ishek_playground_bot", "kicked", "member"]);
});

it("shows each person the commands of their language", async () => {
  const telegram = await openTelegram();
  const { api } = new Bot(telegram.token, { client: { apiRoot: telegram.apiRoot } });
  await api.setMyCommands([{ command: "today", description: "Today" }]);
  await api.setMyCommands([{ command: "today", description: "Бүген" }], { language_code: "tt" });
  await api.setMyDescription("Мәдәният", { language_code: "tt" });
  expect(telegram.commandsOf(telegram.person("Алсу", { languageCode: "tt" }))[0]?.description).toBe("Бүген");
  expect(telegram.commandsOf(telegram.person("John", { languageCode: "en" }))[0]?.description).toBe("Today");
  expect(telegram.profileIn("tt").description).toBe("Мәдәният");
  await expect(api.setMyCommands([{ command: "Today", description: "x" }])).rejects.toThrow("BOT_COMMAND_INVALID");
});
