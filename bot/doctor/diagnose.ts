import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Config, ConfigError, readConfig, variableNames } from "../config/config.ts";
import { openDatabase } from "../database/database.ts";
import { startEmbedded } from "../database/server/embedded.ts";
import { inspectMax } from "../doors/max/inspect.ts";
import { inspectTelegram } from "../doors/telegram/inspect.ts";
import { explainBug } from "../explain.ts";
import type { Clock } from "../schedule/clock.ts";
import { checkPublicAddress, checkWebhook } from "./check-addresses.ts";
import { checkDatabase } from "./check-database.ts";
import { checkDisk } from "./check-disk.ts";
import { checkNames } from "./check-names.ts";
import { checkReplica } from "./check-replica.ts";
import { checkZoom } from "./check-zoom.ts";
import { checkFeeds } from "./feeds-store.ts";
import { broken, type Finding, look, well } from "./finding.ts";

type Variables = Readonly<Record<string, string | undefined>>;

/** Looks at all that the bot stands on, and changes nothing but that a built-in PostgreSQL is started for as long as it takes. */
export async function diagnose(env: Variables, clock: Clock): Promise<Finding[]> {
  const names = checkNames(Object.keys(env), variableNames);
  let config: Config;
  try {
    config = readConfig({ ...env });
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const remedy = "The README explains each variable.";
    // The sentences end by a full stop of their own.
    const problems = error.problems.map((text) => broken("configuration", text.replace(/\.$/, ""), remedy));
    return [...problems, ...names];
  }
  const checks: Promise<Finding[]>[] = [
    one("database", () => inspectData(config)),
    one("doors", () => inspectDoors(config, clock)),
    one("pages", () => inspectPages(config)),
    one("Zoom", () => checkZoom(config.zoom)),
  ];
  return [well("configuration", "can be read"), ...names, ...(await Promise.all(checks)).flat()];
}

/** A check that cannot be made is a finding, and the others go on. */
const one = (part: string, check: () => Promise<Finding[]>): Promise<Finding[]> =>
  check().catch((error: unknown) => [broken(part, "cannot be looked at", explainBug(error))]);

async function inspectData({ databaseUrl, directUrl, readUrl, dataDir }: Config): Promise<Finding[]> {
  const url = directUrl ?? databaseUrl;
  if (url !== undefined)
    return [...(await inspectUrl(url)), ...(readUrl === undefined ? [] : [await checkReplica(url, readUrl)])];
  if (!existsSync(join(dataDir, "postgres", "PG_VERSION")))
    return [look("database", `${dataDir} holds no database yet`, "The first start makes it.")];
  const server = await startEmbedded(dataDir, { share: true });
  try {
    return [...(await inspectUrl(server.url)), await checkDisk(dataDir)];
  } finally {
    await server.stop();
  }
}

async function inspectUrl(url: string): Promise<Finding[]> {
  const { findings, isUsable } = await checkDatabase(url);
  if (!isUsable) return findings;
  const database = openDatabase(url, { connections: 1 });
  try {
    return [...findings, ...(await checkFeeds(database))];
  } finally {
    await database.$disconnect();
  }
}

async function inspectDoors({ token, apiRoot, intake, proxy, max }: Config, clock: Clock): Promise<Finding[]> {
  const findings: Finding[] = [];
  if (token !== undefined) findings.push(...(await inspectTelegram({ token, apiRoot, intake, proxy }, clock)));
  if (max !== undefined) findings.push(...(await inspectMax(max, clock)));
  return findings.length > 0 ? findings : [look("doors", "no token: this is the playground", "Set BOT_TOKEN.")];
}

async function inspectPages({ token, max, intake, publicUrl }: Config): Promise<Finding[]> {
  const doors = [token === undefined ? undefined : intake, max?.intake];
  const webhooks = doors.flatMap((door) => (door?.mode === "webhook" ? [door] : []));
  const findings = await Promise.all([
    ...webhooks.map(({ url, secret }) => checkWebhook(url, secret !== undefined)),
    ...(token === undefined && max === undefined ? [] : [checkPublicAddress(publicUrl)]),
  ]);
  return findings;
}
