import { beforeAll, describe, expect, it } from "vitest";
import type { EventDraft } from "../../../bot/programme/event.ts";
import type { Person } from "../../../playground/people/person.ts";
import { openCity, words } from "../../support/city.ts";
import { announce, buttonsOf, forges, labels, opensCard } from "../drive.ts";

const city = openCity({ plant: false });

/** Titles as no editor should write them, each of 300 characters or more. */
const titles = {
  words: "Невообразимодлинноепредставление ".repeat(10),
  "one word": "Ы".repeat(300),
  markup: `<u>&amp; "жирный" <script>alert('x')</script> `.repeat(8),
  "right to left": `\u202eשלום עולם مرحبا بالعالم\u200f `.repeat(12),
  emoji: "👨‍👩‍👧‍👦🎻".repeat(30),
  "surrogates at the cut": `${"я".repeat(22)}🎻${"🎻".repeat(150)}`,
};

const longest = (title: string): Partial<EventDraft> => ({
  section: "excursions",
  attendanceMode: "mixed",
  isFree: false,
  priceMin: 1_000_000,
  priceMax: 2_000_000,
  ageMin: 18,
  heldIn: "udm",
  audiences: ["children", "family", "seniors"],
  accessibility: ["sign_language", "subtitles", "wheelchair", "quiet_hour"],
  institution: { origin: "test:long", names: { ru: title, en: title } },
  texts: {
    ru: {
      title,
      summary: `${title} `.repeat(10),
      body: `Предложение без конца, <u>но с точкой</u> & всё. `.repeat(400),
      who: `${title} `.repeat(5),
    },
  },
  links: (["stream", "ticket", "recording", "site"] as const).map((kind) => ({
    kind,
    url: `https://example.org/${kind}`,
  })),
  occurrences: Array.from({ length: 40 }, (_, day) => ({
    startsAt: new Date(Date.UTC(2026, 10, 20 + day, 16)),
    endsAt: new Date(Date.UTC(2026, 10, 20 + day, 18)),
    status: day % 2 ? ("postponed" as const) : ("moved" as const),
    previousStartsAt: new Date("2026-11-19T16:00:00Z"),
    place: {
      origin: "test:long",
      latitude: 55.8,
      longitude: 49.1,
      texts: { ru: { title, address: title } },
    },
  })),
});

const occurrenceIds: number[] = [];
beforeAll(async () => {
  for (const title of Object.values(titles)) {
    const { occurrenceIds: ids } = await announce(city, longest(title));
    occurrenceIds.push(...ids.slice(0, 1));
  }
  // Pages enough, all of them long.
  for (let more = 0; more < 6; more += 1) await announce(city, longest(`${titles.words}${more}`));
});

/** The playground refuses what Telegram would: here the rules of our own. */
function fits(person: Person) {
  const message = person.latest;
  expect(message?.text.length ?? 0).toBeGreaterThan(0);
  person.doesNotSee("&lt;");
  person.doesNotSee("&quot;");
  // The bot writes <b> and <i>; what is shown as a tag is none of its own.
  expect(message?.text).not.toMatch(/<\/?[bi]>/);
  for (const row of message?.keyboard ?? []) {
    const isCalendar = row.length === 7;
    if (!isCalendar) expect(row.length).toBeLessThanOrEqual(3);
  }
  for (const { text } of buttonsOf(person)) {
    expect(text.isWellFormed()).toBe(true);
    expect(text.trim()).not.toBe("");
    if (!/\d\d:\d\d/.test(text)) expect(text.length, text).toBeLessThanOrEqual(24);
  }
}

describe.each(["ru", "tt", "en"] as const)("in %s, with data as long as it gets,", (languageCode) => {
  const t = words.for(languageCode);
  const person = () => city.telegram.person(`<Reader> & "${languageCode}" 🎻`.repeat(3), { languageCode });

  it.each(["/start", "/tonight", "/today", "/tomorrow", "/weekend", "/archive", "/settings", "/language", "/privacy"])(
    "%s fits",
    async (command) => {
      await person().says(command);
      fits(person());
    },
  );

  it.each(["/help", "/search", "/cancel", "/nonsense"])("%s fits", async (command) => {
    await person().says(command);
    fits(person());
  });

  it("every page of a list fits", async () => {
    await person().says("/tonight");
    while (labels(person()).includes(t("button.later"))) {
      await person().taps(t("button.later"));
      fits(person());
    }
  });

  it.each(Object.keys(titles))("a card with a title of %s fits, short and whole, with its dates", async (kind) => {
    await opensCard(person(), occurrenceIds[Object.keys(titles).indexOf(kind)]);
    fits(person());
    expect(labels(person()).length).toBeGreaterThan(8);
    await person().taps(t("button.whole_text"));
    fits(person());
    await person().taps(t("button.other_dates", { count: 39 }));
    fits(person());
    await person().taps(t("button.later"));
    fits(person());
    await person().taps(t("button.back"));
    await person().taps(t("button.calendar"));
    expect(person().latest?.document?.fileName).toMatch(/\.ics$/);
    await person().taps(t("button.map"));
    expect(person().latest?.venue?.title).toBeDefined();
  });

  it("filters, every group of them, and the calendar fit", async () => {
    for (let group = 0; group < 6; group += 1) {
      await person().says("/tonight");
      await forges(person(), `fg:${group}~t~s6k0fa4u2x0~0`);
      fits(person());
    }
    await forges(person(), "f:t~s6k0fa4u2x0~0");
    fits(person());
    await forges(person(), "l:w~s6k0fa4u2x0~0");
    fits(person());
    await forges(person(), "d:~s6k0fa4u2x0");
    fits(person());
  });

  it("searches and what is near fit", async () => {
    await person().says("невообразимодлинноепредставление ".repeat(100));
    fits(person());
    await person().says("завтра бесплатно детям театр онлайн 18+ с субтитрами на коляске");
    fits(person());
    await person().sharesLocation(55.8, 49.1);
    fits(person());
  });

  it("inline cards fit", async () => {
    const { results } = await person().asksInline("");
    expect(results.length).toBeGreaterThan(4);
  });
});
