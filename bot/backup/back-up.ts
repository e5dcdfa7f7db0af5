import { mkdir, rename, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseError } from "../database/database.ts";
import { dumpDatabase } from "./dump-store.ts";
import { keepFiles } from "./files.ts";
import { withLoaded } from "./load-store.ts";
import { type Manifest, manifestName } from "./manifest.ts";
import { nameOfBackup, rotate } from "./rotation.ts";
import { alone } from "./session-store.ts";

export interface BackupOptions {
  dataDir: string;
  /** Where backups lie, each in a folder of its own. */
  to: string;
  /** How many stay; older ones go once the new one is there. */
  keep: number;
  /** Whether it is loaded beside the database and compared, row for row. */
  verify: boolean;
  now: Date;
}

export interface BackupMade {
  folder: string;
  manifest: Manifest;
  /** Names of the backups that went. */
  gone: string[];
}

/** Makes a backup while the bot goes on. Throws a DatabaseError for what an operator can mend; then nothing old went. */
export async function backUp(url: string, { dataDir, to, keep, verify, now }: BackupOptions): Promise<BackupMade> {
  const folder = join(to, nameOfBackup(now));
  const partial = `${folder}.partial`;
  const made = await alone(url, async () => {
    if (await exists(folder)) throw new DatabaseError(`${folder} is there already: wait a second.`);
    await mkdir(to, { recursive: true, mode: 0o700 });
    await mkdir(partial, { mode: 0o700 });
    const files = await keepFiles(dataDir, partial);
    const manifest = { ...(await dumpDatabase(url, partial)), madeAt: now.toISOString(), files };
    if (verify) await withLoaded(url, { folder: partial, manifest }, async () => {});
    await writeFile(join(partial, manifestName), JSON.stringify(manifest, null, 2), { mode: 0o600 });
    await rename(partial, folder);
    return { folder, manifest, gone: await rotate(to, keep) };
  });
  if (made === undefined) throw new DatabaseError("Another backup of this database is being made or restored.");
  return made;
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
