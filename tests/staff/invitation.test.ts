import { beforeEach, describe, expect, it } from "vitest";
import { deepLink, parseDeepLink } from "../../bot/doors/telegram/screen/deep-links.ts";
import { newInvitationCode } from "../../bot/staff/invitation.ts";
import {
  acceptInvitation,
  findOpenInvitations,
  invite,
  type NewInvitation,
  withdrawInvitation,
} from "../../bot/staff/invitation-store.ts";
import { type Role, roles } from "../../bot/staff/permissions.ts";
import { testDatabase } from "../support/database.ts";
import { courseRow, groupRow } from "../support/factories/course.ts";
import { hire, rolesOf } from "./staff.ts";

const { database } = await testDatabase();
const now = new Date("2026-11-20T14:30:00Z");
const later = (days: number) => new Date(now.getTime() + days * 24 * 3_600_000);
const [owner, admin, guest, another] = [1, 2, 3, 4];

beforeEach(async () => {
  await database.person.deleteMany();
  await database.invitation.deleteMany();
  await database.auditEntry.deleteMany();
  await hire(database, owner, "owner");
  await hire(database, admin, "admin");
  await hire(database, guest);
  await hire(database, another);
});

const offer = (role: Role, more: Partial<NewInvitation> = {}): NewInvitation => ({
  role,
  institutionId: null,
  groupId: null,
  days: 1,
  ...more,
});

async function codeBy(by: number, role: Role): Promise<string> {
  const made = await invite(database, { by, now }, offer(role));
  if (made.kind !== "done") throw new Error(`${by} may not invite a ${role}`);
  return made.value;
}

const accept = (code: string, personId = guest, at = now) => acceptInvitation(database, { code, personId, now: at });

describe("a link", () => {
  it("has 192 random bits and fits a start payload", () => {
    const codes = Array.from({ length: 50 }, newInvitationCode);
    expect(new Set(codes).size).toBe(50);
    for (const code of codes) {
      const payload = new URL(deepLink("ishek_bot", { kind: "invitation", code })).searchParams.get("start") ?? "";
      expect(payload).toMatch(/^[A-Za-z0-9_-]{1,64}$/);
      expect(parseDeepLink(payload)).toEqual({ kind: "invitation", code });
    }
  });

  it.each(["", "i_", "i_short", `i_${"x".repeat(33)}`, `i_${"é".repeat(32)}`])("is not “%s”", (payload) => {
    expect(parseDeepLink(payload)).toBeUndefined();
  });

  it("gives the role once, and the log says by whom", async () => {
    const code = await codeBy(admin, "moderator");
    expect(await accept(code)).toEqual({ kind: "accepted", role: "moderator" });
    expect(await rolesOf(database, guest)).toEqual(["moderator"]);
    expect(await accept(code, another)).toEqual({ kind: "used" });
    expect(await rolesOf(database, another)).toEqual([]);
    expect(await database.auditEntry.findMany({ orderBy: { id: "asc" } })).toMatchObject([
      { action: "staff.manage.invite", personId: BigInt(admin), after: { role: "moderator" } },
      { action: "staff.manage.accept", personId: BigInt(guest), after: { invitedBy: admin } },
    ]);
  });

  it("makes one of two people staff who take it at once", async () => {
    for (let round = 0; round < 10; round += 1) {
      await database.staffRole.deleteMany({ where: { role: "moderator" } });
      const code = await codeBy(owner, "moderator");
      const outcomes = await Promise.all([accept(code), accept(code, another), accept(code), accept(code, another)]);
      expect(outcomes.filter(({ kind }) => kind === "accepted")).toHaveLength(1);
      expect(await database.staffRole.count({ where: { role: "moderator" } })).toBe(1);
    }
  });

  it("runs out", async () => {
    const code = await codeBy(owner, "moderator");
    expect(await accept(code, guest, later(1))).toEqual({ kind: "expired" });
    expect(await accept(code, guest, new Date(later(1).getTime() - 1))).toMatchObject({ kind: "accepted" });
  });

  it("is not for its maker, nor used up by whoever has the role already", async () => {
    const code = await codeBy(owner, "admin");
    expect(await accept(code, owner)).toEqual({ kind: "own" });
    expect(await accept(code, admin)).toEqual({ kind: "already" });
    expect(await accept(code, guest)).toMatchObject({ kind: "accepted" });
  });

  it("is worth nothing once withdrawn, and neither is a made-up one", async () => {
    const code = await codeBy(owner, "moderator");
    const [open] = await findOpenInvitations(database, "ru", now);
    expect(await withdrawInvitation(database, { by: admin, now }, open?.handle ?? "")).toEqual({ kind: "withdrawn" });
    expect(await accept(code)).toEqual({ kind: "unknown" });
    expect(await accept(newInvitationCode())).toEqual({ kind: "unknown" });
    expect(await withdrawInvitation(database, { by: admin, now }, "________")).toEqual({ kind: "gone" });
  });

  it("is worth nothing once its maker may not give the role any more", async () => {
    const code = await codeBy(admin, "moderator");
    await database.staffRole.deleteMany({ where: { personId: admin } });
    expect(await accept(code)).toEqual({ kind: "inviter gone" });
    expect(await rolesOf(database, guest)).toEqual([]);
  });

  it("names itself to colleagues without giving itself away", async () => {
    const code = await codeBy(owner, "owner");
    const shown = JSON.stringify(await findOpenInvitations(database, "ru", now));
    const logged = JSON.stringify(await database.auditEntry.findMany({ select: { subject: true, after: true } }));
    expect(shown).not.toContain(code);
    expect(logged).not.toContain(code);
  });

  it("gives a teacher their group", async () => {
    const { id: courseId } = await database.course.create({ data: courseRow(now, {}) });
    const { id: groupId } = await database.group.create({ data: groupRow(now, { courseId }) });
    const made = await invite(database, { by: owner, now }, offer("teacher", { groupId }));
    await accept(made.kind === "done" ? made.value : "");
    expect(await database.group.findUnique({ where: { id: groupId } })).toMatchObject({ teacherId: BigInt(guest) });
  });

  it("takes no group away from who teaches it by now", async () => {
    const { id: courseId } = await database.course.create({ data: courseRow(now, {}) });
    const { id: groupId } = await database.group.create({ data: groupRow(now, { courseId }) });
    const made = await invite(database, { by: owner, now }, offer("teacher", { groupId }));
    await database.group.update({ where: { id: groupId }, data: { teacherId: another } });
    expect(await accept(made.kind === "done" ? made.value : "")).toEqual({ kind: "accepted", role: "teacher" });
    expect(await database.group.findUnique({ where: { id: groupId } })).toMatchObject({ teacherId: BigInt(another) });
  });
});

describe.each(roles)("inviting as %s", (role) => {
  it.each(roles)("a new %s", async (given) => {
    const inviter = await hire(database, 9, role);
    const mayGive = role === "owner" || (role === "admin" && given !== "owner" && given !== "admin");
    const made = await invite(database, { by: inviter, now }, offer(given));
    expect(made.kind).toBe(mayGive ? "done" : "forbidden");
    expect(await database.invitation.count()).toBe(mayGive ? 1 : 0);
  });
});
