import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "../../bot/database/embedded.ts";
import { migrate } from "../../bot/database/migrate.ts";
import { administer } from "./administer.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The server that all test files share; its database `template` is migrated and empty. */
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
    await administer(server.url, 'CREATE DATABASE "template"');
    await migrate(Object.assign(new URL(server.url), { pathname: "/template" }).href);
  } catch (error) {
    await stop();
    throw error;
  }
  project.provide("postgres", server.url);
  return stop;
}
