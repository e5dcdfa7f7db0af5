import { beforeEach } from "vitest";
import type { FeedFormat } from "../../../bot/feeds/feed-format.ts";
import { importAsStaff, previewImport } from "../../../bot/feeds/preview/import-store.ts";
import { testDatabase } from "../../support/database.ts";
import { personRow, roleRow } from "../../support/factories/person.ts";

export const now = new Date("2026-11-20T12:00:00Z");
export const timeZone = "Europe/Moscow";
const admin = { by: 1, now };

export const source = (content: string | Uint8Array): Uint8Array =>
  typeof content === "string" ? Buffer.from(content) : content;

/** An empty programme before each test of the calling file, with an admin (1) and somebody who is not staff (2). */
export async function openOffice() {
  const { database } = await testDatabase();
  for (const id of [1, 2]) await database.person.create({ data: personRow(now, { id }) });
  beforeEach(async () => {
    await database.$executeRaw`TRUNCATE "Event", "Place", "Institution", "AuditEntry", "Load", "Delivery" CASCADE`;
    await database.staffRole.create({ data: roleRow(now, { personId: 1, role: "admin" }) });
  });

  const preview = async (format: FeedFormat, content: string | Uint8Array) => {
    const acted = await previewImport(database, admin, { format, source: source(content) }, { timeZone });
    if (acted.kind === "forbidden") throw new Error("forbidden");
    return acted.value;
  };
  const imports = async (
    format: FeedFormat,
    content: string | Uint8Array,
    missing: readonly { eventId: number }[] = [],
  ) => {
    const acted = await importAsStaff(
      database,
      admin,
      { format, source: source(content), name: "афиша" },
      { timeZone, missing: missing.map(({ eventId }) => eventId) },
    );
    if (acted.kind === "forbidden") throw new Error("forbidden");
    return acted.value;
  };
  const programme = () =>
    database.event.findMany({
      include: {
        texts: true,
        links: true,
        occurrences: { orderBy: { startsAt: "asc" }, include: { place: { include: { texts: true } } } },
      },
      orderBy: { id: "asc" },
    });
  const startsOf = async () =>
    (await programme()).flatMap(({ occurrences }) => occurrences.map(({ startsAt }) => startsAt.toISOString()));
  return { database, preview, imports, programme, startsOf };
}
