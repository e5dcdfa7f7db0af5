import { Bot, InlineKeyboard, InputFile, Keyboard } from "grammy";
import type { Telegram } from "../../playground/telegram.ts";
import { demoMedia } from "./demo-media.ts";

const tonight =
  "<b>Сегодня вечером</b> · чт, 20 ноября\n\nВ эфире сейчас\n18:30  Джаз в Кремле — онлайн, бесплатно\nСкоро\n" +
  "19:00  «Богема» — Театр оперы, от 350 ₽\n20:00  Ночь Тукая — онлайн, бесплатно · через 25 мин\n\nПоказано 5 из 12";
const tonightKeyboard = new InlineKeyboard()
  .text("Джаз в Кремле", "card")
  .text("«Богема»", "card")
  .text("Ночь Тукая", "card")
  .row()
  .text("Завтра", "slow")
  .text("Выходные", "toast")
  .text("Дата…", "alert");

const card =
  "<b>«Богема»</b>\nОпера · 12+ · на итальянском\n\nЧт, 20 ноября, 19:00 — через 3 часа\n" +
  "Театр оперы и балета, пл. Свободы, 2\nОт 350 ₽ · доступно на коляске\n\n<i>Молодые художники, мансарда, зима …</i>";

const formatting =
  "<b>bold <i>and italic</i></b> <u>under</u> <s>struck</s> <code>a &lt; b</code> <tg-spoiler>secret</tg-spoiler>\n" +
  '<a href="https://example.org/">a link</a> /help\n<blockquote>a quotation</blockquote><pre>two\n  lines</pre>';

/** One pixel. */
const poster = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);

/** Holds the "slow" answers back until it is opened. */
export class Latch {
  #gate = Promise.withResolvers<void>();

  open(): void {
    this.#gate.resolve();
  }

  close(): void {
    this.#gate = Promise.withResolvers<void>();
  }

  get opened(): Promise<void> {
    return this.#gate.promise;
  }
}

/** A small bot that shows everything the page can show; "slow" buttons wait for `latch`. */
export function createDemoBot(telegram: Telegram, latch: Latch): Bot {
  const bot = new Bot(telegram.token, { client: { apiRoot: telegram.apiRoot } });
  const shareUrl = `https://t.me/share/url?url=${encodeURIComponent(`https://t.me/${telegram.bot.username}?start=e_12`)}&text=Bohème`;
  const cardKeyboard = new InlineKeyboard()
    .text("В календарь", "file")
    .text("На карте", "venue")
    .row()
    .url("Поделиться", shareUrl)
    .url("Билеты", "https://example.org/tickets")
    .row()
    .switchInline("Показать друзьям", "джаз")
    .copyText("Копировать", "Богема, 19:00")
    .row()
    .text("Назад", "back")
    .text("Убрать", "delete");

  bot.command("start", (ctx) =>
    ctx.reply(`Исәнмесез, ${ctx.from?.first_name}! ${ctx.match}`.trim(), {
      reply_markup: new Keyboard()
        .text("Бүген кич")
        .text("Эзләү")
        .row()
        .requestLocation("Якын-тирәдә")
        .requestContact("Элемтә")
        .resized(),
    }),
  );
  bot.command("tonight", (ctx) => ctx.reply(tonight, { parse_mode: "HTML", reply_markup: tonightKeyboard }));
  bot.command("format", (ctx) => ctx.reply(formatting, { parse_mode: "HTML" }));
  bot.command("poster", async (ctx) => {
    await ctx.replyWithPhoto(new InputFile(poster, "poster.png"), { caption: "A poster" });
    const link_preview_options = { url: "https://posters.example/1.png", show_above_text: true };
    await ctx.reply("A poster elsewhere", { link_preview_options });
  });
  bot.command("many", async (ctx) => {
    for (let line = 1; line <= 12; line += 1) await ctx.reply(`Line ${line}\n\n…`);
  });

  bot.use(demoMedia);

  bot.callbackQuery("card", async (ctx) => {
    await ctx.editMessageText(card, { parse_mode: "HTML", reply_markup: cardKeyboard });
    await ctx.answerCallbackQuery();
  });
  bot.callbackQuery("back", async (ctx) => {
    await ctx.editMessageText(tonight, { parse_mode: "HTML", reply_markup: tonightKeyboard });
    await ctx.answerCallbackQuery();
  });
  bot.callbackQuery("toast", (ctx) => ctx.answerCallbackQuery("Ял көннәре буш"));
  bot.callbackQuery("alert", (ctx) => ctx.answerCallbackQuery({ text: "Выберите день", show_alert: true }));
  bot.callbackQuery("slow", async (ctx) => {
    await latch.opened;
    await ctx.answerCallbackQuery("Иртәгә");
  });
  bot.callbackQuery("file", async (ctx) => {
    await ctx.replyWithDocument(new InputFile(Buffer.from("BEGIN:VCALENDAR\r\n"), "boheme.ics"));
    await ctx.answerCallbackQuery();
  });
  bot.callbackQuery("venue", async (ctx) => {
    await ctx.replyWithVenue(55.7947, 49.1247, "Театр оперы и балета", "пл. Свободы, 2");
    await ctx.answerCallbackQuery();
  });
  bot.callbackQuery("delete", async (ctx) => {
    await ctx.deleteMessage();
    await ctx.answerCallbackQuery();
  });

  bot.on("message:location", (ctx) => ctx.reply(`Вы здесь: ${ctx.message.location.latitude}`));
  bot.on("message:contact", (ctx) => ctx.reply(`Записал: ${ctx.message.contact.phone_number}`));
  bot.on("message:text", (ctx) => ctx.reply(`Не понял: ${ctx.message.text}`));

  bot.on("inline_query", (ctx) =>
    ctx.answerInlineQuery([
      {
        type: "article",
        id: "1",
        title: `Джаз: ${ctx.inlineQuery.query}`,
        description: "Сегодня, 18:30 · бесплатно",
        input_message_content: { message_text: "Джаз в Кремле, 18:30" },
      },
    ]),
  );
  return bot;
}

/** What a bot sets once at its start. */
export async function introduceBot(bot: Bot): Promise<void> {
  const commands = [
    { command: "tonight", description: "What is on tonight" },
    { command: "format", description: "All kinds of text" },
  ];
  await bot.api.setMyCommands(commands);
  await bot.api.setMyCommands([{ command: "tonight", description: "Бүген кич ни була" }], { language_code: "tt" });
  await bot.api.setMyDescription("A guide to concerts, lectures and classes.");
  await bot.api.setMyDescription("Концертлар, лекцияләр һәм дәресләр буенча ярдәмче.", { language_code: "tt" });
}
