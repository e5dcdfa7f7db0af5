import { beforeAll, expect, it } from "vitest";
import {
  createInstitution,
  findInstitution,
  placeInstitution,
  setInstitutionWords,
} from "../../../bot/programme/editing/institution-store.ts";
import { findPlaces } from "../../../bot/programme/editing/name-store.ts";
import { saveEvent } from "../../../bot/programme/save-store.ts";
import { testDatabase } from "../../support/database.ts";
import { admin, type House, nobody, now, openHouse, operaEditor, timeZone } from "./staff.ts";

const { database } = await testDatabase();
let house: House;
beforeAll(async () => {
  house = await openHouse(database);
});

const kremlin = { latitude: 55.7986, longitude: 49.1064 };
const lastEntry = () => database.auditEntry.findFirst({ orderBy: { id: "desc" } });

async function theatre(name: string): Promise<number> {
  const texts = { ru: { name, address: "Театральная, 1" }, en: { name: `${name} (en)`, address: null } };
  const made = await createInstitution(database, admin, { texts, position: kremlin });
  if (made.kind !== "done") throw new Error("an admin may");
  return made.value.institutionId;
}

it("makes an institution whose home is a place that dates can be at", async () => {
  const id = await theatre("Кукольный театр");
  expect(await findInstitution(database, id)).toEqual({
    id,
    texts: {
      ru: { name: "Кукольный театр", address: "Театральная, 1" },
      en: { name: "Кукольный театр (en)", address: null },
    },
    position: kremlin,
    hours: null,
    about: {},
    events: 0,
  });
  expect(await findPlaces(database, "кукольный", "ru", 1)).toMatchObject([
    { name: "Кукольный театр", address: "Театральная, 1" },
  ]);
  expect(await lastEntry()).toMatchObject({ action: "institutions.manage.create", subject: `institution:${id}` });
});

it("gives no home to one of which nothing but the name is known", async () => {
  const made = await createInstitution(database, admin, { texts: { tt: { name: "Яңа театр", address: null } } });
  const id = made.kind === "done" ? made.value.institutionId : 0;
  expect(await database.institution.findUnique({ where: { id } })).toMatchObject({ placeId: null });
});

it("lets editors write the words of their own, and nothing else", async () => {
  const words = { name: "Театр оперы", address: "Площадь, 2" };
  const set = (institutionId: number) =>
    setInstitutionWords(database, operaEditor, institutionId, { language: "ru", words });
  expect(await set(house.opera)).toMatchObject({ kind: "done" });
  expect(await lastEntry()).toMatchObject({
    action: "institutions.edit.texts",
    before: { ru: { name: "Оперный театр", address: null } },
    after: { ru: words },
  });
  expect(await set(house.museum)).toEqual({ kind: "forbidden" });
  expect(await set(9_999)).toEqual({ kind: "forbidden" });
  expect(await placeInstitution(database, operaEditor, house.opera, kremlin)).toEqual({ kind: "forbidden" });
  expect(await createInstitution(database, operaEditor, { texts: { ru: words } })).toEqual({ kind: "forbidden" });
  expect(await setInstitutionWords(database, nobody, house.opera, { language: "ru", words })).toEqual({
    kind: "forbidden",
  });
  expect((await findInstitution(database, house.opera))?.texts).toEqual({ ru: words });
});

it("renames the home as well, keeps its other addresses, and moves it on the map", async () => {
  const id = await theatre("Старый театр");
  await setInstitutionWords(database, admin, id, { language: "en", words: { name: "New Theatre", address: null } });
  await placeInstitution(database, admin, id, { latitude: 55.8, longitude: 49.2 });
  const home = await database.place.findFirst({ where: { institution: { id } }, include: { texts: true } });
  expect(home).toMatchObject({ latitude: 55.8, longitude: 49.2 });
  const texts = home?.texts.map(({ language, title, address }) => [language, title, address]);
  expect(texts?.toSorted()).toEqual([
    ["en", "New Theatre", null],
    ["ru", "Старый театр", "Театральная, 1"],
  ]);
});

it("is found by its new name at once, which the next import leaves as it is", async () => {
  const save = (fingerprint: string) =>
    saveEvent(
      database,
      {
        institution: { origin: "test:philharmonic", names: { ru: "Филармония", tt: "Филармония" } },
        section: "music",
        attendanceMode: "online",
        isFree: true,
        texts: { ru: { title: "Вечер" } },
        occurrences: [{ startsAt: new Date("2026-12-05T15:30:00Z") }],
      },
      { source: "test", recordId: "evening", fingerprint },
      { now, timeZone },
    );
  const { eventId } = await save("1");
  const { id } = await database.institution.findUniqueOrThrow({ where: { origin: "test:philharmonic" } });
  const words = { name: "Соловьиный дом", address: null };
  await setInstitutionWords(database, admin, id, { language: "ru", words });
  expect(
    await database.$queryRaw`SELECT "eventId" FROM "EventSearch"
    WHERE "document" @@ plainto_tsquery('russian', 'соловьиный')`,
  ).toEqual([{ eventId }]);
  await save("2");
  expect((await findInstitution(database, id))?.texts).toMatchObject({
    ru: { name: "Соловьиный дом" },
    tt: { name: "Филармония" },
  });
});
