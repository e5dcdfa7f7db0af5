import { expect, it } from "vitest";
import { chatKey } from "../../../bot/doors/telegram/door.ts";
import { idOf } from "../../support/addresses.ts";
import { openCity, words } from "../../support/city.ts";
import { announce, buttonsOf, dataOf, forges, labels } from "../drive.ts";

const city = openCity();
const t = words.for("ru");
const ivan = () => city.telegram.person("Иван", { languageCode: "ru" });

it("takes plain words for a search", async () => {
  await ivan().says("органный концерт");
  ivan().sees("Поиск: органный концерт");
  ivan().sees("Орган ночью");
});

it("leads to the card and back to the same search", async () => {
  const found = ivan().screen;
  await ivan().taps("Орган ночью");
  ivan().sees("Бах, Франк и Губайдулина");
  await ivan().taps("Назад");
  expect(ivan().screen).toBe(found);
});

it.each(["жас", "jazz", "lzhaz", "джазз"])("forgives “%s” or says what comes nearest", async (typed) => {
  await ivan().says(typed);
  expect(labels(ivan()).length).toBeGreaterThan(1);
});

it("shows what it understood, and lets a part of it go where it is narrowed", async () => {
  await ivan().says("джаз в субботу бесплатно");
  ivan().sees("Ищу: джаз · в субботу · бесплатно");
  await ivan().taps("Фильтры");
  await ivan().taps("× в субботу");
  ivan().sees("Ищу: джаз · бесплатно");
  ivan().sees("Джаз в Кремле");
  await ivan().taps("Фильтры");
  expect(labels(ivan())).not.toContain("× в субботу");
  await ivan().taps("× бесплатно");
  ivan().doesNotSee("Ищу:");
});

it("never drops the last thing that was said", async () => {
  await ivan().says("бесплатно завтра");
  await ivan().taps("Фильтры");
  await ivan().taps("× завтра");
  await ivan().taps("Фильтры");
  expect(labels(ivan()).some((label) => label.startsWith("×"))).toBe(false);
});

it.each(["бесплатно", "концерт", "английский", "орган", "джаз в субботу бесплатно", "театр в понедельник утром"])(
  "answers “%s” with five rows of buttons and one below, on each page",
  async (text) => {
    await ivan().says(text);
    for (let page = 0; page < 3; page += 1) {
      const rows = ivan().latest?.keyboard ?? [];
      expect(rows.length).toBeLessThanOrEqual(6);
      expect(rows.every((row) => row.length <= 3)).toBe(true);
      if (!labels(ivan()).includes(t("button.later"))) return;
      await ivan().taps(t("button.later"));
    }
  },
);

it("says the day once where it is that of all rows", async () => {
  await ivan().says("бесплатно завтра");
  ivan().sees("Сб, 21 ноября");
  expect(ivan().screen.match(/Сб, 21 ноября/g)).toHaveLength(1);
});

