/** `npm run grant -- <id> <role> [institution]`: makes somebody staff, beside a running bot too; "none" takes all back. */
import { readConfig } from "../bot/config/config.ts";
import type { Database } from "../bot/database/database.ts";
import { startDatabase } from "../bot/database/server/start.ts";
import { accountForm, type ExternalAccount, formatAccount, parseAccount } from "../bot/people/address.ts";
import { findInstitutions } from "../bot/programme/editing/name-store.ts";
import { findInstitutionName } from "../bot/staff/name-store.ts";
import { grantByCommand, takeAllByCommand } from "../bot/staff/owner-store.ts";
import { type Role, roles } from "../bot/staff/permissions.ts";
import { runCommand } from "./run-command.ts";

const usage = `Usage: npm run grant -- <id> <role> [institution]
  id    ${accountForm}; @userinfobot tells yours at Telegram
  role  ${roles.join(", ")}; or none, which takes every role back
  institution  of an editor: its number, or its name or a part of it; without it the editor is for all of them`;

await runCommand({ usage, parse: readInvocation, run });

interface Invocation {
  account: ExternalAccount;
  role: Role | "none";
  /** The institution of an editor, as it was typed. */
  institution: string | undefined;
}

function readInvocation([id, name, ...rest]: string[]): Invocation | string {
  if (id === undefined || name === undefined) return "Say whom, and which role.";
  if (rest.length > 0 && name !== "editor")
    return `Only an editor has an institution: "${rest.join(" ")}" is too much.`;
  const account = parseAccount(id);
  if (account === undefined) return `"${id}" is no id of a person like ${accountForm}.`;
  const role = (["none", ...roles] as const).find((known) => known === name);
  if (role === undefined) return `There is no role "${name}".`;
  return { account, role, institution: rest.length === 0 ? undefined : rest.join(" ") };
}

async function run({ account, role, institution }: Invocation): Promise<number> {
  const config = readConfig(process.env);
  const server = await startDatabase(config, { share: true });
  try {
    const now = new Date();
    const name = formatAccount(account);
    if (role !== "none") {
      const house = institution === undefined ? null : await findHouse(server.database, institution);
      if (typeof house === "string") {
        console.error(house);
        return 2;
      }
      const institutionId = house?.id ?? null;
      const isNew = await grantByCommand(server.database, { account, role, institutionId, language: "ru", now });
      const what = role === "editor" ? `editor of ${house === null ? "all institutions" : `"${house.name}"`}` : role;
      console.log(isNew ? `${name} is ${what} now.` : `${name} was ${what} already.`);
      return 0;
    }
    const taken = await takeAllByCommand(server.database, { account, now });
    if (taken === null) {
      console.error(`${name} is the last owner: make somebody else owner first, or nobody could give roles any more.`);
      return 2;
    }
    console.log(taken.length > 0 ? `${name} is ${taken.join(", ")} no more.` : `${name} had no role.`);
    if (config.owners.some((owner) => formatAccount(owner) === name))
      console.log("OWNER_IDS names them: the next start makes them owner again.");
    return 0;
  } finally {
    await server.stop();
  }
}

/** The one institution that was meant, or what is wrong with how it was called. */
async function findHouse(database: Database, said: string): Promise<{ id: number; name: string } | string> {
  const named = /^\d+$/.test(said)
    ? { id: Number(said), name: await findInstitutionName(database, Number(said), "ru") }
    : undefined;
  if (named !== undefined) {
    return named.name === null ? `There is no institution ${said}.` : { id: named.id, name: named.name };
  }
  const found = await findInstitutions(database, said, "ru", 6);
  const exact = found.filter(({ name }) => name.toLowerCase() === said.toLowerCase());
  const [only, ...others] = exact.length === 1 ? exact : found;
  if (only === undefined) return `There is no institution like "${said}".`;
  if (others.length === 0) return { id: only.id, name: only.name };
  return `Several institutions are like "${said}": ${found.map(({ id, name }) => `${id} ${name}`).join(", ")}. Say its number.`;
}
