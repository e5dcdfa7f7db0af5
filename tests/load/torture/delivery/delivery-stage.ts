import { systemClock } from "../../../../bot/schedule/clock.ts";
import { startTelegram, type Telegram } from "../../../../playground/telegram.ts";
import { administer } from "../../../support/administer.ts";
import { createMigrated } from "../../demo-database.ts";
import { countStates, deliveriesSql, Letterbox, peopleSql, wakeSql } from "../../outbox.ts";
import { untilNone } from "../../until-none.ts";

export type Lane = "normal" | "bulk";

/** What became of one message for each of so many people. */
export interface DeliveryAccount {
  people: number;
  /** Who got nothing although nothing is uncertain or waiting. */
  lost: number;
  /** Messages beyond the first. */
  doubled: number;
  /** Uncertain in the outbox; of these so many had arrived. */
  uncertain: number;
  uncertainArrived: number;
  /** Neither sent nor uncertain at the end. */
  unsettled: number;
}

export interface Stage {
  url: string;
  telegram: Telegram;
  letterbox: Letterbox;
  account(): Promise<DeliveryAccount>;
  close(): Promise<void>;
}

/** A database and a Telegram with so many people; the outbox is still empty. */
export async function openStage(serverUrl: string, people: number): Promise<Stage> {
  const url = await createMigrated(serverUrl);
  await administer(url, peopleSql(people));
  const telegram = await startTelegram({ clock: systemClock, limits: "lifted" });
  const letterbox = new Letterbox(telegram, people);
  return {
    url,
    telegram,
    letterbox,
    account: () => accountOf(url, people, letterbox.arrivals),
    close: () => telegram.close(),
  };
}

/** What became of one message for each of so many people, when all of it is settled, or nothing becomes of it. */
export async function accountOf(
  url: string,
  people: number,
  arrivals: ReadonlyMap<number, readonly number[]>,
): Promise<DeliveryAccount> {
  await settled(url);
  const { rows } = await administer(
    url,
    `SELECT ("payload"->>'number')::int AS "number", "state"::text FROM "Delivery"`,
  );
  const states = rows as { number: number; state: string }[];
  const arrived = (number: number) => arrivals.get(number)?.length ?? 0;
  const uncertain = states.filter(({ state }) => state === "uncertain");
  const count = (matches: (row: { number: number; state: string }) => boolean) => states.filter(matches).length;
  return {
    people,
    lost: count(({ number, state }) => state === "sent" && arrived(number) === 0),
    doubled: states.reduce((sum, { number }) => sum + Math.max(0, arrived(number) - 1), 0),
    uncertain: uncertain.length,
    uncertainArrived: uncertain.filter(({ number }) => arrived(number) > 0).length,
    unsettled: people - count(({ state }) => state === "sent" || state === "uncertain"),
  };
}

/** Resolves when nothing is pending or claimed, or nothing becomes of it. */
const settled = (url: string) =>
  untilNone(async () => {
    const { pending = 0, claimed = 0 } = await countStates(url);
    return pending + claimed;
  });

/** Puts one message for each of so many people into the outbox. */
export const fill = (url: string, people: number, lane: Lane) =>
  administer(url, `${deliveriesSql(people, lane)}; ${wakeSql}`);

/** The dead hold their lease for eight seconds; to wait that long after each of many kills would prove nothing more. */
export const buryLease = (url: string) => administer(url, 'UPDATE "Lease" SET "until" = now()');
