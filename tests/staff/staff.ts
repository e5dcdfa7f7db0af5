import type { Database } from "../../bot/database/database.ts";
import type { Role } from "../../bot/staff/permissions.ts";
import { evening } from "../support/evening.ts";
import { personRow, roleRow } from "../support/factories/person.ts";

/** Makes somebody known, with these roles; an editor is one of every institution. Returns their id. */
export async function hire(database: Database, id: number, ...roles: Role[]): Promise<number> {
  await database.person.upsert({
    where: { id },
    create: personRow(evening.now, { id, firstName: `Человек ${id}` }),
    update: {},
  });
  for (const role of roles) await database.staffRole.create({ data: roleRow(evening.now, { personId: id, role }) });
  return id;
}

/** Somebody's roles by name. */
export async function rolesOf(database: Database, id: number): Promise<Role[]> {
  const held = await database.staffRole.findMany({ where: { personId: id }, orderBy: { role: "asc" } });
  return held.map(({ role }) => role);
}
