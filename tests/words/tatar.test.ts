import { describe, expect, test } from "vitest";
import { readLocaleFile } from "../../bot/words/messages/locale-file.ts";
import { tatarLocative, tatarNumberAblative, tatarNumberLocative } from "../../bot/words/tatar.ts";
import { localesDirectory } from "../support/words.ts";

describe("the locative follows the sound of a word", () => {
  test.each([
    ["Казан", "да"],
    ["театр", "да"],
    ["март", "та"],
    ["ноябрь", "дә"],
    ["июль", "дә"],
    ["биш", "тә"],
    ["мәктәп", "тә"],
    ["китапханә", "дә"],
    ["музей", "дә"],
    ["клуб", "та"],
    ["йөз", "дә"],
    ["кырык", "та"],
  ])("%s-%s", (word, suffix) => {
    expect(tatarLocative(word)).toBe(suffix);
  });
});

describe("after figures it follows the numeral as it is read", () => {
  test.each([
    [0, "дә"],
    [1, "дә"],
    [2, "дә"],
    [3, "тә"],
    [4, "тә"],
    [5, "тә"],
    [6, "да"],
    [7, "дә"],
    [8, "дә"],
    [9, "да"],
    [10, "да"],
    [15, "тә"],
    [20, "дә"],
    [30, "да"],
    [40, "та"],
    [50, "дә"],
    [60, "та"],
    [70, "тә"],
    [80, "дә"],
    [90, "да"],
    [100, "дә"],
    [1000, "дә"],
    [2025, "тә"],
    [1_000_000, "да"],
  ])("%i-%s", (value, suffix) => {
    expect(tatarNumberLocative(value)).toBe(suffix);
  });

  test.each([
    [0, "дән"],
    [5, "тән"],
    [10, "нан"],
    [30, "дан"],
    [40, "тан"],
  ])("%i-%s, from then on", (value, suffix) => {
    expect(tatarNumberAblative(value)).toBe(suffix);
  });
});

describe("the Tatar texts", () => {
  const tatar = readLocaleFile(localesDirectory, "tt").texts;
  const russian = readLocaleFile(localesDirectory, "ru").texts;

  test("inflect the months as the rule does", () => {
    for (let month = 1; month <= 12; month += 1) {
      const word = tatar.get(`date.month.${month}`) ?? "";
      expect(tatar.get(`date.on_month.${month}`)).toBe(word + tatarLocative(word));
      const possessed = tatar.get(`date.month_of_year.${month}`) ?? "";
      expect(tatar.get(`date.on_month_of_year.${month}`)).toBe(`${possessed}н${tatarLocative(possessed)}`);
    }
  });

  test("have only letters of Tatar, apart from parameters, tags, commands and names", () => {
    const foreign = [...tatar].filter(
      ([key, text]) =>
        !inManyLanguages.has(key) && !inLatin.has(key) && /[\p{L}--[а-яёәөүҗңһА-ЯЁӘӨҮҖҢҺ]]/v.test(wordsOf(text)),
    );
    expect(foreign.map(([key]) => key)).toEqual([]);
  });

  test("are not the Russian ones, but for words that are the same", () => {
    // Most cities are called the same.
    const texts = [...tatar].filter(([key]) => !key.startsWith("zone.name."));
    const copied = texts.filter(([key, text]) => text === russian.get(key)).map(([, text]) => wordsOf(text));
    expect(copied.filter((words) => !isSameInBoth(words))).toEqual([]);
  });

  test("the checks see a Latin letter and a Russian word", () => {
    expect(wordsOf("{count, plural, =0 {юк} other {{count} чарa}} /tonight <b>Zoom</b>")).toMatch(/чарa/);
    expect(isSameInBoth(wordsOf("Назад"))).toBe(false);
    expect(isSameInBoth(wordsOf("Код: {code}"))).toBe(true);
  });
});

/** Words that Tatar and Russian share in living use. */
const sameInBoth = new Set(
  (
    "театр музыка кино концерт спектакль онлайн меню календарь дайджест компьютер русский татарча гимнастика программа " +
    "культура рф афиша канал автор текст фото видео анимация аудио файл альбом " +
    "рецензия маршрут фестиваль журнал курс код таблица роль администратор модератор оператор телефон сайт трансляция км " +
    "февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь фев мар апр авг сен окт ноя дек"
  ).split(" "),
);

const isSameInBoth = (words: string): boolean =>
  (words.toLowerCase().match(/\p{L}{2,}/gu) ?? []).every((word) => sameInBoth.has(word));

/** For people who have not chosen their language yet, or are looking for the way to choose it. */
const inManyLanguages = new Set(["language.choose", "command.language", "introduce.description", "start.languages"]);

/** The names of files, which travel safest in Latin letters. */
const inLatin = new Set([
  "teach.roster.file",
  // Names of the field, with Tatar endings: UTF-8дә, UIDы.
  "importing.problem.other_encoding",
  "importing.problem.no_uid",
  "importing.problem.shared_uid",
  "importing.problem.microdata",
  "importing.web.downgrade",
  "feed.ask.address",
]);

/** Names that keep their Latin letters in any language. */
const latinNames =
  /\b(?:calendar\.google\.com|Google|URL|iPhone|iPad|Mac|Android|OpenStreetMap|Outlook|Telegram|MAX|Zoom(?: Communications)?|KudaGo|PRO|Timepad|Ticketscloud|data\.mos\.ru|English|QR|PDF|XLSX|CSV|JSON|Excel)\b/g;

const webAddress = /https:\/\/[\w.]*/g;

/** How the operator, the audit log and files call things: OWNER_IDS, event:12, .ics. */
const codeNames = /\b[A-Z]+(?:_[A-Z]+)+\b|\b[a-z]+:\d+\b|\.[a-z]{3,4}\b/g;

/** Pages on the Web: "kitap.tatar", "https://example.org/tickets". */
const addresses = /\b(?:https?:\/\/|(?=[a-z]+\.[a-z]))[\w./-]*/g;

/** What a message says in words: without parameters, tags, commands, names in code and Latin names. */
function wordsOf(message: string): string {
  return message
    .replace(addresses, "")
    .replace(/<[^>]*>|[/@]\w+/g, "")
    .replace(webAddress, "")
    .replace(codeNames, "")
    .replace(latinNames, "")
    .replace(/\{\w+(?:, number[^{}]*)?\}/g, "")
    .replace(/\{\w+, \w+,|(?:=\d|\b\w+) \{/g, "")
    .trim();
}
