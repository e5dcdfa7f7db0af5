import { createHash } from "node:crypto";
import { copyFile, mkdir, readdir, readFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { DatabaseError } from "../database/database.ts";
import type { Manifest } from "./manifest.ts";

/** What of DATA_DIR is no file to keep: the built-in PostgreSQL, its password, and the backups themselves. */
const left = new Set(["postgres", "postgres-password", "backups"]);

/** Copies the files of DATA_DIR, and tells which; none where there is no such folder. */
export async function keepFiles(dataDir: string, folder: string): Promise<Manifest["files"]> {
  const kept: Manifest["files"] = [];
  for (const path of await listFiles(dataDir)) {
    const target = join(folder, "files", path);
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    await copyFile(join(dataDir, path), target);
    kept.push({ path, sha256: await hashOf(target) });
  }
  return kept;
}

/** Brings the files back, over those of the same name. Throws a DatabaseError for one that is damaged, before it brings any. */
export async function bringFiles(dataDir: string, folder: string, files: Manifest["files"]): Promise<void> {
  for (const { path, sha256 } of files) {
    if ((await hashOf(join(folder, "files", path))) !== sha256)
      throw new DatabaseError(`The file ${path} of the backup is damaged: take another backup.`);
  }
  for (const { path } of files) {
    const target = join(dataDir, path);
    await mkdir(dirname(target), { recursive: true });
    await copyFile(join(folder, "files", path), target);
  }
}

async function listFiles(dataDir: string): Promise<string[]> {
  const top = await readdir(dataDir, { withFileTypes: true }).catch(() => []);
  const found: string[] = [];
  for (const entry of top) {
    if (left.has(entry.name)) continue;
    if (entry.isFile()) found.push(entry.name);
    if (!entry.isDirectory()) continue;
    const below = await readdir(join(dataDir, entry.name), { withFileTypes: true, recursive: true });
    for (const file of below)
      if (file.isFile()) found.push(relative(dataDir, join(file.parentPath, file.name)).replaceAll("\\", "/"));
  }
  return found.sort();
}

const hashOf = async (path: string): Promise<string> =>
  readFile(path).then(
    (bytes) => createHash("sha256").update(bytes).digest("hex"),
    () => "",
  );
