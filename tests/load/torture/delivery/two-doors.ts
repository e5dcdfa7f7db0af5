import type { Door } from "../../../../bot/people/address.ts";
import { systemClock } from "../../../../bot/schedule/clock.ts";
import { startMax } from "../../../../playground/max/max.ts";
import type { MaxPerson } from "../../../../playground/max/people/max-person.ts";
import { administer } from "../../../support/administer.ts";
import { startDispatcher } from "../../dispatcher-process.ts";
import { announcementSql, firstId } from "../../outbox.ts";
import { type AnnouncementAccount, accountOf, killAgainAndAgain } from "./delivery.ts";
import { openStage } from "./delivery-stage.ts";

/** What became of an announcement at a messenger: what its account says, and what people have there. */
interface AtDoor {
  sent: number;
  uncertain: number;
  arrived: number;
}

export type DoorsAccount = AnnouncementAccount & Record<Door, AtDoor>;

/** What MAX calls the first of its people. */
const firstAtMax = 1_000_000;

/** People by thirds: at Telegram, at MAX, and at both, preferring either. */
const addressesSql = `
  UPDATE "Address" SET "door" = 'max', "externalId" = ("personId" - ${firstId - firstAtMax})::text,
    "chatId" = ("personId" - ${firstId - firstAtMax})::text
  WHERE ("personId" - ${firstId}) % 3 = 2;
  INSERT INTO "Address" ("personId", "door", "externalId", "chatId", "lastSeenAt", "isPreferred")
  SELECT "personId", 'max', ("personId" - ${firstId - firstAtMax})::text, ("personId" - ${firstId - firstAtMax})::text,
    "lastSeenAt", "personId" % 2 = 0
  FROM "Address" WHERE ("personId" - ${firstId}) % 3 = 0;
  UPDATE "Address" SET "isPreferred" = "personId" % 2 = 1 WHERE "door" = 'telegram' AND ("personId" - ${firstId}) % 3 = 0`;

/**
 * Kills the program with `kill -9` while it puts an announcement into the outbox and sends it at two messengers, to people of
 * whom a third uses both: each is to be told once, by one of them, and the account of each to say so.
 */
export async function killTwoDoors(
  serverUrl: string,
  { people, kills, random }: { people: number; kills: number; random: () => number },
): Promise<DoorsAccount> {
  const stage = await openStage(serverUrl, people);
  const max = await startMax({ clock: systemClock, limits: "lifted" });
  try {
    const numbers = Array.from({ length: people }, (_, index) => index + 1);
    const atMax = new Map<number, MaxPerson>(
      numbers
        .filter((number) => number % 3 !== 1)
        .map((number) => [number, max.person(`Житель ${number}`, { id: firstAtMax + number, hasStarted: true })]),
    );
    await administer(stage.url, addressesSql);
    await administer(stage.url, announcementSql);
    await killAgainAndAgain({ ...stage, max }, { people: Math.floor(people / 2), kills, random });
    const last = await startDispatcher(stage.url, { telegram: stage.telegram, max }, 0);
    const outcomes = await accountOf(stage.url);
    await last.stop();

    const states = await statesOf(stage.url);
    const arrived = (number: number, door: Door) =>
      door === "max"
        ? (atMax.get(number)?.chat.filter(({ isFromBot }) => isFromBot).length ?? 0)
        : (stage.letterbox.arrivals.get(number)?.length ?? 0);
    const account = { people, lost: 0, doubled: 0, uncertain: 0, uncertainArrived: 0, unsettled: 0 };
    for (const number of numbers) {
      const count = arrived(number, "telegram") + arrived(number, "max");
      const state = states.get(number);
      if (state === "uncertain") account.uncertain += 1;
      else if (state !== "sent") account.unsettled += 1;
      else if (count === 0) account.lost += 1;
      if (state === "uncertain" && count > 0) account.uncertainArrived += 1;
      account.doubled += Math.max(0, count - 1);
    }
    const told = await toldAtDoors(stage.url);
    const atDoor = (door: Door): AtDoor => ({
      ...(told.get(door) ?? { sent: 0, uncertain: 0 }),
      arrived: numbers.reduce((sum, number) => sum + arrived(number, door), 0),
    });
    const [telegram, there] = [atDoor("telegram"), atDoor("max")];
    const sum = (of: "sent" | "uncertain") => telegram[of] + there[of];
    const isAccounted =
      outcomes.state === "done" &&
      outcomes.sent === people - account.uncertain &&
      sum("sent") === outcomes.sent &&
      sum("uncertain") === account.uncertain &&
      [telegram, there].every(({ sent, uncertain, arrived: all }) => all >= sent && all <= sent + uncertain);
    return { ...account, isAccounted, telegram, max: there };
  } finally {
    await max.close();
    await stage.close();
  }
}

/** The state of each person's delivery, by their number. */
async function statesOf(url: string): Promise<Map<number, string>> {
  const { rows } = await administer(url, 'SELECT "personId"::text AS "id", "state"::text FROM "Delivery"');
  return new Map((rows as { id: string; state: string }[]).map(({ id, state }) => [Number(id) - firstId, state]));
}

/** What the account of the announcement says of each messenger. */
async function toldAtDoors(url: string): Promise<Map<Door, { sent: number; uncertain: number }>> {
  const { rows } = await administer(url, 'SELECT "door"::text AS "door", "sent", "uncertain" FROM "AnnouncementDoor"');
  return new Map(
    (rows as { door: Door; sent: number; uncertain: number }[]).map(({ door, ...counts }) => [door, counts]),
  );
}
