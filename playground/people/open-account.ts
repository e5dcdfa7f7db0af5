import type { Account, PersonOptions } from "../world/account.ts";
import type { World } from "../world/world.ts";

/** Registers a person with an empty private chat. */
export function openAccount(world: World, name: string, options: PersonOptions): Account {
  const { lastName, username, languageCode } = options;
  const id = options.id ?? nextUserId(world);
  const named = {
    first_name: name,
    ...(lastName !== undefined && { last_name: lastName }),
    ...(username !== undefined && { username }),
  };
  const account = {
    user: { id, is_bot: false, ...named, ...(languageCode !== undefined && { language_code: languageCode }) },
    room: world.openRoom({ id, type: "private", ...named }),
    phoneNumber: options.phoneNumber ?? `+7900${String(id % 10_000_000).padStart(7, "0")}`,
    hasStarted: options.hasStarted ?? false,
    hasBlockedBot: false,
    isDeactivated: false,
  };
  world.accounts.set(id, account);
  return account;
}

function nextUserId(world: World): number {
  let id = 1001 + world.accounts.size;
  while (world.accounts.has(id)) id += 1;
  return id;
}
