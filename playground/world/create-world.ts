import { randomBytes } from "node:crypto";
import type { UserFromGetMe } from "@grammyjs/types";
import { CallLog } from "../api/calls.ts";
import { Faults } from "../api/faults.ts";
import { Pace, type Rates, telegramRates } from "../api/rates.ts";
import { FileStore } from "../files/files.ts";
import { Polling } from "../updates/polling.ts";
import { UpdateQueue } from "../updates/updates.ts";
import { Webhook } from "../updates/webhook.ts";
import { Changes } from "./changes.ts";
import { ChatRoom } from "./chat-room.ts";
import type { Clock } from "./clock.ts";
import { Polls } from "./polls.ts";
import { BotProfile } from "./profile.ts";
import { Queries } from "./queries.ts";

import type { World } from "./world.ts";

export type WorldOptions = {
  clock: Clock;
  /** Default: a random one. */
  token?: string;
  /** How fast a bot may send. Default: as Telegram. "lifted" for measurements. */
  limits?: Rates | "lifted";
  /** How many messages a chat remembers; default 200. */
  keepMessages?: number;
  /** How many calls `telegram.calls` remembers; default 10,000. */
  keepCalls?: number;
  /** Milliseconds before the nth repeat of a failed webhook delivery; default: none, then 2 s doubling to 60 s. */
  webhookDelay?: (repeat: number) => number;
};

/** Token of the playground's bot, whose number stays: a new one each time, so that nobody else on this machine can guess it. */
const randomToken = (): string => `1000000000:${randomBytes(24).toString("base64url")}`;

/** Makes a world with a bot and nobody else in it. */
export function createWorld(options: WorldOptions): World {
  const { clock, token = randomToken(), keepMessages = 200, keepCalls = 10_000 } = options;
  const bot = createBot(Number.parseInt(token, 10) || 1_000_000_000);
  const changes = new Changes();
  const updates = new UpdateQueue(clock);
  const rooms = new Map<number, ChatRoom>();
  let albumCount = 0;
  return {
    clock,
    token,
    bot,
    accounts: new Map(),
    rooms,
    updates,
    polling: new Polling(updates),
    webhook: new Webhook(updates, clock, options.webhookDelay),
    queries: new Queries(clock),
    files: new FileStore(),
    polls: new Polls(),
    profile: new BotProfile(bot.first_name),
    pace: new Pace(clock, options.limits ?? telegramRates),
    faults: new Faults(),
    calls: new CallLog(keepCalls),
    changes,
    unknownMethods: [],
    violations: [],
    openRoom(chat) {
      const room = new ChatRoom(chat, keepMessages);
      rooms.set(chat.id, room);
      return room;
    },
    nextAlbumId() {
      albumCount += 1;
      return `${13_000_000_000_000_000 + albumCount}`;
    },
  };
}

function createBot(id: number): UserFromGetMe {
  return {
    id,
    is_bot: true,
    first_name: "Ishek",
    username: "ishek_playground_bot",
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_guest_queries: false,
    supports_inline_queries: true,
    can_connect_to_business: false,
    has_main_web_app: false,
    has_topics_enabled: false,
    allows_users_to_create_topics: false,
    can_manage_bots: false,
    supports_join_request_queries: false,
  };
}
