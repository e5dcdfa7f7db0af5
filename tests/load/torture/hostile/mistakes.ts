import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../../../../bot/database/server/free-port.ts";
import { systemClock } from "../../../../bot/schedule/clock.ts";
import { startTelegram } from "../../../../playground/telegram.ts";
import { type Environment, runUntilExit } from "../../bot-process.ts";

/** What an operator got wrong, and what the program said before it ended. */
export interface Refusal {
  mistake: string;
  code: number | null;
  said: string;
  /** A sentence that names what to change, no stack trace, an exit code other than 0. */
  isKind: boolean;
}

interface Mistake {
  name: string;
  env: Environment;
  /** What the sentence must name. */
  names: RegExp;
}

/** Starts the bot with every mistake that an operator can make; `databaseUrl` is a good one. */
export async function makeMistakes(databaseUrl: string): Promise<Refusal[]> {
  const telegram = await startTelegram({ clock: systemClock });
  const taken = createServer();
  await new Promise<void>((done) => taken.listen(0, done));
  const folder = await mkdtemp(join(tmpdir(), "ishek-mistakes-"));
  const file = join(folder, "a-file");
  await writeFile(file, "");
  const full = mountDisk(folder, "size=12m");
  const readOnly = mountDisk(folder, "ro");
  try {
    const right = {
      BOT_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.apiRoot,
      DATABASE_URL: databaseUrl,
      PORT: "0",
    };
    const { DATABASE_URL: _, ...embedded } = right;
    const at = (change: Partial<URL>) => Object.assign(new URL(databaseUrl), change).href;
    const mistakes: Mistake[] = [
      { name: "port taken", env: { ...right, PORT: String((taken.address() as AddressInfo).port) }, names: /PORT/ },
      { name: "port is no number", env: { ...right, PORT: "http" }, names: /PORT/ },
      {
        name: "unknown token",
        env: { ...right, BOT_TOKEN: "123456:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" },
        names: /BOT_TOKEN/,
      },
      { name: "malformed token", env: { ...right, BOT_TOKEN: "bot" }, names: /BOT_TOKEN/ },
      { name: "not a database address", env: { ...right, DATABASE_URL: "mysql://localhost" }, names: /DATABASE_URL/ },
      {
        name: "no database there",
        env: { ...right, DATABASE_URL: at({ port: String(await freePort()) }) },
        names: /DATABASE_URL/,
      },
      {
        name: "wrong database password",
        env: { ...right, DATABASE_URL: at({ password: "wrong" }) },
        names: /password/,
      },
      {
        name: "no such database",
        env: { ...right, DATABASE_URL: at({ pathname: "/nowhere" }) },
        names: /no such database/,
      },
      {
        name: "no such host",
        env: { ...right, DATABASE_URL: at({ hostname: "nowhere.invalid" }) },
        names: /DATABASE_URL/,
      },
      {
        name: "webhook without address and secret",
        env: { ...right, MODE: "webhook" },
        names: /WEBHOOK_URL[\s\S]*WEBHOOK_SECRET/,
      },
      { name: "unknown time zone", env: { ...right, CITY_TIME_ZONE: "Europe/Kazan" }, names: /CITY_TIME_ZONE/ },
      { name: "unknown mode", env: { ...right, MODE: "carrier pigeon" }, names: /MODE/ },
      { name: "data folder is a file", env: { ...embedded, DATA_DIR: file }, names: /DATA_DIR|a-file/ },
      ...onDisk("disk full", full, embedded, /disk is full/),
      ...onDisk("data folder is read-only", readOnly, embedded, /cannot write/),
    ];
    const refusals: Refusal[] = [];
    for (const { name, env, names } of mistakes) {
      const { code, output } = await runUntilExit(env);
      const isKind = code !== 0 && code !== null && names.test(output) && !/^\s+at /m.test(output);
      refusals.push({ mistake: name, code, said: output.trim(), isKind });
    }
    return refusals;
  } finally {
    full?.unmount();
    readOnly?.unmount();
    taken.close();
    await telegram.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The data folder on that disk; nothing where there is none. */
function onDisk(name: string, disk: Disk | undefined, env: Environment, names: RegExp): Mistake[] {
  return disk === undefined ? [] : [{ name, env: { ...env, DATA_DIR: join(disk.path, "data") }, names }];
}

interface Disk {
  path: string;
  unmount(): void;
}

/** A disk in memory, too small for PostgreSQL or read-only; undefined where mounting is not allowed. */
function mountDisk(folder: string, options: string): Disk | undefined {
  const path = join(folder, options.replace("=", "-"));
  try {
    mkdirSync(path);
    chmodSync(folder, 0o755);
    execFileSync("mount", ["-t", "tmpfs", "-o", `${options},mode=777`, "tmpfs", path], { stdio: "ignore" });
    return { path, unmount: () => void execFileSync("umount", ["-l", path]) };
  } catch {
    return undefined;
  }
}
