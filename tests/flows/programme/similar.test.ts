import { beforeEach, describe, expect, it } from "vitest";
import type { EventDraft } from "../../../bot/programme/event.ts";
import { similarCallback } from "../../../flows/programme/callbacks.ts";
import { openCity, words } from "../../support/city.ts";
import { announce, buttonsOf, dataOf, forges, labels, opensCard } from "../drive.ts";

const city = openCity({ plant: false });
const ivan = () => city.telegram.person("Иван", { languageCode: "ru" });

const at = (day: number, hour = 16) => ({
  startsAt: new Date(Date.UTC(2026, 10, day, hour)),
  endsAt: new Date(Date.UTC(2026, 10, day, hour + 2)),
});
const hall = { origin: "test:hall", latitude: 55.7964, longitude: 49.1242, texts: { ru: { title: "Зал" } } };
/** Some 400 metres from the hall. */
const club = { origin: "test:club", latitude: 55.8, longitude: 49.1242, texts: { ru: { title: "Клуб" } } };
const far = { origin: "test:far", latitude: 55.9, longitude: 49.1242, texts: { ru: { title: "Дача" } } };

const event = (title: string, draft: Partial<EventDraft>) =>
  announce(city, { attendanceMode: "on_site", texts: { ru: { title } }, ...draft });

const concert = () =>
  event("Вечер скрипки", {
    texts: { ru: { title: "Вечер скрипки", who: "Скрипачка Анна Иванова" } },
    occurrences: [{ ...at(21), place: hall }],
  });

beforeEach(async () => {
  await city.services.database.event.deleteMany();
});

