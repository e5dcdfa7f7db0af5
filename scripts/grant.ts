/** `npm run grant -- <id> <role>`: makes somebody staff, beside a running bot too; "none" takes all back. */
import { readConfig } from "../bot/config.ts";
import { startDatabase } from "../bot/database/start.ts";
import { accountForm, type ExternalAccount, formatAccount, parseAccount } from "../bot/people/address.ts";
import { grantByCommand, takeAllByCommand } from "../bot/staff/owner-store.ts";
import { type Role, roles } from "../bot/staff/permissions.ts";
import { tellFailure } from "./tell-failure.ts";

const usage = `Usage: npm run grant -- <id> <role>
  id    ${accountForm}; @userinfobot tells yours at Telegram
  role  ${roles.join(", ")}; or none, which takes every role back`;

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
  account: ExternalAccount;
  role: Role | "none";
}

function readInvocation([id, name, ...rest]: string[]): Invocation | string {
  if (id === undefined || name === undefined) return "Say whom, and which role.";
  if (rest.length > 0) return `One person and one role at a time: "${rest[0]}" is too much.`;
  const account = parseAccount(id);
  if (account === undefined) return `"${id}" is no id of a person like ${accountForm}.`;
  const role = (["none", ...roles] as const).find((known) => known === name);
  return role === undefined ? `There is no role "${name}".` : { account, role };
}

async function run({ account, role }: Invocation): Promise<number> {
  const config = readConfig(process.env);
  const server = await startDatabase(config, { share: true });
  try {
    const now = new Date();
    const name = formatAccount(account);
    if (role !== "none") {
      const isNew = await grantByCommand(server.database, { account, role, language: "ru", now });
      console.log(isNew ? `${name} is ${role} now.` : `${name} was ${role} already.`);
      return 0;
    }
    const taken = await takeAllByCommand(server.database, { account, now });
    console.log(taken.length > 0 ? `${name} is ${taken.join(", ")} no more.` : `${name} had no role.`);
    if (config.owners.some((owner) => formatAccount(owner) === name))
      console.log("OWNER_IDS names them: the next start makes them owner again.");
    return 0;
  } finally {
    await server.stop();
  }
}
