import type { Chat, UserFromGetMe } from "@grammyjs/types";
import type { CallLog } from "../api/calls.ts";
import type { Faults } from "../api/faults.ts";
import type { Pace } from "../api/rates.ts";
import type { FileStore } from "../files/files.ts";
import type { Polling } from "../updates/polling.ts";
import type { UpdateQueue } from "../updates/updates.ts";
import type { Webhook } from "../updates/webhook.ts";
import type { Account } from "./account.ts";
import type { Changes } from "./changes.ts";
import type { ChatRoom } from "./chat-room.ts";
import type { Clock } from "./clock.ts";
import type { Polls } from "./polls.ts";
import type { BotProfile } from "./profile.ts";
import type { Queries } from "./queries.ts";

/** All that Telegram knows in one process; the methods and the people read and change it. */
export type World = {
  readonly clock: Clock;
  readonly token: string;
  readonly bot: UserFromGetMe;
  readonly accounts: Map<number, Account>;
  readonly rooms: Map<number, ChatRoom>;
  readonly updates: UpdateQueue;
  readonly polling: Polling;
  readonly webhook: Webhook;
  readonly queries: Queries;
  readonly files: FileStore;
  readonly polls: Polls;
  readonly profile: BotProfile;
  readonly pace: Pace;
  readonly faults: Faults;
  readonly calls: CallLog;
  readonly changes: Changes;
  readonly unknownMethods: string[];
  readonly violations: string[];
  openRoom(chat: Chat.PrivateChat | Chat.GroupChat | Chat.SupergroupChat): ChatRoom;
  /** A `media_group_id` that no album has yet. */
  nextAlbumId(): string;
};
