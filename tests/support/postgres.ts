import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { openDatabase } from "../../bot/database/database.ts";
import { migrate } from "../../bot/database/migrate.ts";
import { startEmbedded } from "../../bot/database/server/embedded.ts";
import { plantDemoCity } from "../../prisma/seed/plant-store.ts";
import { administer } from "./administer.ts";
import { evening } from "./evening.ts";
import { patience } from "./patience.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The server that all test files share; its database `empty` is migrated, `city` has the demo city besides. */
    postgres: string;
  }
}

/** One PostgreSQL for the whole run, thrown away after it: durability would only cost time. */
export default async function setup(project: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), "ishek-tests-"));
  const settings = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "200" };
  const server = await startEmbedded(folder, { settings });
  const stop = async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await administer(server.url, 'CREATE DATABASE "empty"');
    await migrate(on(server.url, "empty"));
    await administer(server.url, 'CREATE DATABASE "city" TEMPLATE "empty"');
    const city = openDatabase(on(server.url, "city"), { transactions: { maxWait: patience, timeout: patience } });
    await plantDemoCity(city, evening);
    await city.$disconnect();
  } catch (error) {
    await stop();
    throw error;
  }
  // Programs that are started and killed wait as long as the tests do: a busy machine is no database that is away.
  const patient = new URL(server.url);
  patient.searchParams.set("connect_timeout", String(patience / 1_000));
  project.provide("postgres", patient.href);
  return stop;
}

const on = (server: string, name: string) => Object.assign(new URL(server), { pathname: `/${name}` }).href;