it("shows each of what was found on one page, with courses beside it too", async () => {
  await ivan().says("английский");
  const seen: string[] = [];
  for (let page = 0; page < 9; page += 1) {
    seen.push(...(ivan().latest?.keyboard ?? []).slice(0, -1).flatMap((row) => row.map((key) => JSON.stringify(key))));
    if (!labels(ivan()).includes(t("button.later"))) break;
    await ivan().taps(t("button.later"));
  }
  const cards = seen.map((key) => /"c:(\w+)/.exec(key)?.[1]).filter(Boolean);
  expect(new Set(cards).size).toBe(cards.length);
  const total = Number(/из (\d+)/.exec(ivan().latest?.text ?? "")?.[1] ?? seen.length);
  expect(seen.length).toBe(total);
});

it("pages forth and back to the same screen", async () => {
  await ivan().says("бесплатно");
  const first = ivan().screen;
  await ivan().taps("Дальше");
  expect(ivan().screen).not.toBe(first);
  await ivan().taps("Раньше");
  expect(ivan().screen).toBe(first);
});

it.each([
  ["ru", "ъъъъъъъъ"],
  ["tt", "ъъъъъъъъ"],
  ["en", "ъъъъъъъъ"],
] as const)("says kindly in %s that nothing was found, and offers to try again", async (languageCode, query) => {
  const person = city.telegram.person(`who speaks ${languageCode}`, { languageCode });
  await person.says(query);
  person.sees(words.for(languageCode)("search.nothing", { query }));
  const ways = (["wish.button.make", "button.tonight", "button.search"] as const).map(words.for(languageCode));
  expect(labels(person)).toEqual(expect.arrayContaining(ways));
});

it("says of what is over that it is", async () => {
  const begins = new Date("2026-10-04T15:00:00Z");
  const occurrences = [{ startsAt: begins, endsAt: new Date(begins.getTime() + 3_600_000) }];
  const texts = { ru: { title: "Виолончели на закате" } };
  await announce(city, { texts, occurrences, links: [{ kind: "recording", url: "https://example.org/cello" }] });
  await ivan().says("виолончели на закате");
  ivan().sees("Вс, 4 октября, 18:00  Виолончели на закате — онлайн, бесплатно · уже прошло");
});

it("keeps a search for its asker, and shows it to nobody else", async () => {
  await ivan().says("скрипичный ключ бесплатно завтра");
  const { id } = await city.services.database.searchQuery.findFirstOrThrow({
    where: { text: "скрипичный ключ бесплатно завтра", personId: await idOf(city.services.database, ivan()) },
  });
  const bob = city.telegram.person("Боб", { languageCode: "ru" });
  await bob.says("/start");
  for (const data of [`s:${id}~0~0`, "s:1~0~0", "s:2~0~0", "s:AAAAAAAAAAA~0~0", `c:1~s:${id}~0~0`]) {
    await forges(bob, data);
    expect(bob.screen).not.toContain("скрипичный");
  }
  await forges(ivan(), `s:${id}~0~0`);
  ivan().sees("скрипичный ключ бесплатно завтра");
});

it("leafs through a search in the group where it was asked, whoever presses there, and nowhere else", async () => {
  const vera = city.telegram.person("Вера", { languageCode: "ru" });
  await vera.says("/start");
  const group = city.telegram.group("Класс", [ivan(), vera]);
  await group.says(ivan(), `/search@${city.telegram.bot.username} бесплатно`);
  const first = group.screen;
  await group.taps(vera, "Дальше");
  expect(group.screen).toContain("Поиск: бесплатно");
  expect(group.screen).not.toBe(first);
  const { id } = await city.services.database.searchQuery.findFirstOrThrow({ where: { chatKey: chatKey(group) } });
  await forges(ivan(), `s:${id}~0~0`);
  ivan().sees(t("search.forgotten"));
});

it.each(["детям бесплатно, звоните 8 (917) 123-45-67", "бесплатно alsu@example.org", "бесплатно: ул. Баумана, дом 5"])(
  "answers “%s”, keeps nothing of it, and says why there are no further pages",
  async (text) => {
    const { searchQuery } = city.services.database;
    const kept = await searchQuery.count({ where: { text: { not: null } } });
    await ivan().says(text);
    ivan().sees("Поиск");
    expect(labels(ivan())).not.toContain("Дальше ›");
    expect(await searchQuery.count({ where: { text: { not: null } } })).toBe(kept);
    expect(JSON.stringify(await searchQuery.findMany({ select: { text: true } }))).not.toMatch(/917|example|Баумана/);
  },
);

it("asks again when the query was swept away meanwhile", async () => {
  await ivan().says("бесплатно");
  const next = dataOf(ivan(), "Дальше");
  await city.services.database.searchQuery.deleteMany();
  await forges(ivan(), next);
  ivan().sees("Этот поиск устарел. Напишите запрос ещё раз.");
});

it("/search alone asks what to look for, with words behind it looks at once", async () => {
  await ivan().says("/search");
  ivan().sees("Напишите, что ищете");
  await ivan().says("/search джаз");
  ivan().sees("Джаз в Кремле");
});

it.each(["Дата…", "дата", "Неделя"])("takes the label «%s» for its button", async (label) => {
  await ivan().says(label);
  ivan().doesNotSee("Поиск:");
  ivan().sees(label === "Неделя" ? "ноября" : t("dates.choose"));
});

it("asks the same way from the reply keyboard and from the menu", async () => {
  await ivan().says("Поиск");
  ivan().sees("Напишите, что ищете");
  await ivan().taps("Меню");
  await ivan().taps("Поиск");
  ivan().sees("Напишите, что ищете");
});

it.each([
  ["4,096 letters", "я".repeat(4_096)],
  ["4,096 emoji's worth", "🎻".repeat(2_048)],
  ["markup", "<b>жирный</b> &amp; <script>"],
  ["a broken surrogate", "джаз \ud83c"],
  ["NUL", "джаз\u0000кремль"],
  ["quotes and operators", `"джаз' & ! | ( <-> :*`],
  ["right-to-left and zero-width", "\u202eзажд\u200b\u200d\ufeff"],
  ["a hundred conditions", "бесплатно завтра детям ".repeat(100)],
  ["only signs", "?!… — ,"],
])("answers %s like any other query", async (_, text) => {
  await ivan().says(text);
  ivan().sees("Поиск");
  for (const button of buttonsOf(ivan())) expect(button.text.replace(/^\d\d:\d\d /, "").length).toBeLessThanOrEqual(24);
});

it("does not take a card that somebody sent here by inline mode for a query", async () => {
  const answer = await ivan().asksInline("джаз");
  const [card] = answer.results;
  if (card === undefined) throw new Error("there is jazz");
  const before = ivan().screen;
  await ivan().choosesInline(card);
  expect(ivan().screen).toBe(before);
});

it("finds what was announced a moment ago", async () => {
  await announce(city, { texts: { tt: { title: "Курай һәм думбра кичәсе" } } });
  await ivan().says("курай думбра");
  ivan().sees("Курай һәм думбра кичәсе");
});
