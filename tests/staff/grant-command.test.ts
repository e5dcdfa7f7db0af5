import { execFile } from "node:child_process";
import { expect, it } from "vitest";
import { environmentOf } from "../../bot/database/server-account.ts";
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
