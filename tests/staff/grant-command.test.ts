import { execFile } from "node:child_process";
import { expect, it } from "vitest";
import { environmentOf } from "../../bot/database/server-account.ts";
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
  expect(await run("77", "admin")).toEqual({ code: 0, output: "77 is admin now.\n", complaint: "" });
  expect((await run("77", "admin")).output).toBe("77 was admin already.\n");
  expect(await rolesOf(database, 77)).toEqual(["admin"]);
  const { code, output } = await run("77", "none");
  expect(code).toBe(0);
  expect(output).toBe("77 is admin no more.\nOWNER_IDS names them: the next start makes them owner again.\n");
  expect(await rolesOf(database, 77)).toEqual([]);
  expect(await database.auditEntry.findMany({ orderBy: { id: "asc" } })).toMatchObject([
    { action: "command.grant", personId: null, subject: "person:77", after: { role: "admin" } },
    { action: "command.take", personId: null, subject: "person:77", before: { role: "admin" } },
  ]);
});

it.each([
  [[], "Say whom, and which role."],
  [["Alsu", "owner"], '"Alsu" is no Telegram id.'],
  [["77", "king"], 'There is no role "king".'],
])("npm run grant -- %j ends with 2 and one sentence", async (args, sentence) => {
  const { code, complaint } = await run(...args);
  expect(code).toBe(2);
  expect(complaint).toContain(sentence);
  expect(complaint).toContain("Usage: npm run grant");
  expect(complaint).not.toContain("    at ");
});
