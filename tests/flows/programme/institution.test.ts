import { describe, expect, it } from "vitest";
import { saveEvent } from "../../../bot/programme/save-store.ts";
import { matchWishes } from "../../../bot/wishes/match-store.ts";
import { tellWishes } from "../../../bot/wishes/tell-store.ts";
import { idOf } from "../../support/addresses.ts";
import { openCity, words } from "../../support/city.ts";
import { labels } from "../drive.ts";

const city = openCity({ plant: false });

/** An evening of the house in two days; resolves to the number of its event. */
async function comes(title: string): Promise<number> {
  const now = city.clock.now();
  const { eventId } = await saveEvent(
    city.services.database,
    {
      section: "theatre",
      attendanceMode: "online",
      texts: { ru: { title } },
      occurrences: [{ startsAt: new Date(now.getTime() + 2 * 86_400_000) }],
      institution: { origin: "test:house", names: { ru: "Театр на площади" } },
      isFree: true,
    },
    { source: "test", recordId: title, fingerprint: title },
    { now, timeZone: "Europe/Moscow" },
  );
  return eventId;
}

describe.each(["ru", "tt", "en"] as const)("the page of an institution in %s", (language) => {
  const t = words.for(language);

  it("leads back to the card that it was opened from, and a card opened from it leads back to it", async () => {
    await city.services.database.event.deleteMany();
    const eventId = await comes("Гроза");
    const zoya = city.telegram.person(`Зоя ${language}`, { languageCode: language });
    await zoya.says(`/start e_${eventId.toString(36)}`);
    await zoya.taps(t("button.institution"));
    zoya.sees(t("house.coming"));
    await zoya.taps(t("button.back"));
    zoya.doesNotSee(t("house.coming"));
    await zoya.taps(t("button.institution"));
    await zoya.taps("Гроза");
    zoya.doesNotSee(t("house.coming"));
    await zoya.taps(t("button.back"));
    zoya.sees(t("house.coming"));
  });

  it("opens from a card, is followed, tells of what is new, and is listed among what one waits for", async () => {
    const { services, telegram, clock } = city;
    const { database } = services;
    await database.event.deleteMany();
    const eventId = await comes("Гроза");
    const alsu = telegram.person(`Алсу ${language}`, { languageCode: language });
    await alsu.says(`/start e_${eventId.toString(36)}`);
    await alsu.taps(t("button.institution"));
    alsu.sees(t("house.coming"));
    alsu.sees("Гроза");
    await alsu.taps(t("house.follow"));
    alsu.sees(t("house.followed"));
    expect(labels(alsu)).toContain(t("house.unfollow"));

    await clock.advance({ seconds: 60 });
    await comes("Бесприданница");
    const moment = { now: clock.now(), cityZone: "Europe/Moscow" };
    await matchWishes(database, moment);
    await tellWishes(database, moment);
    await city.deliver();
    alsu.sees(t("wish.followed", { text: "Театр на площади" }));
    alsu.sees("Бесприданница");
    expect(alsu.screen).not.toContain("Гроза");

    await alsu.taps(t("wish.button.list"));
    alsu.sees(t("wish.row_followed", { text: "Театр на площади" }));
    await alsu.taps(t("wish.button.sections"));
    await alsu.taps(t("section.theatre"));
    expect(labels(alsu)).toContain(t("button.chosen", { label: t("section.theatre") }));
    await alsu.taps(t("button.chosen", { label: t("section.theatre") }));
    const personId = BigInt(await idOf(database, alsu));
    expect(await database.wish.findMany({ where: { personId } })).toMatchObject([{ kind: "institution" }]);

    const house = await database.institution.findFirstOrThrow();
    await alsu.says(`/start h_${house.id.toString(36)}`);
    await alsu.taps(t("house.unfollow"));
    alsu.sees(t("house.unfollowed"));
    expect(await database.wish.count({ where: { personId } })).toBe(0);
  });
});
