import { expect, it } from "vitest";
import {
  changeCapacity,
  closeGroup,
  enrol,
  expireOffers,
  leave,
} from "../../../bot/classes/enrolments/enrolment-store.ts";
import { testDatabase } from "../../support/database.ts";
import { findBroken } from "./count.ts";
import { inviteMany, openGroup } from "./school.ts";

const { database, url } = await testDatabase();
const now = new Date("2026-11-20T12:00:00Z");
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
let people = 0;

/** A group of one place with its owner and a line of so many. */
async function full(waiting: number) {
  const { groupId } = await openGroup(database, { capacity: 1, now });
  people += 100;
  const ids = await inviteMany(url, people, waiting + 1);
  for (const personId of ids) await enrol(database, { groupId, personId, now });
  const [owner = 0, ...line] = ids;
  const own = await database.enrolment.findFirstOrThrow({ where: { groupId, personId: owner } });
  const ownerLeaves = () => leave(database, { enrolmentId: own.id, personId: owner, now });
  const states = async () => {
    const rows = await database.enrolment.findMany({
      where: { groupId, personId: { in: line } },
      orderBy: { ticket: "asc" },
    });
    return rows.map(({ state }) => state);
  };
  return { groupId, line, ownerLeaves, states };
}

it("nobody enrols in a group whose lessons are over or cancelled, nor waits in its line for ever", async () => {
  const { groupId } = await openGroup(database, { capacity: 5, lessonsIn: [1, 2], now });
  const [personId = 0] = await inviteMany(url, 1, 1);
  expect(await enrol(database, { groupId, personId, now: later(3) })).toEqual({ kind: "closed" });
  await database.lesson.updateMany({ where: { groupId }, data: { status: "cancelled" } });
  expect(await enrol(database, { groupId, personId, now })).toEqual({ kind: "closed" });
});

it("whoever blocked the bot is not asked while others wait behind them, and keeps their number", async () => {
  const { line, ownerLeaves, states } = await full(2);
  const [first = 0] = line;
  await database.address.updateMany({ where: { personId: first }, data: { unreachable: "blocked" } });
  await ownerLeaves();
  expect(await states()).toEqual(["waiting", "offered"]);
  await database.address.updateMany({ where: { personId: first }, data: { unreachable: null } });
  await expireOffers(database, later(25));
  expect(await states()).toEqual(["offered", "left"]);
});

it("a group in which something is broken does not hold up the others", async () => {
  const [broken, sound] = [await full(2), await full(2)];
  for (const { ownerLeaves } of [broken, sound]) await ownerLeaves();
  await database.$executeRawUnsafe(`
    CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF NEW."groupId" = ${broken.groupId} THEN RAISE 'broken'; END IF; RETURN NEW; END $$`);
  await database.$executeRaw`CREATE TRIGGER "Offer_refuse" BEFORE UPDATE ON "Offer" FOR EACH ROW EXECUTE FUNCTION refuse()`;
  await expect(expireOffers(database, later(25))).rejects.toThrow("1 groups not looked after");
  expect(await sound.states()).toEqual(["left", "offered"]);
  await database.$executeRaw`DROP TRIGGER "Offer_refuse" ON "Offer"`;
  await expireOffers(database, later(25));
  expect(await broken.states()).toEqual(["left", "offered"]);
});

it("a line of 10,000 is offered 1,000 places, and ends, within one transaction each", async () => {
  const { groupId } = await openGroup(database, { capacity: 1, now });
  await inviteMany(url, 1_000_000, 10_000);
  await database.$executeRaw`
    INSERT INTO "Enrolment" ("groupId", "personId", "state", "ticket", "createdAt", "changedAt")
    SELECT ${groupId}::int, 1000000 + n, CASE n WHEN 0 THEN 'enrolled' ELSE 'waiting' END::"EnrolmentState", n, ${now}, ${now}
    FROM generate_series(0, 9999) n`;
  await database.group.update({ where: { id: groupId }, data: { taken: 1, waiting: 9_999, nextTicket: 10_000 } });
  const more = await database.$transaction((tx) => changeCapacity(tx, groupId, 1_001, now));
  expect(more).toEqual({ kind: "changed", offered: 1_000 });
  expect(await database.$transaction((tx) => closeGroup(tx, groupId, now))).toBe(8_999);
  expect(await findBroken(database)).toEqual([]);
});
