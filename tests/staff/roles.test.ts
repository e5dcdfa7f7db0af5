import { beforeEach, describe, expect, it } from "vitest";
import { findPersonId } from "../../bot/people/address-store.ts";
import { actAs } from "../../bot/staff/act-store.ts";
import { syncOwners } from "../../bot/staff/owner-store.ts";
import type { Role } from "../../bot/staff/permissions.ts";
import { findMembers, giveBack, takeRole } from "../../bot/staff/role-store.ts";
import { beside } from "../support/addresses.ts";
import { testDatabase } from "../support/database.ts";
import { hire, rolesOf } from "./staff.ts";

const { database } = await testDatabase();
const now = new Date("2026-11-20T14:30:00Z");
const [owner, another, admin, moderator] = [1, 2, 3, 4];

beforeEach(async () => {
  await database.person.deleteMany();
  await database.auditEntry.deleteMany();
  await hire(database, owner, "owner");
  await hire(database, another, "owner");
  await hire(database, admin, "admin");
  await hire(database, moderator, "moderator", "editor");
});

async function take(by: number, from: number, role: Role) {
  const held = await database.staffRole.findFirstOrThrow({ where: { personId: from, role } });
  return takeRole(database, { by, now }, held.id);
}

describe("taking a role back", () => {
  it("is undone by whoever did it, within an hour", async () => {
    const taken = await take(admin, moderator, "moderator");
    expect(taken).toMatchObject({ kind: "taken", hasOthers: true });
    expect(await rolesOf(database, moderator)).toEqual(["editor"]);
    const entryId = taken.kind === "taken" ? taken.entryId : 0;
    expect(await giveBack(database, { by: owner, now }, entryId)).toEqual({ kind: "too late" });
    const tooLate = new Date(now.getTime() + 3_600_000);
    expect(await giveBack(database, { by: admin, now: tooLate }, entryId)).toEqual({ kind: "too late" });
    expect(await giveBack(database, { by: admin, now }, entryId)).toEqual({ kind: "given", personId: moderator });
    expect(await giveBack(database, { by: admin, now }, entryId)).toEqual({ kind: "given", personId: moderator });
    expect(await rolesOf(database, moderator)).toEqual(["editor", "moderator"]);
    const log = await database.auditEntry.findMany({ orderBy: { id: "asc" } });
    expect(log.map(({ action }) => action)).toEqual(["staff.manage.take", "staff.manage.give_back"]);
  });

  it("of an owner or admin is an owner's", async () => {
    expect(await take(admin, owner, "owner")).toEqual({ kind: "forbidden" });
    expect(await take(admin, admin, "admin")).toEqual({ kind: "forbidden" });
    expect(await take(owner, admin, "admin")).toMatchObject({ kind: "taken", hasOthers: false });
    expect(await take(owner, another, "owner")).toMatchObject({ kind: "taken" });
  });

  it("never takes one's own role of owner, and so never the last one", async () => {
    expect(await take(owner, owner, "owner")).toEqual({ kind: "own owner" });
  });

  it("leaves one owner when two take each other's at once", async () => {
    const outcomes = await Promise.all([take(owner, another, "owner"), take(another, owner, "owner")]);
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(["forbidden", "taken"]);
    expect(await database.staffRole.count({ where: { role: "owner" } })).toBe(1);
  });

  it("leaves one owner even when both have got as far as taking: the database ends one, whose right is gone then", async () => {
    let arrived = 0;
    const both = Promise.withResolvers<void>();
    const takes = (by: number, from: number) =>
      actAs(database, { by, now }, { action: "staff.manage_admins" }, async (tx) => {
        arrived += 1;
        if (arrived === 2) both.resolve();
        await both.promise;
        await tx.staffRole.deleteMany({ where: { personId: from } });
      });
    const outcomes = await Promise.all([takes(owner, another), takes(another, owner)]);
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(["done", "forbidden"]);
    expect(await database.staffRole.count({ where: { role: "owner" } })).toBe(1);
  });

  it("twice says that it is gone", async () => {
    const { id } = await database.staffRole.findFirstOrThrow({ where: { personId: admin } });
    await takeRole(database, { by: owner, now }, id);
    expect(await takeRole(database, { by: owner, now }, id)).toEqual({ kind: "gone" });
  });
});

describe("OWNER_IDS", () => {
  const at = (externalId: number) => ({ door: "telegram" as const, externalId: String(externalId) });
  const sync = (...externalIds: number[]) => syncOwners(database, { owners: externalIds.map(at), language: "tt", now });
  /** What the bot calls somebody whom OWNER_IDS names so. */
  const whoIs = async (externalId: number) => (await findPersonId(database, at(externalId))) ?? 0;

  it("makes owners of people known and unknown, once", async () => {
    await sync(admin + beside, 77, 77);
    await sync(admin + beside, 77);
    expect(await rolesOf(database, admin)).toEqual(["owner", "admin"]);
    const id = await whoIs(77);
    expect(id).toBeGreaterThanOrEqual(2 ** 52);
    expect(await database.person.findUnique({ where: { id } })).toMatchObject({
      ...{ firstName: "telegram:77", language: "tt" },
    });
    expect(await database.auditEntry.findMany()).toMatchObject([
      { action: "command.grant", personId: null, subject: `person:${admin}` },
      { action: "command.grant", personId: null, subject: `person:${id}` },
    ]);
  });

  it("takes the role from whoever is struck off, and from nobody else", async () => {
    await sync(77, owner + beside);
    await sync();
    expect(await rolesOf(database, await whoIs(77))).toEqual([]);
    expect(await rolesOf(database, owner)).toEqual(["owner"]);
  });

  it("are changed by the operator alone", async () => {
    await sync(77);
    expect(await take(owner, await whoIs(77), "owner")).toEqual({ kind: "from environment" });
  });

  it("may be read by several instances at once", async () => {
    await Promise.all([sync(77, 78), sync(78, 77), sync(77, 78)]);
    expect(await database.staffRole.count({ where: { personId: { in: [await whoIs(77), await whoIs(78)] } } })).toBe(2);
  });
});

it("staff is listed by page, owners first", async () => {
  for (let id = 10; id < 15; id += 1) await hire(database, id, "teacher");
  const first = await findMembers(database, { page: 0, language: "ru" });
  const second = await findMembers(database, { page: 1, language: "ru" });
  expect(first.total).toBe(9);
  expect(first.rows.map(({ personId }) => personId)).toEqual([owner, another, admin, moderator, 10, 11]);
  expect(second.rows.map(({ personId }) => personId)).toEqual([12, 13, 14]);
  expect(first.rows[3]?.roles.map(({ role }) => role)).toEqual(["editor", "moderator"]);
});
