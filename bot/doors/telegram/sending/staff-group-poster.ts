import type { Api } from "grammy";
import type { Services } from "../../../context.ts";
import { listen } from "../../../database/listen.ts";
import type { Content } from "../../../delivery/content.ts";
import { Interruption } from "../../../interruption.ts";
import type { Door } from "../../../people/address.ts";
import { Bell } from "../../../schedule/wakeup.ts";
import { findMessage, findThread, measureWaiting } from "../../../threads/find-store.ts";
import {
  claimPost,
  findTopicOf,
  keepTopic,
  notePosted,
  threadChannel,
  unclaimPost,
} from "../../../threads/group/post-store.ts";
import {
  findStaffGroups,
  forgetStaffGroups,
  moveStaffGroup,
  type StaffGroup,
  unsetStaffGroup,
} from "../../../threads/group/staff-group-store.ts";
import { headOf, postOf, topicName } from "../../../threads/group/words.ts";
import { cutAtWord } from "../../../words/cut.ts";
import { formatDay, formatTime } from "../../../words/time/dates.ts";
import type { OpenedDoor } from "../../opened-door.ts";
import { outcomeOf } from "../client/outcome.ts";
import { isForbidden, isTopicGone } from "../client/refusal.ts";
import { sendContent } from "./content-calls.ts";

/** Milliseconds between looks: a notification may get lost, and a messenger may be away. */
const lookEvery = 15_000;

/** Characters of a topic's name (Bot API, createForumTopic). */
const longestName = 128;

interface Deps extends Pick<Services, "database" | "clock" | "log" | "words" | "city"> {
  /** The bot at each messenger that is open, by Telegram's methods, and what it is called in links. */
  bots: Readonly<Partial<Record<Door, { api: Api; username: string }>>>;
}

/**
 * Brings what is written in threads into the groups of the staff, in the order written. All it knows is in the database: what
 * was not brought when the program stopped is brought after its next start. `url`: the database's address, to hear of more.
 */
export function startStaffGroups(
  { opened, ...rest }: Omit<Deps, "bots"> & { opened: readonly Pick<OpenedDoor, "name" | "api" | "username">[] },
  url: string,
): { stop(): Promise<void> } {
  const deps: Deps = { ...rest, bots: botsOf(opened) };
  const bell = new Bell();
  let isStopped = false;
  const interruption = new Interruption(deps.log, "staff groups interrupted");

  async function run(): Promise<void> {
    while (!isStopped) {
      try {
        await postToGroups(deps, () => isStopped);
        interruption.well();
      } catch (error) {
        // The database is away, or a bug: the next look tries again.
        interruption.failed(error);
      }
      if (!isStopped) await bell.wait(lookEvery);
    }
  }

  const written = listen(url, { [threadChannel]: () => bell.ring() });
  const running = run();
  return {
    async stop() {
      await written.stop();
      isStopped = true;
      bell.ring();
      await running;
    },
  };
}

/** The bots of the doors that are open, by door. */
export const botsOf = (opened: readonly Pick<OpenedDoor, "name" | "api" | "username">[]): Deps["bots"] =>
  Object.fromEntries(opened.map(({ name, api, username }) => [name, { api, username }]));

/** Brings everything that there is to bring now; for tests as well. */
export async function postToGroups(deps: Deps, isStopped: () => boolean = () => false): Promise<void> {
  const { database, clock } = deps;
  for (const group of await findStaffGroups(database)) {
    if (deps.bots[group.door] === undefined) continue;
    while (!isStopped()) {
      const messageId = await claimPost(database, group, clock.now());
      if (messageId === null || !(await tryPost(deps, group, messageId))) break;
    }
  }
}

/** Says in each group of the staff how many threads wait, and since when; a group that cannot be reached now is passed by. */
export async function tellOfWaiting(deps: Deps): Promise<void> {
  const { database, log, words, city, clock } = deps;
  const { count, since } = await measureWaiting(database, { personId: 0, all: true });
  if (since === null) return;
  for (const group of await findStaffGroups(database)) {
    if (deps.bots[group.door] === undefined) continue;
    const [t, zone] = [words.for(group.language), city.timeZone];
    const when = t("date.day_and_time", { day: formatDay(since, t, zone, clock.now()), time: formatTime(since, zone) });
    const text = String(t.html("thread.still_waiting", { count, when }));
    try {
      await apiOf(deps, group).sendMessage(Number(group.chatId), text, { parse_mode: "HTML" });
    } catch (error) {
      // It is said again in three hours; each who may answer hears of it in private meanwhile.
      log.warn({ error, group: group.door }, "a staff group was not reminded");
    }
  }
}

