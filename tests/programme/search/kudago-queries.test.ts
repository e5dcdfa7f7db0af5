import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { importFeed } from "../../../bot/feeds/import.ts";
import { search } from "../../../bot/programme/search/search-store.ts";
import { testDatabase } from "../../support/database.ts";
import { formatOf } from "../../support/format.ts";

const sample = fileURLToPath(new URL("../../../../shared/data/kudago-sample.json", import.meta.url));
const isThere = existsSync(sample);
if (!isThere) console.warn(`SKIPPED: the queries on real records, because ${sample} is not there.`);

/** After all of its events, so that their order is their match alone. */
const now = new Date("2026-11-19T12:00:00Z");

describe.skipIf(!isThere)("real records", async () => {
  const { database } = await testDatabase();

  beforeAll(async () => {
    await importFeed(database, formatOf("kudago"), sample, { now, timeZone: "Europe/Moscow" });
  });

  it.each([
    ["red snapper", "119648"],
    ["дядя ваня", "128955"],
    ["дядя ваня моссовета", "128955"],
    ["вишневый сад", "129049"],
    ["вишнёвый сад", "129049"],
    ["вишневй сад", "129049"],
    ["вишневого сада", "129049"],
    ["три сестры", "128957"],
    ["plasebo", "114078"],
    ["placebo", "114078"],
    ["здфсуищ", "114078"],
    ["чайф", "123917"],
    ["chayf", "123917"],
    ["xfqa", "123917"],
    ["элизиум", "123916"],
    ["моцарт", "123022"],
    ["моцард", "123022"],
    ["motsart", "123022"],
    ["латиноамериканский джаз", "129508"],
    ["вуди аллен", "129383"],
    ["Ночь кино", "129383"],
    ["уилл смит", "130289"],
    ["масоны", "131602"],
    ["экскурсия призраки", "131591"],
    ["ghbphfrb yjxyjuj ujhjlf", "131591"],
    ["старосветские помещики", "24077"],
    ["зори здесь тихие", "23734"],
    ["жизнь и судьба", "15045"],
    ["живопись для чайников", "129322"],
    ["комедия скамейка", "131309"],
    ["morcheeba", "126967"],
    ["morchiba", "126967"],
    ["йемен", "128291"],
  ])("%s finds record %s first", async (text, recordId) => {
    const outcome = await search(database, { text, now, zone: "Europe/Moscow", limit: 1, offset: 0 });
    const eventId = outcome.kind === "nothing" ? -1 : outcome.hits[0]?.eventId;
    expect(await database.origin.findUnique({ where: { eventId: eventId ?? -1 } })).toMatchObject({ recordId });
  });
});
