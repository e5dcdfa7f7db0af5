import type { Database } from "../../../bot/database/database.ts";
import type { NewEvent } from "../../../bot/programme/editing/create-event-store.ts";
import { personRow, roleRow } from "../../support/factories/person.ts";

export const now = new Date("2026-11-20T12:00:00Z");
export const timeZone = "Europe/Moscow";
export const admin = { by: 1, now };
export const otherAdmin = { by: 2, now };
export const operaEditor = { by: 3, now };
export const nobody = { by: 4, now };
export const reader = 5;

export interface House {
  opera: number;
  museum: number;
  stage: number;
  garden: number;
}

/** Two institutions with a place each, two admins, an editor of the opera, and people who are not staff. */
export async function openHouse(database: Database): Promise<House> {
  const institution = (name: string) =>
    database.institution.create({ data: { texts: { create: { language: "ru", name } } } });
  const place = (title: string) => database.place.create({ data: { texts: { create: { language: "ru", title } } } });
  const [opera, museum] = [await institution("Оперный театр"), await institution("Музей города")];
  const [stage, garden] = [await place("Большая сцена"), await place("Летний сад")];
  for (const id of [1, 2, 3, 4, 5]) await database.person.create({ data: personRow(now, { id }) });
  await database.staffRole.createMany({
    data: [
      roleRow(now, { personId: 1, role: "admin" }),
      roleRow(now, { personId: 2, role: "admin" }),
      roleRow(now, { personId: 3, role: "editor", institutionId: opera.id }),
    ],
  });
  return { opera: opera.id, museum: museum.id, stage: stage.id, garden: garden.id };
}

/** A concert on two evenings of December. */
export function concert({ opera, stage }: House, changes: Partial<NewEvent> = {}): NewEvent {
  return {
    institutionId: opera,
    section: "music",
    attendanceMode: "on_site",
    texts: { ru: { title: "Зимняя рапсодия" } },
    occurrences: [
      { startsAt: new Date("2026-12-05T15:30:00Z"), placeId: stage },
      { startsAt: new Date("2026-12-06T15:30:00Z"), placeId: stage },
    ],
    isFree: false,
    priceMin: 500,
    ...changes,
  };
}
