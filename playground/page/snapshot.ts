import type { DoorName, PageDoor, Sight, Visitor } from "./door.ts";
import { listPeople, type PagePerson } from "./people.ts";

/** Everything the page draws for one person at one messenger, as of `version`. */
export interface Snapshot extends Omit<Sight, "bot"> {
  version: number;
  door: DoorName;
  /** Messengers that are open, with what links into the bot end with there. */
  doors: Partial<Record<DoorName, string>>;
  me: number;
  people: PagePerson[];
  bot: Sight["bot"] & { username: string };
  /** True while the bot has not confirmed something that this person did. */
  isWaiting: boolean;
}

/** Takes a snapshot of what `visitor` sees now at `door`, one of `doors`. */
export function takeSnapshot(
  doors: readonly PageDoor[],
  door: PageDoor,
  visitor: Visitor,
  now: Pick<Snapshot, "version" | "isWaiting">,
): Snapshot {
  const sight = visitor.see();
  return {
    ...sight,
    ...now,
    door: door.name,
    doors: Object.fromEntries(doors.map(({ name, botUsername }) => [name, botUsername])),
    me: visitor.id,
    people: listPeople(doors),
    bot: { ...sight.bot, username: door.botUsername },
  };
}
