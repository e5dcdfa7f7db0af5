import { existsSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { manifestName } from "./manifest.ts";

const finished = /^ishek-\d{8}T\d{6}Z$/;
const unfinished = /^ishek-\d{8}T\d{6}Z\.partial$/;

/** The name of a backup by its time, "ishek-20261130T031500Z"; by name they stand in the order of time. */
export const nameOfBackup = (at: Date): string => `ishek-${at.toISOString().replace(/[-:]|\.\d+/g, "")}`;

/** The backups in a folder, the oldest first; what else lies there is not ours. */
export async function listBackups(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => finished.test(name) && existsSync(join(folder, name, manifestName))).sort();
}

/** Deletes all but the `keep` newest, and what was never finished. Returns the names of those that went. */
export async function rotate(folder: string, keep: number): Promise<string[]> {
  const all = await listBackups(folder);
  const old = all.slice(0, Math.max(0, all.length - keep));
  const broken = (await readdir(folder)).filter((name) => unfinished.test(name));
  for (const name of [...old, ...broken]) await rm(join(folder, name), { recursive: true });
  return old;
}
