import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
// The whole bot, so that every room has registered its buttons.
import "../../../flows/bot.ts";
import { type Callback, callbacks } from "../../../bot/doors/telegram/screen/callback.ts";
import { staffCallbacks } from "../../../flows/staff/authorize.ts";
import type { Person } from "../../../playground/people/person.ts";
import { openCity, words } from "../../support/city.ts";
import { announcementRow } from "../../support/factories/announcement.ts";
import { courseRow, groupRow } from "../../support/factories/course.ts";
import { announce, forges } from "../drive.ts";
import { colleague, fire } from "./team.ts";

/**
 * Every button of the staff, those of later rooms too, pressed with forged data by somebody without any role.
 * `onStaffCallback` tells which there are; whichever was forgotten is found by its letter.
 */
const city = openCity({ plant: false });
const t = words.for("ru");

/** The first of two letters in the name of a staff's button. */
const staffLetters = "qpinuwt";

/** Buttons with such a letter that are for everybody: an invitation's, /staff itself, under announcements, of a card, privacy, ideas. */
const forEverybody = ["ib", "id", "in", "iq", "iz", "qa", "qm", "nh", "nm", "nu", "nv", "nc", "nw", "nz", "ic", "pv"];

/** What a room's buttons carry, where nothing below fits. */
const samples: Record<string, string[]> = {
  oa: ["1~ru"],
  of: ["1.url", "1.hours"],
  af: ["1.words_ru", "1.picture"],
  mg: ["1.7"],
  mj: ["1.insult", "1.own"],
  mm: ["1.0"],
  mu: ["+", "-"],
  ka: ["1~events", "1~courses"],
  ke: ["1~ru"],
  kp: ["1~publish", "1~withdraw"],
  kx: ["1~show", "1~out"],
  pg: ["coming~0~~~", "coming~0~2026-12-01~1~music"],
  po: ["month~coming~0~~~", "house~past~1~~1~"],
  pu: ["1~0~1"],
  uc: ["1~ru"],
  uj: ["people.week"],
  hc: ["v0"],
  hm: ["e1", "c1", "v1"],
  il: ["0"],
  io: ["1~0"],
  us: ["people.week"],
  ux: ["people.week"],
  uy: ["2026"],
  vi: ["+", "-"],
  we: ["1.rutitle", "1.ruask none"],
  wp: ["1.0.publish", "1.0.withdraw"],
  wu: ["1.0.cancel", "1.0.restore"],
  wy: ["1.0.closed", "1.0.open"],
  xs: ["take_up.1", "hide.1"],
  zn: ["+"],
  zs: ["o.0"],
  yr: ["0123456789ab"],
  yt: ["0123456789ab"],
};

type Button = Pick<Callback<unknown>, "name" | "read">;

const parts = fc.constantFrom("1", "2", "0", "zz", "p", "x", "on", "ru", "abcdefgh", "event", "2026-11-20");
const separators = fc.constantFrom(".", "~", ":", "!", "+", "-", ",", "");
const drawn = fc
  .sample(fc.array(fc.tuple(parts, separators), { maxLength: 5 }), { numRuns: 1500, seed: 20_261_120 })
  .map((pieces) => pieces.flat().join(""));

/** Data that the button's own code takes for real, naming what exists (1, 2) and what does not. */
function forgeriesOf({ name, read }: Button): string[] {
  const plain = ["", "1", "2", "1.1", "1~1", "1~", "1.0~0", ...(samples[name] ?? [])];
  return [...new Set([...plain, ...drawn])]
    .map((text) => `${name}:${text}`)
    .filter((data) => Buffer.byteLength(data) <= 64 && read(data) !== undefined)
    .slice(0, 4);
}

/** One line a table: all that is in the database, but for the receipts of updates. */
async function contents(): Promise<Record<string, string>> {
  const { database } = city.services;
  const tables = await database.$queryRaw<{ name: string }[]>`
    SELECT tablename AS "name" FROM pg_tables
    WHERE schemaname = 'public' AND tablename NOT IN ('UpdateReceipt', '_prisma_migrations')`;
  const all = tables.map(
    ({ name }) =>
      `SELECT '${name}' AS "name", md5(coalesce(string_agg(x::text, '|' ORDER BY x::text), '')) AS "sum" FROM "${name}" x`,
  );
  const sums = await database.$queryRawUnsafe<{ name: string; sum: string }[]>(all.join(" UNION ALL "));
  return Object.fromEntries(sums.map(({ name, sum }) => [name, sum]));
}

let guest: Person;
/** What nobody without a role may change. */
let before: Record<string, string>;
beforeAll(async () => {
  const { database } = city.services;
  await colleague(city, "ru", "owner");
  guest = await colleague(city, "ru");
  const { eventId } = await announce(city);
  await database.institution.create({ data: { texts: { create: { language: "ru", name: "Театр" } } } });
  const now = city.clock.now();
  const course = courseRow(now, { texts: { create: { language: "ru", title: "Курс" } } });
  const { id: courseId } = await database.course.create({ data: course });
  await database.group.create({ data: groupRow(now, { courseId }) });
  await database.announcement.create({ data: announcementRow(now, {}) });
  const expiresAt = new Date("2027-01-01T00:00:00Z");
  const code = "abcdefgh".padEnd(32, "x");
  await database.invitation.create({ data: { code, role: "admin", createdAt: now, expiresAt } });
  await database.auditEntry.create({
    data: { at: now, action: "programme.edit", subject: `event:${eventId}` },
  });
  before = await contents();
});

describe("a staff's button pressed by somebody without a role", () => {
  it.each(staffCallbacks.map(({ callback, action }) => ({ name: callback.name, action, callback })))(
    "$name, which is for $action, is refused",
    async ({ name, callback }) => {
      const forgeries = forgeriesOf(callback);
      expect(forgeries, `add data of "${name}" to the samples of this test`).not.toEqual([]);
      for (const data of forgeries) {
        await forges(guest, data);
        expect(guest.screen, data).toContain(t("staff.not_open"));
      }
    },
  );

  it("writes nothing, whichever it is", async () => {
    expect(await contents()).toEqual(before);
  });

  it("is refused as well to whoever was staff until now", async () => {
    const former = await colleague(city, "ru", "owner");
    await former.says("/staff");
    await fire(city, former);
    before = await contents();
    for (const { callback } of staffCallbacks) {
      await forges(former, forgeriesOf(callback)[0] ?? "");
      former.sees(t("staff.not_open"));
    }
    expect(await contents()).toEqual(before);
  });
});

it("no button of the staff is left unguarded", () => {
  const guarded = new Set(staffCallbacks.map(({ callback }) => callback.name));
  const names = [...callbacks.keys()];
  expect(names).toContain("qp");
  const staffs = names.filter((name) => name.length === 2 && staffLetters.includes(name[0] ?? ""));
  expect(staffs.filter((name) => !guarded.has(name) && !forEverybody.includes(name))).toEqual([]);
});
