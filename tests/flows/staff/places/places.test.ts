import { describe, expect, it } from "vitest";
import { saveEvent } from "../../../../bot/programme/save-store.ts";
import { placeCallback, placeMergeCallback, unmergeCallback } from "../../../../flows/staff/places/callbacks.ts";
import { idOf } from "../../../support/addresses.ts";
import { openCity, words } from "../../../support/city.ts";
import { roleRow } from "../../../support/factories/person.ts";
import { announce, dataOf, forges, labels } from "../../drive.ts";
import { colleague } from "../team.ts";

const city = openCity({ plant: false });

const place = (title: string, origin?: string) =>
  city.services.database.place.create({
    data: { ...(origin !== undefined && { origin }), texts: { create: { language: "ru", title } } },
  });

async function eventAt(placeId: number, title: string, institutionId: number | null = null) {
  const { eventId, occurrenceIds } = await announce(city, {
    attendanceMode: "on_site",
    texts: { ru: { title } },
    occurrences: [{ startsAt: new Date("2026-12-12T15:30:00Z") }],
  });
  await city.services.database.occurrence.updateMany({ where: { eventId }, data: { placeId } });
  await city.services.database.event.update({ where: { id: eventId }, data: { institutionId } });
  return { eventId, occurrenceId: occurrenceIds[0] ?? 0 };
}

const placeOf = async (occurrenceId: number) =>
  (await city.services.database.occurrence.findUniqueOrThrow({ where: { id: occurrenceId } })).placeId;

describe.each(["ru", "tt", "en"] as const)("a place, in %s", (language) => {
  const t = words.for(language);

  it("is found, named in another language, put on the map by a link, and so on its card", async () => {
    const { id } = await place(`Дворец ${language}`, `kudago:${language}`);
    const { occurrenceId } = await eventAt(id, `Вечер ${language}`);
    const admin = await colleague(city, language, "admin");
    await admin.says("/staff");
    await admin.taps(t("place.title"));
    await admin.taps(labels(admin).find((label) => label.includes(`Дворец ${language}`)) ?? "");
    admin.sees(t("institution.not_on_map"));
    await admin.taps(t("language.name.en"));
    await admin.says(`Palace ${language}`);
    await admin.says("5 Bauman Street");
    admin.sees(`Palace ${language}, 5 Bauman Street`);
    await admin.taps(t("institution.button.place"));
    await admin.says("https://yandex.ru/maps/-/CDabc");
    admin.sees(t("institution.ask.place"));
    await admin.says("https://yandex.ru/maps/?pt=49.108891,55.796391&z=17");
    admin.sees(t("institution.on_map"));
    const resident = await colleague(city, "en");
    await resident.says(`/start o_${occurrenceId.toString(36)}`);
    resident.sees(`Palace ${language}, 5 Bauman Street`);
    expect(labels(resident)).toContain(words.for("en")("button.map"));
    await resident.says(`palace ${language}`);
    resident.sees(`Вечер ${language}`);
    // What staff wrote stays as it is, whatever an import says.
    const origin = { source: "kudago", recordId: language, fingerprint: "a" };
    const imported = { origin: `kudago:${language}`, texts: { en: { title: "Wrong" } }, latitude: 1, longitude: 2 };
    const draft = {
      ...({ section: "music", attendanceMode: "on_site", isFree: true, texts: { ru: { title: "Ещё" } } } as const),
      occurrences: [{ startsAt: new Date("2026-12-13T15:30:00Z"), place: imported }],
    };
    await saveEvent(city.services.database, draft, origin, {
      now: city.clock.now(),
      timeZone: city.services.city.timeZone,
    });
    expect(
      await city.services.database.place.findUniqueOrThrow({
        where: { id },
        include: { texts: { where: { language: "en" } } },
      }),
    ).toMatchObject({ latitude: 55.796391, longitude: 49.108891, texts: [{ title: `Palace ${language}` }] });
  });

  it("is found to be another one, with its dates and its names, and parted again within a day", async () => {
    const [stays, goes] = [await place(`Камал ${language}`), await place(`Театр Камала ${language}`, `k:${language}`)];
    const { occurrenceId } = await eventAt(goes.id, `Спектакль ${language}`);
    const admin = await colleague(city, language, "admin");
    await admin.says("/staff");
    await forges(admin, placeCallback.data(stays.id));
    await admin.taps(t("place.button.merge"));
    await admin.says("нет такого");
    await admin.says(`Театр Камала ${language}`);
    await admin.taps(labels(admin)[0] ?? "");
    admin.sees(`Театр Камала ${language}`);
    await admin.taps(t("button.back"));
    await admin.says(`Театр Камала ${language}`);
    await admin.taps(labels(admin)[0] ?? "");
    await admin.taps(t("place.button.merge_yes"));
    admin.sees(t("place.merged", { count: 1 }));
    expect(await placeOf(occurrenceId)).toBe(stays.id);
    // By its former name, too, the one that stays is found.
    await admin.says("/staff");
    await admin.taps(t("programme.title"));
    await admin.taps(t("programme.button.new"));
    await admin.says("Проба");
    await admin.taps(t("programme.button.skip"));
    await admin.says(`Театр Камала ${language}`);
    expect(labels(admin)).toContain(`Камал ${language}`);
    expect(labels(admin)).not.toContain(`Театр Камала ${language}`);
    await admin.taps(t("button.cancel"));
    await forges(admin, placeCallback.data(stays.id));
    await admin.taps(t("place.button.unmerge", { name: `Театр Камала ${language}` }));
    admin.sees(t("place.unmerged"));
    expect(await placeOf(occurrenceId)).toBe(goes.id);
    await forges(admin, unmergeCallback.data(goes.id));
    admin.sees(t("place.too_late"));
  });
});

