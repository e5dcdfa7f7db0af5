import { describe, expect, it } from "vitest";
import { openCity } from "../../support/city.ts";
import { announce, forges, labels, opensCard, urlOf } from "../drive.ts";

const city = openCity({ plant: false });
const ivan = () => city.telegram.person("Иван", { languageCode: "ru" });
const kate = () => city.telegram.person("Kate", { languageCode: "en" });

const startsAt = new Date("2026-11-21T16:00:00Z");
const endsAt = new Date("2026-11-21T18:30:00Z");
const opera = {
  origin: "test:opera",
  latitude: 55.7964,
  longitude: 49.1242,
  texts: { ru: { title: "Театр оперы", address: "пл. Свободы, 2" } },
};
const links = [
  { kind: "stream", url: "https://live.example.org/1" },
  { kind: "ticket", url: "https://tickets.example.org/1" },
  { kind: "site", url: "https://example.org/1" },
] as const;

describe("a card", () => {
  it("says what, when, where, how much, for whom, in which language and with what help", async () => {
    const { occurrenceIds } = await announce(city, {
      section: "theatre",
      attendanceMode: "mixed",
      isFree: false,
      priceMin: 350,
      priceMax: 1200,
      ageMin: 12,
      heldIn: "it",
      audiences: ["family"],
      accessibility: ["wheelchair", "subtitles"],
      texts: { ru: { title: "«Богема»", summary: "Мансарда, зима.", body: "Все молоды.", who: "Труппа театра" } },
      occurrences: [{ startsAt, endsAt, place: opera }],
      links: [...links],
    });
    await opensCard(ivan(), occurrenceIds[0]);
    expect(ivan().latest?.text).toBe(
      [
        "«Богема»",
        "Театр · 12+ · на итальянском · всей семьёй",
        "",
        "Сб, 21 ноября, 19:00–21:30 — завтра",
        "Театр оперы, пл. Свободы, 2 · онлайн",
        "350–1 200 ₽ · доступно на коляске · с субтитрами".replace(" 200", "\u00a0200"),
        "Кто: Труппа театра",
        "",
        "Мансарда, зима.",
        "",
        "Все молоды.",
      ].join("\n"),
    );
    expect(ivan().latest?.entities).toMatchObject([{ type: "bold", offset: 0, length: 8 }]);
    for (const label of ["Смотреть", "Билеты", "В календарь", "На карте", "Поделиться", "Меню"]) {
      expect(labels(ivan())).toContain(label);
    }
  });

  it("shares a link that leads to itself", async () => {
    const share = new URL(urlOf(ivan(), "Поделиться"));
    expect(share.origin + share.pathname).toBe("https://t.me/share/url");
    expect(share.searchParams.get("text")).toBe("«Богема» · сб, 21 ноября, 19:00–21:30");
    const link = new URL(share.searchParams.get("url") ?? "");
    await kate().says(`/start ${link.searchParams.get("start")}`);
    kate().sees("«Богема»");
  });

  it("says that the text is there in another language only", async () => {
    kate().sees("The text is in this language only so far: Русский.");
    ivan().doesNotSee("Текст пока только на этом языке");
  });

  it("takes a description that is not translated yet from another language, and says so once", async () => {
    const alsu = city.telegram.person("Алсу", { languageCode: "tt" });
    const { occurrenceIds } = await announce(city, {
      section: "music",
      attendanceMode: "on_site",
      isFree: true,
      texts: { ru: { title: "Вечер оперы", body: "Арии о любви." }, tt: { title: "Опера кичәсе" } },
      occurrences: [
        { startsAt, endsAt, place: { ...opera, texts: { ...opera.texts, tt: { title: "Опера театры" } } } },
      ],
    });
    await opensCard(alsu, occurrenceIds[0]);
    alsu.sees("Опера кичәсе");
    alsu.sees("Опера театры, пл. Свободы, 2");
    alsu.sees("Арии о любви.");
    alsu.sees("Тасвирлама әлегә бу телдә генә: Русский.");
    alsu.doesNotSee("Текст әлегә");
  });

  it("shows the place on a map", async () => {
    await ivan().taps("На карте");
    expect(ivan().latest?.venue).toMatchObject({
      title: "Театр оперы",
      address: "пл. Свободы, 2",
      location: { latitude: 55.7964, longitude: 49.1242 },
    });
  });

  it("shows a place without an address too", async () => {
    const place = { ...opera, origin: "test:island", texts: { ru: { title: "Остров" } } };
    const { occurrenceIds } = await announce(city, { attendanceMode: "on_site", occurrences: [{ startsAt, place }] });
    await opensCard(ivan(), occurrenceIds[0]);
    await ivan().taps("На карте");
    expect(ivan().latest?.venue).toMatchObject({ title: "Остров", address: "Остров" });
  });

  it("shows its poster above the text, and none with an address that Telegram would refuse", async () => {
    const good = await announce(city, { posterUrl: "https://example.org/poster.jpg" });
    await opensCard(ivan(), good.occurrenceIds[0]);
    expect(ivan().latest?.linkPreview).toMatchObject({ url: "https://example.org/poster.jpg", show_above_text: true });
    for (const posterUrl of ["posters/local.jpg", "javascript:alert(1)", "http://localhost/x.jpg"]) {
      const { occurrenceIds } = await announce(city, { posterUrl });
      await opensCard(ivan(), occurrenceIds[0]);
      expect(ivan().latest?.linkPreview).toEqual({ is_disabled: true });
    }
  });

  it("leaves out a link that Telegram would refuse", async () => {
    const { occurrenceIds } = await announce(city, {
      links: [
        { kind: "stream", url: "https://nodot/1" },
        { kind: "site", url: "ftp://example.org" },
      ],
    });
    await opensCard(ivan(), occurrenceIds[0]);
    expect(labels(ivan())).not.toContain("Смотреть");
  });
});

