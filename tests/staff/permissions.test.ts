import { describe, expect, it } from "vitest";
import { actAs, note } from "../../bot/staff/act-store.ts";
import {
  type Action,
  may,
  permissions,
  type Role,
  rightToGive,
  roles,
  type Target,
} from "../../bot/staff/permissions.ts";
import { testDatabase } from "../support/database.ts";
import { personRow, roleRow } from "../support/factories/person.ts";

/**
 * Who may do what, written out by hand beside the table: "own" is only to one's own institution or groups. A change of
 * a right has to be made here as well.
 */
const expected: Record<Action, Partial<Record<Role, "all" | "own">>> = {
  "programme.edit": { owner: "all", admin: "all", editor: "own" },
  "institutions.manage": { owner: "all", admin: "all" },
  "institutions.edit": { owner: "all", admin: "all", editor: "own" },
  "places.edit": { owner: "all", admin: "all", editor: "own" },
  "programme.import": { owner: "all", admin: "all", editor: "own" },
  "feeds.manage": { owner: "all", admin: "all", editor: "own" },
  "collections.edit": { owner: "all", admin: "all", editor: "own" },
  "articles.edit": { owner: "all", admin: "all", editor: "own" },
  "classes.edit": { owner: "all", admin: "all" },
  "classes.teach": { owner: "all", admin: "all", teacher: "own" },
  "threads.answer": { owner: "all", admin: "all", moderator: "all", teacher: "own" },
  "wishes.answer": { owner: "all", admin: "all", moderator: "all", editor: "all" },
  "questions.guide": { owner: "all", admin: "all", moderator: "all", editor: "own" },
  "ideas.manage": { owner: "all", admin: "all", moderator: "all", editor: "all" },
  "comments.moderate": { owner: "all", admin: "all", moderator: "all" },
  "comments.answer": { owner: "all", admin: "all", editor: "own" },
  "votes.manage": { owner: "all", admin: "all", moderator: "all" },
  "announcements.send": { owner: "all", admin: "all" },
  "numbers.read": { owner: "all", admin: "all", editor: "all", moderator: "all" },
  "staff.manage": { owner: "all", admin: "all" },
  "staff.manage_admins": { owner: "all" },
  "audit.read": { owner: "all" },
};

const by = 7;
const [own, other] = [1, 2];

/** What something can be done to, and whether it is one's own. */
const targets: { name: string; target: Target; owners: Role[] }[] = [
  { name: "an event of one's own institution", target: { institutionId: own }, owners: ["editor"] },
  { name: "an event of another institution", target: { institutionId: other }, owners: [] },
  { name: "an event of no institution", target: { institutionId: null }, owners: [] },
  { name: "one's own group", target: { teacherId: by }, owners: ["teacher"] },
  { name: "another's group", target: { teacherId: 8 }, owners: [] },
  { name: "a group of nobody", target: { teacherId: null }, owners: [] },
  { name: "something else", target: {}, owners: [] },
];

const actions = Object.keys(permissions) as Action[];
const table = roles.flatMap((role) =>
  actions.flatMap((action) =>
    targets.map(({ name, target, owners }) => {
      const reach = expected[action][role];
      return { role, action, name, target, allowed: reach === "all" || (reach === "own" && owners.includes(role)) };
    }),
  ),
);

const grantOf = (role: Role) => ({ role, institutionId: role === "editor" ? own : null });

it("knows every action, and no other", () => {
  expect(Object.keys(expected).toSorted()).toEqual(actions.toSorted());
});