const t = words.for("en");

it("two homes stay two, and a home stays whichever was named; after a day nothing is parted", async () => {
  const home = async (name: string) => {
    const { id } = await place(name);
    await city.services.database.institution.create({
      data: { placeId: id, texts: { create: { language: "en", name } } },
    });
    return id;
  };
  const [first, second] = [await home("First home"), await home("Second home")];
  const plain = await place("Hall of the first");
  const admin = await colleague(city, "en", "admin");
  const merges = async (stays: number, name: string) => {
    await admin.says("/staff");
    await forges(admin, placeMergeCallback.data(stays));
    await admin.says(name);
    await admin.taps(labels(admin)[0] ?? "");
    await admin.taps(t("place.button.merge_yes"));
  };
  await merges(first, "Second home");
  admin.sees(t("place.both_homes"));
  await merges(plain.id, "First home");
  admin.sees(t("place.merged", { count: 0 }));
  admin.sees("First home");
  const undo = dataOf(admin, t("place.button.unmerge", { name: "Hall of the first" }));
  city.clock.advance({ seconds: 25 * 3600 });
  await forges(admin, undo);
  admin.sees(t("place.too_late"));
  expect(await city.services.database.placeMerge.count({ where: { intoId: first } })).toBe(1);
  expect(await city.services.database.place.count({ where: { id: second } })).toBe(1);
});

it("an editor of one house changes what is that house's alone, and merges nothing", async () => {
  const { id: houseId } = await city.services.database.institution.create({
    data: { texts: { create: { language: "en", name: "Own house" } } },
  });
  const [own, shared] = [await place("Own stage"), await place("Common stage")];
  await eventAt(own.id, "Ours", houseId);
  await eventAt(shared.id, "Ours too", houseId);
  await eventAt(shared.id, "Theirs");
  const editor = await colleague(city, "en");
  const personId = await idOf(city.services.database, editor);
  await city.services.database.staffRole.create({
    data: roleRow(city.clock.now(), { personId, role: "editor", institutionId: houseId }),
  });
  await editor.says("/staff");
  await editor.taps(t("place.title"));
  const places = labels(editor).filter((label) => label.includes("stage"));
  expect(places).toHaveLength(2);
  await editor.taps("Common stage");
  editor.sees(t("place.shared"));
  expect(labels(editor)).not.toContain(t("institution.button.place"));
  await forges(editor, placeMergeCallback.data(shared.id));
  editor.sees(t("staff.not_open"));
  await editor.says("/staff");
  await editor.taps(t("place.title"));
  await editor.taps("Own stage");
  await editor.taps(t("institution.button.place"));
  await editor.sharesLocation(55.79, 49.11);
  editor.sees(t("institution.on_map"));
});
