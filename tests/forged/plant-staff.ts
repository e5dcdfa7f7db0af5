import type { Database } from "../../bot/database/database.ts";
import type { Owners, Things } from "./things.ts";

const hour = 3_600_000;

/** Plants secrets in what the staff keeps for itself. */
export async function plantStaff(
  database: Database,
  { admin, resident, said }: Owners & { said: string },
  now: Date,
): Promise<Pick<Things, "a" | "r" | "u" | "p" | "h">> {
  const id = BigInt(admin);
  await database.person.update({ where: { id }, data: { firstName: `${said} admin` } });
  const role = await database.staffRole.create({
    data: { personId: id, role: "owner", origin: "command", grantedAt: now },
  });
  const a: number[] = [];
  for (const state of ["draft", "proposed"] as const) {
    const content = { kind: "text", text: `${said} ${state} announcement`, entities: [] };
    const announcement = await database.announcement.create({
      data: {
        ...{ state, authorId: id, createdAt: now, audience: { kind: "people", only: [], except: [] } },
        ...(state === "proposed" ? { confirmedBy: id } : {}),
        texts: { create: { language: "ru", content } },
      },
    });
    a.push(announcement.id);
  }
  const code = "CANARYinvitation".padEnd(32, "x");
  await database.invitation.create({
    data: { code, role: "admin", invitedBy: id, createdAt: now, expiresAt: new Date(now.getTime() + 99 * hour) },
  });
  const entry = await database.auditEntry.create({
    data: {
      ...{ at: now, personId: id, action: "staff.manage.take", subject: `person:${resident}` },
      before: { role: "editor", note: `${said} in the log` },
    },
  });
  return { a, r: [role.id], u: [Number(entry.id)], p: [admin, resident], h: [code.slice(0, 8)] };
}