describe("what is like an event", () => {
  it("is to come, each once, under the reason that it has; said to be no profile", async () => {
    const { occurrenceIds } = await concert();
    await event("Скрипка и орган", {
      texts: { ru: { title: "Скрипка и орган", who: "Анна Иванова, орган — Пётр Ли" } },
      occurrences: [
        { ...at(22), place: far },
        { ...at(23), place: hall },
      ],
    });
    await event("Чтения", { section: "literature", occurrences: [{ ...at(24), place: hall }] });
    await event("Джаз в клубе", { occurrences: [{ ...at(25), place: club }] });
    await event("Лекция в клубе", { section: "knowledge", occurrences: [{ ...at(25), place: club }] });
    await event("Хор на даче", { occurrences: [{ ...at(26), place: far }] });
    // None of these.
    await event("Однофамилица", {
      section: "theatre",
      texts: { ru: { title: "Однофамилица", who: "Иванова Мария, Анна Ивановапетрова" } },
      occurrences: [{ ...at(22), place: far }],
    });
    await event("Прошло", { occurrences: [{ ...at(19), place: hall }] });
    const off = await event("Отменили", { occurrences: [{ ...at(22), place: hall }] });
    await city.services.database.occurrence.updateMany({
      where: { eventId: off.eventId },
      data: { status: "cancelled" },
    });
    const gone = await event("Сняли", { occurrences: [{ ...at(22), place: hall }] });
    await city.services.database.event.update({
      where: { id: gone.eventId },
      data: { withdrawnAt: city.clock.now() },
    });

    await opensCard(ivan(), occurrenceIds[0]);
    await ivan().taps("Похожее");
    expect(ivan().latest?.text).toBe(
      [
        "Похоже на: Вечер скрипки",
        "Те же исполнители",
        "Вс, 22 ноября, 19:00  Скрипка и орган — Дача, бесплатно",
        "На той же площадке",
        "Вт, 24 ноября, 19:00  Чтения — Зал, бесплатно",
        "Музыка — рядом, до 1 км",
        "Ср, 25 ноября, 19:00  Джаз в клубе — Клуб, бесплатно · 400 м",
        "Музыка — тот же раздел",
        "Чт, 26 ноября, 19:00  Хор на даче — Дача, бесплатно",
        "Без профиля: по самому событию",
      ].join("\n"),
    );
    await ivan().taps("Джаз в клубе");
    ivan().sees("Джаз в клубе");
    await ivan().taps("Назад");
    ivan().sees("Похоже на: Вечер скрипки");
    await ivan().taps("Назад");
    ivan().sees("Кто: Скрипачка Анна Иванова");
  });

  it("tells of several reasons on the first page, at most ten of each, page by page, one row below", async () => {
    const { occurrenceIds } = await concert();
    for (let nth = 0; nth < 14; nth += 1) {
      await event(`Здесь ${nth}`, { occurrences: [{ ...at(22, nth), place: hall }] });
      await event(`Далеко ${nth}`, { occurrences: [{ ...at(23, nth), place: far }] });
    }
    await opensCard(ivan(), occurrenceIds[0]);
    await ivan().taps("Похожее");
    ivan().sees("На той же площадке");
    ivan().sees("Музыка — тот же раздел");
    const seen: string[] = [];
    for (let page = 0; page < 4; page += 1) {
      expect(ivan().latest?.keyboard).toHaveLength(6);
      seen.push(...labels(ivan()).filter((label) => /Здесь|Далеко/.test(label)));
      if (page < 3) await ivan().taps("Дальше");
    }
    expect(labels(ivan())).not.toContain("Дальше");
    expect(new Set(seen).size).toBe(20);
    await ivan().taps("Раньше");
    expect(labels(ivan())).toContain("Дальше");
  });

  it("is narrowed by the filters of lists, whose way back is here", async () => {
    const { occurrenceIds } = await concert();
    await event("Чтения", { section: "literature", occurrences: [{ ...at(24), place: hall }] });
    await event("Платный джаз", { isFree: false, priceMin: 500, occurrences: [{ ...at(25), place: hall }] });
    await opensCard(ivan(), occurrenceIds[0]);
    await ivan().taps("Похожее");
    await ivan().taps("Фильтры");
    ivan().sees("Похоже на: Вечер скрипки");
    ivan().sees("Подходит: 2");
    await ivan().taps("Бесплатно (1)");
    await ivan().taps("Показать (1)");
    ivan().sees("Фильтры: Бесплатно");
    ivan().sees("Чтения");
    ivan().doesNotSee("Платный джаз");
    await ivan().taps("Фильтры (1)");
    await ivan().taps("Сбросить");
    await ivan().taps("Показать (2)");
    ivan().sees("Платный джаз");
  });

  it("of an exhibition is another exhibition, the one that closes soonest first", async () => {
    const lasts = (from: number, to: number) => ({ startsAt: at(from).startsAt, endsAt: at(to).endsAt, place: hall });
    const museum = (title: string, from: number, to: number) =>
      event(title, {
        section: "museums",
        occurrences: [{ ...lasts(from, to), place: title === "Фарфор" ? hall : far }],
      });
    const { occurrenceIds } = await museum("Фарфор", 10, 29);
    await museum("Стекло", 11, 28);
    await museum("Бронза", 12, 27);
    await event("Экскурсия", { section: "museums", occurrences: [{ ...at(22), place: far }] });
    await opensCard(ivan(), occurrenceIds[0]);
    await ivan().taps("Похожее");
    expect(labels(ivan()).slice(0, 2)).toEqual(["Бронза", "Стекло"]);
    ivan().doesNotSee("Экскурсия");
  });

  it("says honestly that there is nothing, and answers for a card that is gone", async () => {
    const { eventId, occurrenceIds } = await concert();
    await opensCard(ivan(), occurrenceIds[0]);
    const data = dataOf(ivan(), "Похожее");
    await ivan().taps("Похожее");
    ivan().sees("Похожего впереди пока нет");
    expect(labels(ivan())).toEqual(["Назад", "Меню"]);
    await city.services.database.event.delete({ where: { id: eventId } });
    await forges(ivan(), data);
    ivan().sees("Этого события больше нет в афише");
    await forges(ivan(), similarCallback.data({ occurrenceId: 2_147_483_647, page: 46_655, filters: {} }));
    ivan().sees("Этого события больше нет в афише");
  });

  it("turns back to the last page that there is", async () => {
    const { occurrenceIds } = await concert();
    await event("Чтения", { section: "literature", occurrences: [{ ...at(24), place: hall }] });
    await opensCard(ivan(), occurrenceIds[0]);
    await forges(ivan(), similarCallback.data({ occurrenceId: occurrenceIds[0] ?? 0, page: 2, filters: {} }));
    ivan().sees("Чтения");
  });
});

it.each(["ru", "tt", "en"] as const)(
  "is offered on a card in %s, which is no taller than five rows and one below",
  async (language) => {
    const t = words.for(language);
    const { occurrenceIds } = await concert();
    await event("Скрипка и орган", {
      texts: { ru: { title: "Скрипка и орган", who: "Анна Иванова" } },
      occurrences: [{ ...at(22), place: far }],
    });
    const zoya = city.telegram.person(`Зоя ${language}`, { languageCode: language });
    await opensCard(zoya, occurrenceIds[0]);
    expect(labels(zoya)).toContain(t("button.similar"));
    expect(zoya.latest?.keyboard.length).toBeLessThanOrEqual(6);
    await zoya.taps(t("button.similar"));
    zoya.sees(t("similar.performer"));
    zoya.sees(t("similar.no_profile"));
    expect(buttonsOf(zoya).length).toBe(4);
  },
);
