import { actAs } from "../../bot/staff/act-store.ts";
import {
  findAudit,
  findAuditEntries,
  findAuditEntry,
  findAudited,
  findAuditFilters,
} from "../../bot/staff/audit/audit-store.ts";
import { findGroupsWithoutTeacher } from "../../bot/staff/choices-store.ts";
import {
  acceptInvitation,
  findInvitation,
  findOpenInvitations,
  invite,
  withdrawInvitation,
} from "../../bot/staff/invitation-store.ts";
import { findInstitutionName } from "../../bot/staff/name-store.ts";
import { grantByCommand, syncOwners, takeAllByCommand } from "../../bot/staff/owner-store.ts";
import { findMembers, moveRole, takeRole } from "../../bot/staff/role-store.ts";
import { type Calls, now, zone } from "./stage.ts";

const account = { door: "telegram", externalId: "1" } as const;

export const staff: Calls = {
  "staff/act-store.ts": (database, { owner }) =>
    actAs(database, { by: owner, now }, { action: "audit.read" }, async (_, audit) =>
      audit({ subject: "person:1", verb: "look" }),
    ),
  "staff/audit/audit-store.ts": async (database, { owner }) => {
    await findAudit(database, { filter: { kind: "person", personId: owner }, page: 0, language: "ru", zone });
    await findAuditEntries(database, {
      filter: { kind: "days", first: "2026-11-01", last: "2026-11-30" },
      language: "ru",
      zone,
    });
    await findAuditEntry(database, 1, "ru");
    await findAuditFilters(database);
    await findAudited(database, "концерт", "ru");
  },
  "staff/choices-store.ts": async (database) => {
    await findGroupsWithoutTeacher(database, "ru");
  },
  "staff/invitation-store.ts": async (database, { owner, learner, institution }) => {
    const actor = { by: owner, now };
    await invite(database, actor, { role: "editor", institutionId: institution, groupId: null, days: 7 });
    const { code } = await database.invitation.findFirstOrThrow({ where: { usedAt: null, invitedBy: BigInt(owner) } });
    await findInvitation(database, code, "ru");
    await findOpenInvitations(database, "ru", now);
    await acceptInvitation(database, { code, personId: learner, now });
    await withdrawInvitation(database, actor, code.slice(0, 8));
  },
  "staff/name-store.ts": (database, { institution }) => findInstitutionName(database, institution, "ru"),
  "staff/owner-store.ts": async (database) => {
    await syncOwners(database, { owners: [account], language: "ru", now });
    await grantByCommand(database, { account, role: "admin", institutionId: null, language: "ru", now });
    await takeAllByCommand(database, { account, now });
  },
  "staff/role-store.ts": async (database, { owner }) => {
    // Behind the last page the whole is counted apart.
    for (const page of [0, 99]) await findMembers(database, { page, language: "ru" });
    await grantByCommand(database, { account, role: "admin", institutionId: null, language: "ru", now });
    const { id } = await database.staffRole.findFirstOrThrow({ where: { role: "admin", origin: "command" } });
    await moveRole(database, { by: owner, now }, { roleId: id, institutionId: null });
    await takeRole(database, { by: owner, now }, id);
  },
};
