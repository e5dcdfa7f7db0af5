import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

export interface ServerAccount {
  uid?: number;
  gid?: number;
  env: Record<string, string>;
}

/**
 * What PostgreSQL's programs need to find other programs and libraries, by Linux, macOS and Windows, and what winds the clock
 * of a whole family of processes for a test (faketime).
 */
const needed =
  /^(PATH|LD_LIBRARY_PATH|LD_PRELOAD|DYLD_\w+|(DONT_)?FAKETIME\w*|FAKE_\w*|TMPDIR|TEMP|TMP|SYSTEMROOT|COMSPEC|PATHEXT)$/i;

/**
 * The part of our environment that the server gets. Its processes belong to another account and outlive ours: the bot's token
 * and passwords would lie there for it to read.
 */
export const environmentOf = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([name]) => needed.test(name)));

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
