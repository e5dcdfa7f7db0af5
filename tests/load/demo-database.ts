import { randomUUID } from "node:crypto";
import { openDatabase } from "../../bot/database/database.ts";
import { migrate } from "../../bot/database/migrate.ts";
import { systemClock } from "../../bot/schedule/clock.ts";
import { plantDemoCity } from "../../prisma/seed/plant-store.ts";
import { administer } from "../support/administer.ts";

/**
 * Plants the demo city once on the server at `url`; the returned function makes copies of it. Each run needs one of its
 * own: the playground numbers updates by the second, and a database that remembers another run's would skip them.
 */
export async function plantDemo(url: string): Promise<() => Promise<string>> {
  const template = await createMigrated(url);
  const database = openDatabase(template);
  await plantDemoCity(database, { now: systemClock.now(), timeZone: "Europe/Moscow" });
  await database.$disconnect();
  return () => createDatabase(url, copying(template));
}

const templates = new Map<string, Promise<string>>();

/** A migrated, empty database on the server at `url`. It is migrated once in this process, and copied each time. */
export async function createMigrated(url: string): Promise<string> {
  const template = templates.get(url) ?? migrated(url);
  templates.set(url, template);
  return createDatabase(url, copying(await template));
}

async function migrated(server: string): Promise<string> {
  const url = await createDatabase(server);
  await migrate(url);
  return url;
}

const copying = (template: string): string => `TEMPLATE "${new URL(template).pathname.slice(1)}"`;

export async function createDatabase(url: string, options = ""): Promise<string> {
  const name = `load_${randomUUID()}`;
  await administer(url, `CREATE DATABASE "${name}" ${options}`);
  return Object.assign(new URL(url), { pathname: `/${name}` }).href;
}
