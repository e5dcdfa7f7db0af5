import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { load } from "js-yaml";
import { expect, inject, it, onTestFinished } from "vitest";
import { migrate } from "../../bot/database/migrate.ts";
import { startDatabase } from "../../bot/database/server/start.ts";
import { plantDemoCity } from "../../prisma/seed/plant-store.ts";
import { administer } from "../support/administer.ts";
import { openInstance } from "../support/database.ts";
import { evening } from "../support/evening.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (path: string) => readFile(`${root}/${path}`, "utf8");

it("the role that compose makes is no superuser, and the bot migrates and fills its database as that role", async () => {
  const server = inject("postgres");
  const name = `role_${randomUUID().replaceAll("-", "")}`;
  const password = randomUUID();
  // As psql reads it: its own commands begin with a backslash, and :'password' is the value, quoted.
  const statements = (await read("prisma/role.sql"))
    .replaceAll(/^(--|\\).*$/gm, "")
    .replaceAll(":'password'", `'${password}'`)
    .replaceAll(/\bishek\b/g, name)
    .split(";")
    .filter((statement) => statement.trim() !== "");
  for (const statement of statements) await administer(server, statement);
  onTestFinished(async () => {
    await administer(server, `DROP DATABASE "${name}" WITH (FORCE)`);
    await administer(server, `DROP ROLE "${name}"`);
  });
  const url = Object.assign(new URL(server), { username: name, password, pathname: `/${name}` }).href;
  expect(await migrate(url)).not.toEqual([]);
  const database = openInstance(url);
  const [role] = await database.$queryRaw<{ super: boolean; creates: boolean }[]>`
    SELECT rolsuper OR rolcreatedb OR rolcreaterole AS "super", has_database_privilege('public', current_database(), 'CONNECT') AS "creates"
    FROM pg_roles WHERE rolname = current_user`;
  expect(role).toEqual({ super: false, creates: false });
  expect(await plantDemoCity(database, evening)).toBeGreaterThan(0);
  await database.$disconnect();
  const running = await startDatabase({ databaseUrl: url, dataDir: "unused" });
  expect(running.applied).toEqual([]);
  await running.stop();
});

it("compose gives containers nothing they need not have", async () => {
  const { services } = load(await read("compose.yaml")) as {
    services: Record<"bot" | "database", Record<string, unknown> & { environment: Record<string, unknown> }>;
  };
  for (const service of [services.bot, services.database]) {
    expect(service).toMatchObject({ read_only: true, cap_drop: ["ALL"], security_opt: ["no-new-privileges:true"] });
    expect(service["mem_limit"]).toBeDefined();
    expect(service["privileged"]).toBeUndefined();
  }
  // .env holds it, and env_file would hand it on.
  expect(services.bot).toMatchObject({
    env_file: ".env",
    environment: { POSTGRES_PASSWORD: "", DATABASE_PASSWORD: "" },
  });
  expect(services.bot["ports"]).toEqual(["127.0.0.1:3000:3000", "127.0.0.1:3001:3001"]);
});
