import { describe, expect, it } from "vitest";
import { findKnownPlace } from "../../../bot/feeds/places-store.ts";
import { formatOf } from "../../support/format.ts";
import { openOffice } from "./office.ts";

const { database, preview, imports, programme } = await openOffice();
const sheet = formatOf("sheet");

/** A place that staff made, which no source numbers. */
const made = (texts: readonly { language: "ru" | "tt"; title: string; address?: string }[]) =>
  database.place.create({ data: { texts: { create: [...texts] } } });

const table = (place: string, address = ""): string =>
  `Название;Начало;Раздел;Место;Адрес;Координаты\nВечер Тукая;05.12.2026 18:30;концерт;${place};${address};"55.79, 49.11"\n`;

describe("a place that a row of a table names", () => {
  it("is the one that is there already, by any of its names, and none is made anew", async () => {
    const { id } = await made([
      { language: "ru", title: "Национальная библиотека", address: "ул. Пушкина, 86" },
      { language: "tt", title: "Милли китапханә" },
    ]);
    expect(await preview(sheet, table("Милли китапханә"))).toMatchObject({ created: 1 });
    await imports(sheet, table("Милли китапханә"));
    const [event] = await programme();
    expect(event?.occurrences.map(({ placeId }) => placeId)).toEqual([id]);
    expect(await database.place.count()).toBe(1);
    // Its words are those of staff; where it is was not known.
    expect(await database.place.findUnique({ where: { id }, include: { texts: true } })).toMatchObject({
      latitude: 55.79,
      texts: [{ title: "Национальная библиотека" }, { title: "Милли китапханә" }],
    });
    expect(await imports(sheet, table("Милли китапханә"))).toMatchObject({ unchanged: 1, updated: 0 });
    expect(await preview(sheet, table("милли  китапханә", "Пушкин урамы, 86"))).toMatchObject({
      updated: 0,
      dates: { moved: 0, cancelled: 0 },
    });
  });

  it("is another one at another address", async () => {
    await made([{ language: "ru", title: "Дом культуры «Заря»", address: "ул. Баумана, 1" }]);
    await imports(sheet, table("Дом культуры «Заря»", "ул. Пушкина, 20"));
    expect(await database.place.count()).toBe(2);
  });
});

describe("of several places", () => {
  const hall = (id: number, houseId: number | null) => ({ id, names: ["Большой зал"], addresses: [], houseId });
  const named = (title: string, address?: string) => ({
    origin: "sheet:1",
    texts: { ru: { title, ...(address && { address }) } },
  });
  const club = (id: number, address: string) => ({ id, names: ["Клуб «Маяк»"], addresses: [address], houseId: null });

  it.each([
    ["a hall is that of the row's institution", named("Большой зал"), [hall(1, 7), hall(2, 8)], 8, 2],
    ["a hall of another institution is none", named("Большой зал"), [hall(1, 7)], 8, undefined],
    ["a name of its own is that place, whoever is there", named("Клуб «Маяк»"), [club(3, "ул. Мира, 5")], 8, 3],
    [
      "the address tells which",
      named("Клуб «Маяк»", "улица Мира, д. 5"),
      [club(3, "ул. Мира, 5"), club(4, "ул. Победы, 9")],
      8,
      3,
    ],
    [
      "two that fit are doubtful, and none is taken",
      named("Клуб «Маяк»"),
      [club(3, "ул. Мира, 5"), club(4, "ул. Победы, 9")],
      8,
      undefined,
    ],
  ])("%s", (_why, place, known, institutionId, id) => {
    expect(findKnownPlace(place, known, institutionId)).toBe(id);
  });
});
