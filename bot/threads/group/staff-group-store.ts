import type { Prisma } from "../../../prisma/client/client.ts";
import type { Database } from "../../database/database.ts";
import type { Destination, Door } from "../../people/address.ts";
import type { Language } from "../../words/language.ts";

/** A group in which staff reads residents' questions, and answers them. */
export interface StaffGroup extends Destination {
  /** Each thread is a topic of its own. */
  hasTopics: boolean;
  language: Language;
  setAt: Date;
}

type Queries = Pick<Prisma.TransactionClient, "staffGroup">;

/** Finds the groups, at most one at each messenger. */
export const findStaffGroups = (queries: Queries): Promise<StaffGroup[]> => queries.staffGroup.findMany();

/** Lets questions come into that group from now on, in place of the one at the same messenger before. */
export async function setStaffGroup(queries: Queries, { door, ...group }: StaffGroup): Promise<void> {
  await queries.staffGroup.upsert({ where: { door }, create: { door, ...group }, update: group });
}

/** Lets no questions come into that group any more. */
export async function unsetStaffGroup(queries: Queries, { door, chatId }: Destination): Promise<void> {
  await queries.staffGroup.deleteMany({ where: { door, chatId } });
}

/** Telegram gives a group another number when it grows. */
export async function moveStaffGroup(queries: Queries, { door, chatId }: Destination, to: string): Promise<void> {
  await queries.staffGroup.updateMany({ where: { door, chatId }, data: { chatId: to } });
}

interface Known {
  until: number;
  groups: Promise<StaffGroup[]>;
}

/** Every message of every group asks: the answer is kept for so many milliseconds. */
const knownFor = 60_000;
const known = new WeakMap<Database, Known>();

/** To be called when a group was set or unset: this process knows it at once. */
export const forgetStaffGroups = (database: Database): boolean => known.delete(database);

/** Whether staff answers residents in that chat. Another process of the bot knows of a change within a minute. */
export async function isStaffGroup(
  database: Database,
  { door, chatId }: { door: Door; chatId: string },
  now: Date,
): Promise<boolean> {
  let cached = known.get(database);
  if (cached === undefined || cached.until <= now.getTime()) {
    cached = { until: now.getTime() + knownFor, groups: findStaffGroups(database) };
    known.set(database, cached);
    cached.groups.catch(() => forgetStaffGroups(database));
  }
  return (await cached.groups).some((group) => group.door === door && group.chatId === chatId);
}