describe("the rule", () => {
  it.each(table)("$role, $action on $name: $allowed", ({ role, action, target, allowed }) => {
    expect(may({ personId: by, grants: [grantOf(role)] }, action, target)).toBe(allowed);
  });

  it.each(actions)("%s is nobody's who has no role", (action) => {
    expect(may({ personId: by, grants: [] }, action)).toBe(false);
    for (const { target } of targets) expect(may({ personId: by, grants: [] }, action, target)).toBe(false);
  });

  it.each(table)("$role sees $action as a section if there is anything to do it to", ({ role, action }) => {
    expect(may({ personId: by, grants: [grantOf(role)] }, action)).toBe(expected[action][role] !== undefined);
  });

  it("lets an editor of every institution edit any event", () => {
    const staff = { personId: by, grants: [{ role: "editor" as const, institutionId: null }] };
    expect(may(staff, "programme.edit", { institutionId: other })).toBe(true);
    expect(may(staff, "programme.edit", { institutionId: null })).toBe(true);
  });

  it("leaves it to owners to give and take owners and admins", () => {
    expect(roles.filter((role) => rightToGive(role) === "staff.manage_admins")).toEqual(["owner", "admin"]);
  });
});

describe("actAs, on the database", async () => {
  const { database } = await testDatabase();
  const now = new Date("2026-11-20T14:30:00Z");
  await database.institution.createMany({ data: [{ id: own }, { id: other }] });
  await database.person.create({ data: personRow(now, { id: by }) });

  const holds = async (role: Role) => {
    await database.staffRole.deleteMany();
    await database.staffRole.create({ data: roleRow(now, { personId: by, ...grantOf(role) }) });
  };
  const trace = () => database.auditEntry.count();
  const mark = (action: Action, target?: Target) =>
    actAs(database, { by, now }, { action, ...(target && { target }) }, (_, audit) => audit({ subject: "event:1" }));

  describe.each(roles)("%s", (role) => {
    it.each(actions)("writes %s exactly where the table says so", async (action) => {
      await holds(role);
      for (const { name, target, allowed } of table.filter((row) => row.role === role && row.action === action)) {
        const before = await trace();
        const acted = await mark(action, target);
        expect(acted.kind, name).toBe(allowed ? "done" : "forbidden");
        expect(await trace(), name).toBe(before + (allowed ? 1 : 0));
      }
    });
  });

  it.each(actions)("lets nobody write %s who has no role", async (action) => {
    await database.staffRole.deleteMany();
    const before = await trace();
    expect(await mark(action)).toEqual({ kind: "forbidden" });
    for (const { target } of targets) expect(await mark(action, target)).toEqual({ kind: "forbidden" });
    expect(await trace()).toBe(before);
  });

  it("forbids what is done to something that does not exist", async () => {
    await holds("owner");
    const acted = await actAs(
      database,
      { by, now },
      { action: "programme.edit", target: async () => null },
      async () => 1,
    );
    expect(acted).toEqual({ kind: "forbidden" });
  });

  it("writes nothing, and no line of the log, when the work fails", async () => {
    await holds("owner");
    const before = await trace();
    const failing = actAs(database, { by, now }, { action: "programme.edit" }, async (tx, audit) => {
      await tx.institution.create({ data: { id: 99 } });
      await audit({ subject: "institution:99" });
      throw new Error("the network is gone");
    });
    await expect(failing).rejects.toThrow("the network is gone");
    expect(await database.institution.count({ where: { id: 99 } })).toBe(0);
    expect(await trace()).toBe(before);
  });

  it("makes whoever takes a role back wait until what is being written is written", async () => {
    await holds("admin");
    const order: string[] = [];
    let taking: Promise<unknown> = Promise.resolve();
    await actAs(database, { by, now }, { action: "programme.edit" }, async (tx) => {
      taking = database.staffRole.deleteMany().then(() => order.push("taken"));
      await tx.$queryRaw`SELECT 1`;
      order.push("written");
    });
    await taking;
    expect(order).toEqual(["written", "taken"]);
    expect(await mark("programme.edit")).toEqual({ kind: "forbidden" });
  });

  it("keeps what somebody erased did, without them, and none of their roles", async () => {
    await holds("owner");
    const id = await note(database, { personId: by, at: now, action: "staff.manage", subject: "person:8" });
    await database.person.delete({ where: { id: by } });
    expect(await database.staffRole.count()).toBe(0);
    expect(await database.auditEntry.findUnique({ where: { id } })).toMatchObject({ personId: null });
  });
});