/** Brings one message; false: nothing more can be brought into that group now. */
async function tryPost(deps: Deps, group: StaffGroup, messageId: number): Promise<boolean> {
  const { database, clock, log } = deps;
  try {
    const postedIds = await post(deps, group, messageId);
    await notePosted(database, messageId, group, { postedIds, now: clock.now() });
    return true;
  } catch (error) {
    const outcome = outcomeOf(error);
    if (outcome.kind === "rejected") {
      log.warn({ error, message: messageId }, "not taken by a staff group");
      await notePosted(database, messageId, group, { postedIds: [], now: clock.now() });
      return true;
    }
    await unclaimPost(database, messageId, group);
    if (outcome.kind === "migrated") await moveStaffGroup(database, group, outcome.chatId);
    else if (outcome.kind === "unreachable") {
      log.warn({ group: group.door }, "the bot is not in its staff group any more");
      await unsetStaffGroup(database, group);
    } else log.warn({ outcome: outcome.kind }, "a staff group has to wait");
    forgetStaffGroups(database);
    return false;
  }
}

/** Sends a message into its thread's place in the group, and returns the ids that it has there. */
async function post(deps: Deps, group: StaffGroup, messageId: number): Promise<string[]> {
  const { database } = deps;
  const message = await findMessage(database, messageId);
  const thread = message && (await findThread(database, message.threadId, group.language));
  // Erased meanwhile.
  if (message === null || thread === null) return [];
  const reader = readerOf(deps, group);
  const content = (isAlone: boolean) => postOf(message, thread, reader, { isAlone });
  const alone = () => sendTo(deps, group, content(true), headOf(thread, reader).keyboard);
  if (!group.hasTopics) return alone();
  const known = await findTopicOf(database, thread.id, group);
  if (known !== null) {
    try {
      return await sendTo(deps, group, content(false), [], known);
    } catch (error) {
      if (!isTopicGone(error)) throw error;
    }
  }
  const made = await makeTopic(deps, group, thread);
  return made === null ? alone() : sendTo(deps, group, content(false), [], made);
}

const readerOf = ({ words, city, clock, bots }: Deps, { language, door }: StaffGroup) => ({
  t: words.for(language),
  zone: city.timeZone,
  now: clock.now(),
  username: bots[door]?.username ?? "",
});

type Thread = NonNullable<Awaited<ReturnType<typeof findThread>>>;

/** Makes a topic that begins with what the thread is about, and returns its id; null: the bot may make none. */
async function makeTopic(deps: Deps, group: StaffGroup, thread: Thread): Promise<string | null> {
  const { database, log } = deps;
  const api = apiOf(deps, group);
  const reader = readerOf(deps, group);
  const name = cutAtWord(topicName(thread, reader), longestName);
  const made = await api.createForumTopic(Number(group.chatId), name).catch((error: unknown) => {
    if (!isForbidden(error)) throw error;
    log.warn({ error }, "no right to make topics in the staff group");
    return null;
  });
  if (made === null) return null;
  const { message_thread_id } = made;
  const topicId = String(message_thread_id);
  await keepTopic(database, thread.id, group, topicId);
  const { text, keyboard } = headOf(thread, reader);
  await api.sendMessage(Number(group.chatId), String(text), {
    message_thread_id,
    parse_mode: "HTML",
    reply_markup: { inline_keyboard: keyboard },
  });
  return topicId;
}

async function sendTo(
  deps: Deps,
  group: StaffGroup,
  content: Content,
  keyboard: ReturnType<typeof headOf>["keyboard"],
  topicId?: string,
): Promise<string[]> {
  const options = {
    chat_id: Number(group.chatId),
    ...(topicId !== undefined && { message_thread_id: Number(topicId) }),
    ...(keyboard.length > 0 && { reply_markup: { inline_keyboard: keyboard } }),
  };
  const ids = await sendContent(apiOf(deps, group).raw, options, content, undefined);
  return ids.map(String);
}

function apiOf({ bots }: Deps, { door }: StaffGroup): Api {
  const bot = bots[door];
  if (bot === undefined) throw new Error(`The door ${door} is not open.`);
  return bot.api;
}
