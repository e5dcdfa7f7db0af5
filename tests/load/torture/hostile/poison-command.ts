import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { poisons } from "../../../foreign/poison.ts";

const root = fileURLToPath(new URL("../../../..", import.meta.url));

export interface CommandEnd {
  what: string;
  /** Null: it was ended by a signal, or not at all. */
  code: number | null;
  said: string;
  /** What it wrote beside that: nothing, where it ended as it should. */
  complaint: string;
}

/** Gives every poison to `npm run import`; each has to end with a code and a sentence. */
export async function poisonCommand(databaseUrl: string): Promise<CommandEnd[]> {
  const folder = await mkdtemp(join(tmpdir(), "ishek-poison-"));
  const ends: CommandEnd[] = [];
  try {
    for (const { what, name, bytes } of poisons) {
      const path = join(folder, name);
      await writeFile(path, bytes());
      const kind = name.endsWith(".xlsx") ? "sheet" : "ical";
      const env = { DATABASE_URL: databaseUrl, DATA_DIR: folder };
      ends.push({ what, ...(await run(["scripts/import.ts", kind, path], env)) });
    }
    return ends;
  } finally {
    await rm(folder, { recursive: true });
  }
}

function run(args: string[], env: Record<string, string>): Promise<Omit<CommandEnd, "what">> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, args, { cwd: root, env }, (_, said, complaint) =>
      resolve({ code: child.exitCode, said: said.trim(), complaint: complaint.trim() }),
    );
  });
}
