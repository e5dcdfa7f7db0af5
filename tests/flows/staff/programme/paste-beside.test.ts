import { describe, expect, it } from "vitest";
import { openCity, words } from "../../../support/city.ts";
import { colleague } from "../team.ts";

const city = openCity();

/** Somebody of staff who has pasted a text. */
async function paste(language: "ru" | "tt" | "en", text: string) {
  const t = words.for(language);
  const admin = await colleague(city, language, "admin");
  await admin.says("/staff");
  await admin.taps(t("programme.title"));
  await admin.taps(t("programme.button.paste"));
  await admin.says(text);
  return { t, admin };
}

const eventOf = (title: string) =>
  city.services.database.event.findFirstOrThrow({
    where: { texts: { some: { title } } },
    include: { occurrences: true },
  });

describe("what a pasted text says besides", () => {
  it("is kept: that it was moved, from when, and in which language it is held", async () => {
    const { t, admin } = await paste(
      "ru",
      "Концерт «Эхо весны» переносится с 27 ноября 18:30 на 28 ноября, 18:30\nМесто: Флигель, Садовая, 1\nНа татарском языке",
    );
    admin.sees("Перенесено · На татарском");
    await admin.taps(t("programme.button.save"));
    const { heldIn, occurrences } = await eventOf("Концерт «Эхо весны»");
    expect(heldIn).toBe("tt");
    expect(occurrences).toMatchObject([
      {
        status: "moved",
        startsAt: new Date("2026-11-28T15:30:00Z"),
        previousStartsAt: new Date("2026-11-27T15:30:00Z"),
      },
    ]);
  });

  it("is dropped by a tap", async () => {
    const { t, admin } = await paste(
      "en",
      "CANCELLED: Echo of winter\n28 November, 18:30\nVenue: Garden House\nIn English",
    );
    await admin.taps(t("programme.drop", { what: t("programme.status.cancelled") }));
    await admin.taps(t("programme.drop", { what: t("language.held_in.en") }));
    await admin.taps(t("programme.button.save"));
    const { heldIn, occurrences } = await eventOf("Echo of winter");
    expect([heldIn, occurrences.map(({ status }) => status)]).toEqual([null, ["scheduled"]]);
  });

  it("is asked where a day and its weekday differ, until the dates are said anew", async () => {
    const { t, admin } = await paste("tt", "Концерт «Яз авазы»\nшимбә, 29 ноябрь, 18:00\nУрыны: Флигель");
    const doubt = `«шимбә, 29 ноябрь»: ${t("programme.again.weekday")}`;
    admin.sees(doubt);
    await admin.taps(t("programme.field.dates"));
    await admin.says("28.11 18:00");
    await admin.taps(t("programme.button.right"));
    await admin.taps(t("programme.button.whole"));
    admin.doesNotSee(doubt);
  });
});
