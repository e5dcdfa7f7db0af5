import type { Clock } from "../../world/clock.ts";
import { MaxFaults } from "../api/max-faults.ts";
import { MaxRates } from "../api/max-rates.ts";
import { UpdateLog } from "./update-log.ts";
import { Uploads } from "./uploads.ts";
import { Webhooks } from "./webhooks.ts";
import type { MaxAccount, MaxWorld } from "./world.ts";

export interface MaxWorldOptions {
  clock: Clock;
  /** "lifted": as fast as one likes, for tests whose clock stands still. Default: MAX's own. */
  limits?: "lifted";
  /** Default: one that is made up, as long as MAX's. */
  token?: string;
}

export function createMaxWorld({ clock, limits, token }: MaxWorldOptions): MaxWorld {
  const updates = new UpdateLog(clock);
  return {
    clock,
    token: token ?? "f9LHodD0cOIplayground_MAX_token_of_about_eighty_characters_as_the_cabinet_gives_it",
    root: "",
    bot: {
      user_id: 229_229_229,
      first_name: "Ишек",
      username: "ishek_playground_bot",
      is_bot: true,
      last_activity_time: clock.now().getTime(),
      name: "Ишек",
    },
    description: "",
    commands: [],
    accounts: new Map(),
    channels: new Map(),
    presses: new Map(),
    updates,
    webhooks: new Webhooks(clock, updates),
    uploads: new Uploads(),
    rates: new MaxRates(clock, limits === "lifted"),
    faults: new MaxFaults(),
    calls: [],
    callCount: 0,
    violations: [],
    watchers: new Set(),
  };
}

export interface MaxPersonOptions {
  /** Default: the next free one. */
  id?: number;
  lastName?: string;
  /** BCP 47, such as "tt". Default "ru". */
  languageCode?: string;
  phoneNumber?: string;
  /** True if they have already begun the dialog. Default false. */
  hasStarted?: boolean;
}

/** Registers a person, with a dialog that is not begun. */
export function openMaxAccount(world: MaxWorld, name: string, options: MaxPersonOptions): MaxAccount {
  const { lastName = "", languageCode = "ru", hasStarted = false } = options;
  // Not the ids of the playground's Telegram: whoever takes one for the other finds nobody.
  const id = options.id ?? 70_001 + world.accounts.size;
  const account: MaxAccount = {
    user: {
      user_id: id,
      first_name: name,
      last_name: lastName,
      is_bot: false,
      last_activity_time: world.clock.now().getTime(),
      name: [name, lastName].filter(Boolean).join(" "),
    },
    chatId: Number(BigInt(id) ^ BigInt(world.bot.user_id)),
    phoneNumber: options.phoneNumber ?? `7917${String(id % 10_000_000).padStart(7, "0")}`,
    locale: languageCode,
    isOpen: hasStarted,
    hasStopped: false,
    isMuted: false,
    isDeleted: false,
    blindSends: 0,
    messages: [],
  };
  world.accounts.set(id, account);
  for (const tell of world.watchers) tell();
  return account;
}
