import { beforeAll, beforeEach } from "vitest";
import { createEvent } from "../../../bot/programme/editing/create-event-store.ts";
import { findForEditing } from "../../../bot/programme/editing/find-event-store.ts";
import { publishEvent } from "../../../bot/programme/editing/publish-event-store.ts";
import { testDatabase } from "../../support/database.ts";
import { admin, concert, type House, now, openHouse, reader, timeZone } from "./staff.ts";

/** The house and, anew before each test of the calling file, a concert that is still a draft. */
export async function openDesk() {
  const { database } = await testDatabase();
  const desk = { eventId: 0, house: {} as House };
  beforeAll(async () => {
    desk.house = await openHouse(database);
  });
  beforeEach(async () => {
    await database.event.deleteMany();
    await database.delivery.deleteMany();
    await database.auditEntry.deleteMany();
    const created = await createEvent(database, admin, concert(desk.house), timeZone);
    desk.eventId = created.kind === "done" ? created.value.eventId : 0;
  });

  const read = async () => {
    const event = await findForEditing(database, desk.eventId);
    if (event === null) throw new Error("gone");
    return event;
  };
  const edition = async () => ({ id: desk.eventId, revision: (await read()).revision });
  const publish = async () => publishEvent(database, admin, await edition(), now);
  const dateId = async (index = 0) => (await read()).occurrences[index]?.id ?? 0;
  /** Somebody wants to be reminded of the first date. */
  const follow = async () =>
    database.reminder.create({ data: { personId: reader, occurrenceId: await dateId(), minutes: 60, createdAt: now } });
  const deliveries = async (kind: string) => database.delivery.findMany({ where: { kind } });
  return { database, desk, read, edition, publish, dateId, follow, deliveries };
}
