import { describe, expect, it } from "vitest";
import type { Person } from "../../../../playground/people/person.ts";
import { idOf } from "../../../support/addresses.ts";
import { openCity, words } from "../../../support/city.ts";
import { labels } from "../../drive.ts";
import { colleague, fire } from "../team.ts";

const city = openCity({ plant: false });

const table = (name: string) =>
  [
    "Название;Начало;Место;Цена",
    `Рапсодия ${name};05.12.2026 18:30;Большой зал;500 руб.`,
    `Выставка ${name};07.12.2026;Музей;бесплатно`,
    "Спектакль;когда-нибудь;;",
  ].join("\r\n");

const calendar = [
  "BEGIN:VCALENDAR",
  "VERSION:2.0",
  "PRODID:-//test//EN",
  "BEGIN:VEVENT",
  "UID:1@test",
  "DTSTAMP:20261101T000000Z",
  "DTSTART:20261205T153000Z",
  "SUMMARY:Recital",
  "END:VEVENT",
  "END:VCALENDAR",
].join("\r\n");

async function begins(person: Person, language: "ru" | "tt" | "en"): Promise<void> {
  const t = words.for(language);
  await person.says("/staff");
  await person.taps(t("programme.title"));
  await person.taps(t("importing.button"));
  await person.taps(t("importing.send"));
  person.sees(t("importing.ask"));
}

const titled = (title: string) =>
  city.services.database.event.count({ where: { texts: { some: { title: { contains: title } } } } });

describe.each(["ru", "tt", "en"] as const)("a table, in %s", (language) => {
  const t = words.for(language);

  it("is shown with the refused row, imported after a tap, and unchanged the second time", async () => {
    const admin = await colleague(city, language, "admin");
    await begins(admin, language);
    await admin.says("вот");
    admin.sees(t("importing.ask"));
    await admin.sendsDocument("picture.bin", "nothing of the kind");
    admin.sees(t("importing.unknown"));
    await admin.sendsDocument("renamed.txt", table(language));
    admin.sees(t("importing.created", { count: 2 }));
    const problem = t("importing.problem.bad_date", { said: "когда-нибудь" });
    admin.sees(`${t("importing.row", { number: "4" })}, Спектакль: ${problem}`);
    expect(await titled(`Рапсодия ${language}`)).toBe(0);
    await admin.taps(t("importing.confirm", { count: 2 }));
    admin.sees(t("importing.done"));
    admin.sees(t("importing.created", { count: 2 }));
    expect(await titled(`Рапсодия ${language}`)).toBe(1);
    const log = await city.services.database.auditEntry.findMany({
      where: { personId: await idOf(city.services.database, admin) },
    });
    expect(log.map(({ action }) => action)).toEqual(["programme.import.begin", "programme.import.end"]);

    await begins(admin, language);
    await admin.sendsDocument("renamed.txt", table(language));
    admin.sees(t("importing.unchanged", { count: 2 }));
    admin.sees(t("importing.nothing"));
    await admin.taps(t("button.cancel"));
    admin.sees(t("importing.stopped"));
  });

  it("has a template of which the example is no event", async () => {
    const admin = await colleague(city, language, "admin");
    await admin.says("/staff");
    await admin.taps(t("programme.title"));
    await admin.taps(t("importing.button"));
    await admin.taps(t("importing.template"));
    admin.sees(t("importing.template_caption"));
    const bytes = admin.latest?.document?.bytes ?? new Uint8Array();
    await begins(admin, language);
    await admin.sendsDocument("template", bytes);
    admin.sees(t("importing.problem.example"));
    admin.sees(t("importing.nothing"));
    await admin.taps(t("button.cancel"));
  });
});

it("a calendar under another name is one, another file takes its place, and all refusals come as a file when asked for", async () => {
  const t = words.for("en");
  const admin = await colleague(city, "en", "admin");
  await begins(admin, "en");
  await admin.sendsDocument("document.bin", calendar);
  admin.sees("Recital");
  const bad = Array.from({ length: 9 }, (_, index) => `Concert ${index};some day`).join("\n");
  await admin.sendsDocument("bad.csv", `Title;Start\n${bad}\nGood concert;05.12.2026`);
  admin.sees(t("importing.more", { count: 4 }));
  expect(labels(admin)).toContain(t("importing.confirm", { count: 1 }));
  await admin.taps(t("importing.show_all"));
  const file = admin.chat.findLast(({ document }) => document !== undefined)?.document;
  const whole = Buffer.from(file?.bytes ?? new Uint8Array()).toString();
  for (let row = 0; row < 9; row += 1) expect(whole).toContain(`Concert ${row}`);
  expect(whole).toContain(t("importing.nobody_told"));
  expect(labels(admin)).toContain(t("importing.confirm", { count: 1 }));
});

it("what is larger than Telegram hands out is refused in words", async () => {
  const t = words.for("en");
  const admin = await colleague(city, "en", "admin");
  await begins(admin, "en");
  await admin.sendsDocument("large.csv", new Uint8Array(20 * 1024 * 1024 + 1));
  admin.sees(t("importing.too_large"));
});

it("whoever loses their role meanwhile imports nothing", async () => {
  const t = words.for("en");
  const admin = await colleague(city, "en", "admin");
  await begins(admin, "en");
  await admin.sendsDocument("a.csv", "Title;Start\nNever imported;05.12.2026 18:30");
  await fire(city, admin);
  await admin.taps(t("importing.confirm", { count: 1 }));
  admin.sees(t("staff.not_open"));
  expect(await titled("Never imported")).toBe(0);
});

it.each(["ru", "tt", "en"] as const)(
  "what would be cancelled and told is shown in %s before, and anew when it is something else by the time of the tap",
  async (language) => {
    const t = words.for(language);
    const { database } = city.services;
    const admin = await colleague(city, language, "admin");
    const title = `Meeting ${language}`;
    const rows = (...days: string[]) =>
      ["Title;Start", ...days.map((day) => `${title};${day}.12.2026 18:30`)].join("\n");
    const sends = async (...days: string[]) => {
      await begins(admin, language);
      await admin.sendsDocument("a.csv", rows(...days));
    };
    await sends("05", "06");
    await admin.taps(t("importing.confirm", { count: 1 }));
    await sends("05");
    admin.sees(t("importing.dates_cancelled", { count: 1 }));
    const dates = await database.occurrence.findMany({
      where: { event: { texts: { some: { title } } } },
      orderBy: { startsAt: "asc" },
    });
    const occurrenceId = dates.at(-1)?.id ?? 0;
    await database.reminder.create({
      data: {
        personId: await idOf(city.services.database, admin),
        occurrenceId,
        minutes: 60,
        createdAt: city.clock.now(),
      },
    });
    await admin.taps(t("importing.confirm", { count: 1 }));
    admin.sees(t("importing.changed_meanwhile"));
    admin.sees(t("importing.told", { count: 1 }));
    expect((await database.occurrence.findUniqueOrThrow({ where: { id: occurrenceId } })).status).toBe("scheduled");
    await admin.taps(t("importing.confirm", { count: 1 }));
    admin.sees(t("importing.done"));
    expect((await database.occurrence.findUniqueOrThrow({ where: { id: occurrenceId } })).status).toBe("cancelled");
  },
);