describe("a long text", () => {
  it("is cut at a sentence, shown whole on demand, and short again on the way back", async () => {
    const body = "Одно предложение этого длинного рассказа. ".repeat(20).trim();
    const { occurrenceIds } = await announce(city, { texts: { ru: { title: "Рассказ", body } } });
    await opensCard(ivan(), occurrenceIds[0]);
    expect(ivan().latest?.text).toMatch(/рассказа\. …$/);
    await ivan().taps("Весь текст");
    expect(ivan().latest?.text.endsWith(body)).toBe(true);
    expect(labels(ivan())).not.toContain("Весь текст");
  });
});

describe("the buttons to watch", () => {
  const before = { startsAt: new Date("2026-11-20T12:00:00Z"), endsAt: new Date("2026-11-20T13:00:00Z") };
  const recording = { kind: "recording", url: "https://archive.example.org/1" } as const;

  it("offer the recording, not the stream nor tickets, when it is over", async () => {
    const { occurrenceIds } = await announce(city, { occurrences: [before], links: [...links, recording] });
    await opensCard(ivan(), occurrenceIds[0]);
    expect(labels(ivan())).toEqual(expect.arrayContaining(["Запись"]));
    for (const label of ["Смотреть", "Билеты", "В календарь"]) expect(labels(ivan())).not.toContain(label);
    ivan().sees("уже закончилось");
    ivan().sees("Есть запись");
  });

  it("are gone when it is cancelled or postponed", async () => {
    for (const status of ["cancelled", "postponed"] as const) {
      const { occurrenceIds } = await announce(city, {
        occurrences: [{ startsAt, endsAt, status }],
        links: [...links],
      });
      await opensCard(ivan(), occurrenceIds[0]);
      ivan().sees(status === "cancelled" ? "Отменено" : "Отложено. Новой даты пока нет");
      for (const label of ["Смотреть", "Билеты", "В календарь"]) expect(labels(ivan())).not.toContain(label);
    }
  });
});

it("names the old time of what was moved", async () => {
  const previousStartsAt = new Date("2026-11-20T16:00:00Z");
  const { occurrenceIds } = await announce(city, {
    occurrences: [{ startsAt, endsAt, status: "moved", previousStartsAt }],
  });
  await opensCard(ivan(), occurrenceIds[0]);
  ivan().sees("Перенесено. Раньше было: пт, 20 ноября, 19:00\nСб, 21 ноября, 19:00–21:30");
  await opensCard(kate(), occurrenceIds[0]);
  kate().sees("Moved. It was to be: Fri 20 November, 19:00\nSat 21 November");
});

describe("other dates", () => {
  it("are as many as the button says, page by page, and lead back to the card", async () => {
    const occurrences = Array.from({ length: 40 }, (_, day) => ({
      startsAt: new Date(startsAt.getTime() + day * 86_400_000),
      endsAt: new Date(endsAt.getTime() + day * 86_400_000),
      status: day === 3 ? ("cancelled" as const) : ("scheduled" as const),
    }));
    const { occurrenceIds } = await announce(city, { texts: { en: { title: "A long run" } }, occurrences });
    await opensCard(kate(), occurrenceIds[0]);
    const card = kate().screen;
    await kate().taps("Other dates (39)");
    kate().sees("Tue 24 November, 19:00 · cancelled");
    const dates = new Set<string>();
    for (;;) {
      for (const label of labels(kate())) if (/\d\d:\d\d/.test(label)) dates.add(label);
      if (!labels(kate()).includes("More")) break;
      await kate().taps("More");
    }
    expect(dates.size).toBe(39);
    expect([...dates].some((label) => label.startsWith("Sat 21 November"))).toBe(false);
    await kate().taps("Back");
    expect(kate().screen).toBe(card);
  });

  it("fit a button: an evening by its beginning, the January to come without its year", async () => {
    const january = { startsAt: new Date("2027-01-05T16:00:00Z"), endsAt: new Date("2027-01-05T18:00:00Z") };
    const { occurrenceIds } = await announce(city, {
      texts: { en: { title: "In two years" } },
      occurrences: [{ startsAt }, january, { startsAt: new Date("2027-11-21T16:00:00Z") }],
    });
    await opensCard(kate(), occurrenceIds[0]);
    await kate().taps("Other dates (2)");
    expect(labels(kate())).toEqual(["Tue 5 January, 19:00", "Sun 21 November 2027, 19:00", "Back", "Menu"]);
  });

  it("open the card of the date that was tapped, which still knows its list", async () => {
    const from = "l:m~~0";
    const { occurrenceIds } = await announce(city, {
      texts: { en: { title: "Twice" } },
      occurrences: [{ startsAt }, { startsAt: new Date("2026-11-28T16:00:00Z") }],
    });
    await forges(kate(), `c:${occurrenceIds[0]?.toString(36)}~${from}`);
    await kate().taps("Other dates (1)");
    await kate().taps("Sat 28 November");
    kate().sees("Twice");
    kate().sees("Sat 28 November");
    await kate().taps("Back");
    kate().sees("Tomorrow · Sat 21 November");
  });
});
