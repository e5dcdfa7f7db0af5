import { describe, expect, it } from "vitest";
import { settleAll } from "../../../../bot/programme/duplicates/settle-store.ts";
import type { EventDraft } from "../../../../bot/programme/event.ts";
import { saveEvent } from "../../../../bot/programme/save-store.ts";
import { pairCallback } from "../../../../flows/staff/duplicates/callbacks.ts";
import { idOf } from "../../../support/addresses.ts";
import { openCity, words } from "../../../support/city.ts";
import { roleRow } from "../../../support/factories/person.ts";
import { forges, labels } from "../../drive.ts";
import { colleague } from "../team.ts";

const city = openCity({ plant: false });

/** What a source tells of the evening the day after tomorrow; resolves to the event's number. */
async function tells(source: string, title: string, changes: Partial<EventDraft> = {}): Promise<number> {
  const now = city.clock.now();
  const startsAt = new Date(now.getTime() + 2 * 86_400_000);
  const place = { origin: `${source}:1`, texts: { ru: { title: "Театр" } }, latitude: 55.79, longitude: 49.12 };
  const draft: EventDraft = {
    section: "theatre",
    attendanceMode: "on_site",
    texts: { ru: { title } },
    occurrences: [{ startsAt, place }],
    isFree: false,
    ...changes,
  };
  const origin = { source, recordId: title, fingerprint: title };
  const { eventId } = await saveEvent(city.services.database, draft, origin, { now, timeZone: "Europe/Moscow" });
  return eventId;
}

describe.each(["ru", "tt", "en"] as const)("similar events in %s", (language) => {
  const t = words.for(language);

  it("are asked, merged, found behind old links, and two again", async () => {
    const { database } = city.services;
    await database.event.deleteMany();
    const poor = await tells("kudago", "Ревизор Гоголя на большой сцене города");
    const better = await tells("culture", "Ревизор", { priceMin: 300 });
    expect(await settleAll(database, [poor, better], city.clock.now())).toMatchObject({ suspected: 1 });

    const admin = await colleague(city, language, "admin");
    await admin.says("/staff");
    await admin.taps(t("pair.title"));
    admin.sees(t("pair.about.suspected", { count: 1 }));
    admin.sees(t("pair.both", { first: "Ревизор Гоголя на большой сцене города", second: "Ревизор" }));
    await admin.taps("Ревизор Гоголя на большой сцене…");
    admin.sees(t("pair.doubt.title"));
    admin.sees(t("pair.source", { source: t("feed.kind.culture") }));
    await admin.taps(t("pair.button.one"));
    admin.sees(t("pair.merged"));
    admin.sees(t("pair.is_merged", { kept: 2 }));

    const resident = city.telegram.person("Алсу");
    await resident.says(`/start e_${poor.toString(36)}`);
    resident.sees("300");

    await admin.taps(t("pair.button.undo"));
    admin.sees(t("pair.apart"));
    expect(await database.event.count({ where: { withdrawnAt: null } })).toBe(2);
    await admin.taps(t("pair.button.merged"));
    admin.sees(t("pair.none.merged"));
  });
});

it("that would lose a date are not merged, and those of two houses are no editor's", async () => {
  const t = words.for("ru");
  const { database } = city.services;
  await database.event.deleteMany();
  const now = city.clock.now();
  const on = (days: number) => ({ startsAt: new Date(now.getTime() + days * 86_400_000) });
  const first = await tells("kudago", "Гроза", { occurrences: [on(2), on(3)] });
  const second = await tells("culture", "Гроза!", { occurrences: [on(2), on(4)] });
  await settleAll(database, [first, second], now);
  const admin = await colleague(city, "ru", "admin");
  await forges(admin, pairCallback.data({ firstId: first, secondId: second }));
  await admin.taps(t("pair.button.one"));
  admin.sees(t("pair.refused_dates"));
  await admin.taps(t("pair.button.two"));
  expect(await database.eventPair.findMany()).toMatchObject([{ state: "distinct" }]);

  const house = await database.institution.create({ data: {} });
  await database.event.update({ where: { id: first }, data: { institutionId: house.id } });
  const editor = await colleague(city, "ru");
  const personId = await idOf(database, editor);
  await database.staffRole.create({ data: roleRow(now, { personId, role: "editor", institutionId: house.id }) });
  await editor.says("/staff");
  await editor.taps(t("pair.title"));
  editor.sees(t("pair.none.suspected"));
  await forges(editor, pairCallback.data({ firstId: first, secondId: second }));
  editor.sees(t("staff.not_open"));
  expect(labels(editor)).not.toContain(t("pair.button.one"));
});
