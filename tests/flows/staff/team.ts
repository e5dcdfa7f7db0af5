import type { Role } from "../../../bot/staff/permissions.ts";
import type { Person } from "../../../playground/people/person.ts";
import { idOf } from "../../support/addresses.ts";
import type { TestCity } from "../../support/city.ts";
import { roleRow } from "../../support/factories/person.ts";

let count = 0;

/** Somebody new who has said hello, with these roles. */
export async function colleague(city: TestCity, languageCode: string, ...roles: Role[]): Promise<Person> {
  count += 1;
  const person = city.telegram.person(`Коллега ${count}`, { languageCode });
  await person.says("/start");
  const personId = await idOf(city.services.database, person);
  for (const role of roles) {
    await city.services.database.staffRole.create({ data: roleRow(city.clock.now(), { personId, role }) });
  }
  return person;
}

/** Takes all roles back, as another owner would meanwhile. */
export async function fire({ services: { database } }: TestCity, person: Person): Promise<void> {
  await database.staffRole.deleteMany({ where: { personId: await idOf(database, person) } });
}
