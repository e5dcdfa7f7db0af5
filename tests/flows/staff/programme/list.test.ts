import { expect, it } from "vitest";
import { openCity, words } from "../../../support/city.ts";
import { announce, labels } from "../../drive.ts";
import { colleague } from "../team.ts";

const city = openCity({ plant: false });
const t = words.for("en");

it("jumps to a month and a day, sifts by house and section, and goes on as before", async () => {
  const { database } = city.services;
  const { id: house } = await database.institution.create({
    data: { texts: { create: { language: "en", name: "Opera house" } } },
  });
  await database.institution.create({ data: { texts: { create: { language: "en", name: "Empty house" } } } });
  const { id: museum } = await database.institution.create({
    data: { texts: { create: { language: "en", name: "Museum" } } },
  });
  const made = async (title: string, day: string, institutionId: number, section: "music" | "museums") => {
    const { eventId } = await announce(city, {
      section,
      texts: { en: { title } },
      occurrences: [{ startsAt: new Date(`2026-${day}T16:00:00Z`) }],
    });
    await database.event.update({ where: { id: eventId }, data: { institutionId } });
  };
  for (const day of ["21", "22", "23", "24", "25"]) await made(`November ${day}`, `11-${day}`, museum, "museums");
  await made("Winter opera", "12-12", house, "music");
  await made("Winter museum", "12-13", museum, "museums");
  const admin = await colleague(city, "en", "admin");
  await admin.says("/staff");
  await admin.taps(t("programme.title"));
  admin.doesNotSee("Winter museum");
  await admin.taps(t("programme.sift.month"));
  await admin.taps("December 2026");
  admin.sees("Winter opera");
  admin.sees("Winter museum");
  admin.doesNotSee("November 21");
  await admin.taps(t("programme.sift.house"));
  expect(labels(admin)).not.toContain("Empty house");
  await admin.taps("Opera house");
  admin.sees("Winter opera");
  admin.doesNotSee("Winter museum");
  await admin.taps(t("programme.sift.section"));
  await admin.taps(t("section.museums"));
  admin.sees(t("programme.empty"));
  await admin.taps(t("programme.sift.none"));
  admin.sees("November 21");
  await admin.taps(t("button.search"));
  await admin.says("13 December");
  admin.sees("Winter museum");
  admin.doesNotSee("Winter opera");
});

it("has what publishes itself among what is coming, with its time", async () => {
  const { database } = city.services;
  const { eventId } = await announce(city, {
    texts: { en: { title: "Not yet" } },
    occurrences: [{ startsAt: new Date("2026-11-20T19:00:00Z") }],
  });
  await database.event.update({ where: { id: eventId }, data: { publishedAt: new Date("2026-11-20T17:00:00Z") } });
  const admin = await colleague(city, "en", "admin");
  await admin.says("/staff");
  await admin.taps(t("programme.title"));
  admin.sees("Not yet");
  admin.sees(t("programme.state.scheduled", { when: "" }).trim());
  await admin.taps(t("programme.shelf.drafts"));
  admin.doesNotSee("Not yet");
});

it("shows an event as residents see it, with dead buttons and all dates, and both its prices", async () => {
  const { eventId } = await announce(city, {
    attendanceMode: "on_site",
    isFree: false,
    texts: { en: { title: "Six evenings" } },
    occurrences: ["12-01", "12-02", "12-03"].map((day) => ({ startsAt: new Date(`2026-${day}T16:00:00Z`) })),
    links: [{ kind: "ticket", url: "https://tickets.example.org/6" }],
  });
  const admin = await colleague(city, "en", "admin");
  await admin.says("/staff");
  await admin.taps(t("programme.title"));
  await admin.taps(t("button.search"));
  await admin.says("six evenings");
  await admin.taps("Six evenings");
  await admin.taps(t("programme.button.details"));
  await admin.taps(t("programme.edit.price"));
  await admin.says("free online, 300–1200 in the hall");
  admin.sees("300–1,200");
  const saved = await city.services.database.event.findUniqueOrThrow({ where: { id: eventId } });
  expect(saved).toMatchObject({
    ...{ isFree: false, isFreeOnline: true, priceMin: 300, priceMax: 1200, attendanceMode: "mixed" },
  });
  await admin.taps(t("programme.button.more"));
  await admin.taps(t("programme.button.preview"));
  admin.sees(t("programme.other_dates", { count: 2 }));
  admin.sees("2 December");
  admin.sees("3 December");
  expect(labels(admin)).toEqual(expect.arrayContaining([t("button.tickets"), t("remind.button"), t("button.share")]));
  const before = admin.screen;
  const outcome = await admin.taps(t("button.tickets"));
  expect(JSON.stringify(outcome)).toContain(t("programme.dead_button"));
  expect(admin.screen).toBe(before);
  const resident = await colleague(city, "en");
  await resident.says(`/start e_${eventId.toString(36)}`);
  resident.sees("300–1,200");
});
