import { beforeAll, describe, expect, it } from "vitest";
import { meanOf } from "../../../bot/voices/score.ts";
import { openCity, words } from "../../support/city.ts";
import { announce, buttonsOf, forges, labels } from "../drive.ts";

const city = openCity({ plant: false });
const ivan = () => city.telegram.person("Иван", { languageCode: "ru" });

/** Something that was on a day, with a recording unless there is none, and so many times five or two stars. */
async function was(
  title: string,
  day: string,
  { section = "music" as const, isRecorded = true, stars }: Partial<Was> = {},
): Promise<void> {
  const startsAt = new Date(`${day}T16:00:00Z`);
  const { eventId } = await announce(city, {
    section,
    texts: { ru: { title }, tt: { title }, en: { title } },
    occurrences: [{ startsAt, endsAt: new Date(startsAt.getTime() + 7_200_000) }],
    links: isRecorded ? [{ kind: "recording", url: "https://video.example/1" }] : [],
  });
  if (stars === undefined) return;
  const counts = [1, 2, 3, 4, 5].map((each) => (each === stars ? 20 : 0));
  await city.services.database.score.create({ data: { eventId, counts, people: 20, mean: meanOf(counts) } });
}

interface Was {
  section: "music" | "literature";
  isRecorded: boolean;
  stars: number;
}

beforeAll(async () => {
  await was("Давний джаз", "2024-05-10");
  await was("Любимый хор", "2025-03-01", { stars: 5 });
  await was("Скучный вечер", "2026-11-19", { stars: 2 });
  await was("Новые стихи", "2026-11-18", { section: "literature" });
  await was("Без записи", "2026-11-17", { isRecorded: false });
  await was("Давно и без записи", "2024-02-01", { isRecorded: false });
  await was("Впереди", "2026-11-22");
});

const titles = () =>
  labels(ivan())
    .filter((label) => /^\d\d:\d\d /.test(label))
    .map((label) => label.slice(6));

describe("what is over", () => {
  it("begins with the recordings that people liked best, and shows the newest at a press", async () => {
    await ivan().says("/archive");
    expect(titles()).toEqual(["Любимый хор", "Новые стихи", "Давний джаз", "Скучный вечер"]);
    await ivan().taps("Новые");
    ivan().sees("Новые записи прошедших событий");
    expect(titles()).toEqual(["Скучный вечер", "Новые стихи", "Любимый хор", "Давний джаз"]);
    await ivan().taps("Лучшие");
    expect(titles()[0]).toBe("Любимый хор");
  });

  it("is narrowed by the year beside the other filters, which stay in either order", async () => {
    await ivan().says("/archive");
    await ivan().taps("Фильтры");
    await ivan().taps("Год");
    expect(labels(ivan()).slice(0, 3)).toEqual(["2026", "2025", "2024"]);
    await ivan().taps("2026");
    ivan().sees("Подходит: 2");
    await ivan().taps("Раздел");
    await ivan().taps("Литература (1)");
    await ivan().taps("Показать (1)");
    ivan().sees("Фильтры: Литература, 2026");
    expect(titles()).toEqual(["Новые стихи"]);
    await ivan().taps("Новые");
    expect(titles()).toEqual(["Новые стихи"]);
    await ivan().taps("Фильтры (2)");
    await ivan().taps("✓ Год");
    await ivan().taps("✓ 2026");
    await ivan().taps("Сбросить");
    ivan().sees("Подходит: 4");
  });

  it("is also without a recording, back for a year, and a year of its own at a press", async () => {
    await ivan().says("/archive");
    await ivan().taps("Фильтры");
    await ivan().taps("Прошлое");
    ivan().sees("За последний год");
    expect(titles()).toEqual(["Скучный вечер", "Новые стихи", "Без записи"]);
    await ivan().taps("Фильтры");
    await ivan().taps("Год");
    await ivan().taps("2024");
    await ivan().taps("Показать (2)");
    ivan().doesNotSee("За последний год");
    expect(titles()).toEqual(["Давний джаз", "Давно и без записи"]);
    await ivan().taps("Фильтры (1)");
    await ivan().taps("Записи");
    expect(titles()).toEqual(["Давний джаз"]);
  });

  it("takes a year for nothing where there is none, and a year that cannot be for an old button", async () => {
    await ivan().says("/archive");
    await forges(ivan(), "l:t~Y2024~0");
    ivan().doesNotSee("Давний джаз");
    await forges(ivan(), "l:a~Y2099~0");
    ivan().sees("С этими фильтрами ничего нет");
    const before = ivan().latest?.text;
    await forges(ivan(), "l:a~Y1999~0");
    expect(ivan().latest?.text).not.toBe(before);
    expect(titles()).toEqual([]);
  });
});

it.each(["ru", "tt", "en"] as const)("what is over is led through in %s, by labels that fit", async (language) => {
  const t = words.for(language);
  const zoya = city.telegram.person(`Зоя ${language}`, { languageCode: language });
  await zoya.says("/archive");
  await zoya.taps(t("button.newest"));
  zoya.sees(t("list.archive_new"));
  await zoya.taps(t("button.filters"));
  await zoya.taps(t("button.all_past"));
  zoya.sees(t("list.past_reach"));
  await zoya.taps(t("button.best_rated"));
  zoya.sees(t("list.past_best"));
  expect(buttonsOf(zoya).every(({ text }) => [...text].length <= 30)).toBe(true);
});
