import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, chown, mkdtemp, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished } from "vitest";
import { freePort } from "../../bot/database/server/free-port.ts";
import { serverAccount } from "../../bot/database/server/server-account.ts";

const program = ["/usr/sbin/pgbouncer", "/usr/bin/pgbouncer"].find((path) => existsSync(path));

/** PgBouncer is Debian's package of that name; without it tests are skipped, aloud. */
export const hasPgBouncer = program !== undefined;

/** Starts PgBouncer in transaction mode before the database at `url`, with few connections, so that they are shared. */
export async function startPgBouncer(url: string): Promise<string> {
  const { hostname, port: serverPort, username, password, pathname } = new URL(url);
  const port = await freePort();
  const folder = await mkdtemp(join(tmpdir(), "ishek-pgbouncer-"));
  const file = join(folder, "pgbouncer.ini");
  const database = `host=${hostname} port=${serverPort} user=${username} password=${password} dbname=${pathname.slice(1)}`;
  const settings = [
    ...["[databases]", `pooled = ${database}`, "[pgbouncer]", "listen_addr = 127.0.0.1", `listen_port = ${port}`],
    ...[
      "unix_socket_dir =",
      "auth_type = any",
      "pool_mode = transaction",
      "default_pool_size = 3",
      "max_client_conn = 100",
    ],
  ];
  await writeFile(file, `${settings.join("\n")}\n`);
  await chmod(folder, 0o755);
  // It does not run as root.
  const { uid, gid } = await serverAccount(folder);
  if (uid !== undefined && gid !== undefined) await chown(file, uid, gid);
  const child = spawn(program ?? "", ["-q", file], {
    ...(uid !== undefined && { uid }),
    ...(gid !== undefined && { gid }),
  });
  const exited = new Promise((resolve) => child.once("exit", resolve));
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await exited;
    await rm(folder, { recursive: true, force: true });
  });
  await expect.poll(() => isOpen(port)).toBe(true);
  return `postgresql://${username}:${password}@127.0.0.1:${port}/pooled`;
}

const isOpen = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });
