import { Composer, InlineKeyboard, InputFile, InputMediaBuilder } from "grammy";
import { PNG } from "pngjs";

/** A picture of `width` × `height` pixels that fades from one colour to another. */
export function paint(width: number, height: number, from: number, to: number): Buffer {
  const picture = new PNG({ width, height });
  for (let at = 0; at < width * height; at += 1) {
    const share = (at % width) / width / 2 + Math.floor(at / width) / height / 2;
    const channels = [16, 8, 0].map((shift) => {
      const [start, end] = [(from >> shift) & 255, (to >> shift) & 255];
      return start + (end - start) * share;
    });
    picture.data.set([...channels, 255], at * 4);
  }
  return PNG.sync.write(picture);
}

/** A second of silence: the page needs a file that a browser can play. */
export function silence(): Buffer {
  const rate = 8000;
  const bytes = Buffer.alloc(44 + rate, 128);
  bytes.write("RIFF", 0);
  bytes.writeUInt32LE(36 + rate, 4);
  bytes.write("WAVEfmt ", 8);
  for (const [offset, value] of [
    [16, 16],
    [24, rate],
    [28, rate],
    [40, rate],
  ] as const)
    bytes.writeUInt32LE(value, offset);
  for (const [offset, value] of [
    [20, 1],
    [22, 1],
    [32, 1],
    [34, 8],
  ] as const)
    bytes.writeUInt16LE(value, offset);
  bytes.write("data", 36);
  return bytes;
}

const evening = paint(640, 420, 0x1b2a49, 0xe08a5b);
const meadow = paint(420, 640, 0x3f7d4e, 0xf1e3a0);
const river = paint(640, 420, 0x24627a, 0xbfe3e8);

/** What the bot of a city sends besides text. */
export const demoMedia = new Composer();

demoMedia.command("album", async (ctx) => {
  const caption = "<b>Безнең җәй</b> · Наше лето";
  await ctx.replyWithMediaGroup([
    InputMediaBuilder.photo(new InputFile(evening, "1.png"), { caption, parse_mode: "HTML" }),
    InputMediaBuilder.photo(new InputFile(meadow, "2.png")),
    InputMediaBuilder.photo(new InputFile(river, "3.png")),
  ]);
});

demoMedia.command("files", async (ctx) => {
  const roster = new InputFile(Buffer.from("PK roster"), "roster.xlsx");
  await ctx.replyWithDocument(roster, { caption: "Список группы, 12 человек" });
  await ctx.replyWithDocument(new InputFile(Buffer.from("%PDF-1.4"), "certificate.pdf"));
  await ctx.replyWithAudio(new InputFile(silence(), "tune.wav"), { performer: "Рашат", title: "Зиләйлүк" });
  await ctx.replyWithVoice(new InputFile(silence(), "voice.wav"));
});

demoMedia.command("film", (ctx) =>
  ctx.replyWithVideo(new InputFile(Buffer.from("no film"), "a.mp4"), { caption: "Фильм" }),
);

demoMedia.command("secret", async (ctx) => {
  const reply_markup = new InlineKeyboard().url("Войти в Zoom", "https://zoom.example/j/1");
  await ctx.reply("Ваше занятие начинается через 15 минут.", { protect_content: true, reply_markup });
  await ctx.replyWithDocument(new InputFile(Buffer.from("x"), "notes.txt"), { protect_content: true });
});

demoMedia.command("poll", async (ctx) => {
  await ctx.replyWithPoll("В какой день удобнее?", [{ text: "Суббота" }, { text: "Воскресенье" }]);
  const options = [{ text: "Театр" }, { text: "Музеи" }, { text: "Лекции" }];
  await ctx.replyWithPoll("Чего вам больше?", options, { allows_multiple_answers: true, is_anonymous: false });
});

demoMedia.on(["message:media", "message:document"], (ctx) => {
  const kind = ctx.message.photo
    ? "photo"
    : ctx.message.document
      ? `document ${ctx.message.document.file_name}`
      : "media";
  const group = ctx.message.media_group_id === undefined ? "" : " of an album";
  return ctx.reply(`Получил: ${kind}${group} «${ctx.message.caption ?? ""}»`);
});
demoMedia.on("message:poll", (ctx) => ctx.reply(`Опрос: ${ctx.message.poll.question}`));
