import { execFile } from "node:child_process";
import { expect, it } from "vitest";
import { environmentOf } from "../../bot/database/server/server-account.ts";
import { findPersonId } from "../../bot/people/address-store.ts";
import { testDatabase } from "../support/database.ts";
import { rolesOf } from "./staff.ts";

const { database, url } = await testDatabase();

function run(...args: string[]): Promise<{ code: number; output: string; complaint: string }> {
  // Little inherited: vitest sets a MODE of its own.
  const env = { ...environmentOf(process.env), DATABASE_URL: url, OWNER_IDS: "77" };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, ["scripts/grant.ts", ...args], { env }, (_, output, complaint) => {
      resolve({ code: child.exitCode ?? -1, output, complaint });
    });
  });
}

it("npm run grant makes somebody staff whom the bot has never met, and takes it back", async () => {
  expect(await run("77", "admin")).toEqual({ code: 0, output: "telegram:77 is admin now.\n", complaint: "" });
  expect((await run("telegram:77", "admin")).output).toBe("telegram:77 was admin already.\n");
  const id = (await findPersonId(database, { door: "telegram", externalId: "77" })) ?? 0;
  expect(await rolesOf(database, id)).toEqual(["admin"]);
  const { code, output } = await run("77", "none");
  expect(code).toBe(0);
  expect(output).toBe("telegram:77 is admin no more.\nOWNER_IDS names them: the next start makes them owner again.\n");
  expect(await rolesOf(database, id)).toEqual([]);
  expect((await run("telegram:78", "none")).output).toBe("telegram:78 had no role.\n");
  expect(await database.auditEntry.findMany({ orderBy: { id: "asc" } })).toMatchObject([
    { action: "command.grant", personId: null, subject: `person:${id}`, after: { role: "admin" } },
    { action: "command.take", personId: null, subject: `person:${id}`, before: { role: "admin" } },
  ]);
});

it("npm run grant gives an editor one institution, says which, and asks where several are meant", async () => {
  const make = (name: string) => database.institution.create({ data: { texts: { create: { language: "ru", name } } } });
  const opera = await make("Театр оперы");
  await make("Театр Камала");
  expect((await run("80", "editor", "опер")).output).toBe('telegram:80 is editor of "Театр оперы" now.\n');
  expect((await run("80", "editor", String(opera.id))).output).toBe(
    'telegram:80 was editor of "Театр оперы" already.\n',
  );
  expect((await run("81", "editor")).output).toBe("telegram:81 is editor of all institutions now.\n");
  expect(await run("82", "editor", "театр")).toMatchObject({
    code: 2,
    complaint: expect.stringContaining("Say its number."),
  });
  expect(await run("82", "editor", "цирк")).toMatchObject({
    code: 2,
    complaint: 'There is no institution like "цирк".\n',
  });
  expect((await run("82", "admin", "опер")).complaint).toContain("Only an editor has an institution");
});

it("npm run grant does not take the last owner, and takes them where there is another", async () => {
  await run("90", "owner");
  expect(await run("90", "none")).toMatchObject({
    code: 2,
    complaint: expect.stringContaining("telegram:90 is the last owner"),
  });
  const id = (await findPersonId(database, { door: "telegram", externalId: "90" })) ?? 0;
  expect(await rolesOf(database, id)).toEqual(["owner"]);
  await run("91", "owner");
  expect((await run("90", "none")).output).toBe("telegram:90 is owner no more.\n");
});

it.each([
  [[], "Say whom, and which role."],
  [["Alsu", "owner"], '"Alsu" is no id of a person like 123, telegram:123 or max:123.'],
  [["vk:77", "owner"], '"vk:77" is no id of a person like 123, telegram:123 or max:123.'],
  [["77", "king"], 'There is no role "king".'],
])("npm run grant -- %j ends with 2 and one sentence", async (args, sentence) => {
  const { code, complaint } = await run(...args);
  expect(code).toBe(2);
  expect(complaint).toContain(sentence);
  expect(complaint).toContain("Usage: npm run grant");
  expect(complaint).not.toContain("    at ");
});
