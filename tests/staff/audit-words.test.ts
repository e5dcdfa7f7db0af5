import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { auditSubjects, auditVerbs, formatAction, formatAuditEntry } from "../../bot/staff/audit/audit-words.ts";
import { changedFields } from "../../bot/staff/audit/changed-fields.ts";
import { permissions } from "../../bot/staff/permissions.ts";
import { en, ru } from "../words/words.ts";

describe("what changed", () => {
  it("is told leaf by leaf, without what stayed", () => {
    const before = { title: "A", texts: { ru: { title: "А", body: null } }, days: [1, 2], isFree: true };
    const after = { title: "B", texts: { ru: { title: "А", body: "…" } }, days: [1, 3], isFree: true };
    expect(changedFields(before, after)).toEqual([
      { name: "title", path: "title", before: "A", after: "B" },
      { name: "body", path: "texts.ru.body", before: null, after: "…" },
      { name: "days", path: "days", before: [1, 2], after: [1, 3] },
    ]);
  });

  it("has one side where something was made or taken away", () => {
    expect(changedFields(null, { role: "admin" })).toEqual([
      { name: "role", path: "role", before: undefined, after: "admin" },
    ]);
    expect(changedFields({ role: "admin" }, null)).toMatchObject([{ before: "admin", after: undefined }]);
    expect(changedFields(null, null)).toEqual([]);
  });
});

describe("an action", () => {
  it.each(Object.keys(permissions))("%s has a name", (action) => {
    expect(formatAction(action, en)).not.toBe(action);
    expect(formatAction(`${action}.move`, en)).toMatch(/: moved$/);
  });

  it("that nobody knows stands as it is", () => {
    expect(formatAction("something.new", en)).toBe("something.new");
    expect(formatAction("programme.edit.juggle", en)).toBe("Programme: juggle");
  });
});

it("a role is called by its name, not by the word of the database", () => {
  const line = { id: 1, personId: 1, name: "Alsu", subject: "person:2", title: null, at: new Date(0) };
  const entry = { ...line, action: "staff.manage.grant", before: { role: "editor" }, after: { role: "admin" } };
  const shown = String(formatAuditEntry(entry, { t: ru, zone: "UTC", now: new Date(0) }));
  expect(shown).toContain("роль: Редактор → Администратор");
});

/** All source under bot/ and flows/. */
const source = ["bot", "flows"]
  .map((room) => fileURLToPath(new URL(`../../${room}`, import.meta.url)))
  .flatMap((room) => readdirSync(room, { recursive: true, encoding: "utf8" }).map((file) => join(room, file)))
  .filter((file) => file.endsWith(".ts"))
  .map((file) => readFileSync(file, "utf8"))
  .join("\n");

const namedIn = (pattern: RegExp) => [...new Set([...source.matchAll(pattern)].map(([, name = ""]) => name))];

it("every verb that goes into the log has a name in audit-words.ts", () => {
  const verbs = namedIn(/\bverb: "(\w+)"/g);
  expect(verbs).toContain("invite");
  expect(verbs.filter((verb) => !auditVerbs.some((known) => known === verb))).toEqual([]);
});

it("and so has every kind of subject", () => {
  const kinds = namedIn(/\bsubject: `(\w+):/g);
  expect(kinds).toContain("person");
  expect(kinds.filter((kind) => !auditSubjects.some((known) => known === kind))).toEqual([]);
});
