import { beforeAll, expect, it } from "vitest";
import {
  createPlace,
  findInstitutions,
  findKnownNames,
  findPlaces,
} from "../../../bot/programme/editing/name-store.ts";
import { rankName } from "../../../bot/programme/editing/rank-names.ts";
import { testDatabase } from "../../support/database.ts";
import { nobody, openHouse, operaEditor } from "./staff.ts";

const { database } = await testDatabase();
beforeAll(async () => {
  await openHouse(database);
});

it.each([
  ["Старый причал", "старый причал", 0],
  ["Старый причал", "стар", 1],
  ["Старый причал", "прич", 2],
  ["Старый причал", "прич стар", 3],
  ["Старый причал", "старый пречал", 3],
  ["Әкият", "экият", 3],
  ["Старый причал", "музей", undefined],
  ["Старый причал", " ", undefined],
])("%s is called by %j with rank %s", (known, typed, rank) => {
  expect(rankName(typed, known)).toBe(rank);
});

it("finds places and institutions by a name in any language, said in the reader's", async () => {
  const texts = { ru: { title: "Старый причал", address: "Речная, 3" }, en: { title: "Old Pier" } };
  const made = await createPlace(database, operaEditor, { texts, latitude: 55.79, longitude: 49.12 });
  const placeId = made.kind === "done" ? made.value.placeId : 0;
  expect(await findPlaces(database, "причал", "en", 5)).toEqual([
    { id: placeId, name: "Old Pier", address: "Речная, 3" },
  ]);
  expect(await findPlaces(database, "old", "ru", 5)).toEqual([
    { id: placeId, name: "Старый причал", address: "Речная, 3" },
  ]);
  expect((await findInstitutions(database, "опер", "ru", 5)).map(({ name }) => name)).toEqual(["Оперный театр"]);
  expect((await findKnownNames(database)).places.find(({ id }) => id === placeId)?.names).toHaveLength(2);
});

it("lets nobody make a place who edits nothing", async () => {
  expect(await createPlace(database, nobody, { texts: { ru: { title: "Нигде" } } })).toEqual({ kind: "forbidden" });
});
