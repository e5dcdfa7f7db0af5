import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

export interface ServerAccount {
  uid?: number;
  gid?: number;
  env: Record<string, string>;
}

/**
 * The account that the PostgreSQL server runs under. PostgreSQL refuses to run as root, as containers often do:
 * then it is the user `postgres` where there is one, else `nobody`, which every Unix has.
 */
export async function serverAccount(home: string): Promise<ServerAccount> {
  const env = { HOME: home, LC_ALL: "C", TZ: "UTC" };
  if (process.getuid?.() !== 0) return { env };
  for (const name of ["postgres", "nobody"]) {
    const uid = await id("-u", name);
    const gid = await id("-g", name);
    if (uid !== undefined && gid !== undefined) return { uid, gid, env };
  }
  return { env };
}

async function id(flag: "-u" | "-g", name: string): Promise<number | undefined> {
  return run("id", [flag, name]).then(
    ({ stdout }) => Number(stdout),
    () => undefined,
  );
}
