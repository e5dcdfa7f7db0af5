/** `npm run grant -- <Telegram id> <role>`: makes somebody staff, beside a running bot too; "none" takes all back. */
import { readConfig } from "../bot/config.ts";
import { startDatabase } from "../bot/database/start.ts";
import { grantByCommand, takeAllByCommand } from "../bot/staff/owner-store.ts";
import { type Role, roles } from "../bot/staff/permissions.ts";
import { tellFailure } from "./tell-failure.ts";

const usage = `Usage: npm run grant -- <Telegram id> <role>
  Telegram id  a number; @userinfobot tells yours
  role         ${roles.join(", ")}; or none, which takes every role back`;

const invocation = readInvocation(process.argv.slice(2));
if (typeof invocation === "string") {
  console.error(`${invocation}\n\n${usage}`);
  process.exitCode = 2;
} else {
  process.exitCode = await run(invocation).catch((error: unknown) => {
    tellFailure(error);
    return 1;
  });
}

interface Invocation {
  personId: number;
  role: Role | "none";
}

function readInvocation([id, name, ...rest]: string[]): Invocation | string {
  if (id === undefined || name === undefined) return "Say whom, and which role.";
  if (rest.length > 0) return `One person and one role at a time: "${rest[0]}" is too much.`;
  const personId = Number(id);
  if (!/^\d{1,16}$/.test(id) || personId < 1 || personId > 2 ** 52) return `"${id}" is no Telegram id.`;
  const role = (["none", ...roles] as const).find((known) => known === name);
  return role === undefined ? `There is no role "${name}".` : { personId, role };
}

async function run({ personId, role }: Invocation): Promise<number> {
  const config = readConfig(process.env);
  const server = await startDatabase(config, { share: true });
  try {
    const now = new Date();
    if (role !== "none") {
      const isNew = await grantByCommand(server.database, { personId, role, language: "ru", now });
      console.log(isNew ? `${personId} is ${role} now.` : `${personId} was ${role} already.`);
      return 0;
    }
    const taken = await takeAllByCommand(server.database, { personId, now });
    console.log(taken.length > 0 ? `${personId} is ${taken.join(", ")} no more.` : `${personId} had no role.`);
    if (config.ownerIds.includes(personId)) console.log("OWNER_IDS names them: the next start makes them owner again.");
    return 0;
  } finally {
    await server.stop();
  }
}
