import type { DoorName, PageDoor } from "./door.ts";

/** Somebody of the page, with their ids at the messengers that they have. People of one name at two messengers are one. */
export interface PagePerson {
  name: string;
  language: string;
  ids: Partial<Record<DoorName, number>>;
}

/** Everybody there is, those of the first messenger first. */
export function listPeople(doors: readonly PageDoor[]): PagePerson[] {
  const people: PagePerson[] = [];
  for (const { name: door, visitors } of doors) {
    for (const { id, name, language } of visitors) {
      const known = people.find((each) => each.name === name && each.ids[door] === undefined);
      if (known) known.ids[door] = id;
      else people.push({ name, language, ids: { [door]: id } });
    }
  }
  return people;
}
