import { describe, expect, it } from "vitest";
import { isToOwnClass, type People, type SegmentCondition } from "../../bot/announcements/audience/audience.ts";
import { setMuted } from "../../bot/announcements/audience/mute-store.ts";
import { testDatabase } from "../support/database.ts";
import { announcementRow } from "../support/factories/announcement.ts";
import { personRow } from "../support/factories/person.ts";

const { database } = await testDatabase();
const now = new Date("2026-11-20T15:00:00Z");

const ofClass = { kind: "class", courseIds: [], groupIds: [1], states: ["enrolled"] } as const;
const learners = { kind: "learners", states: ["enrolled"] } as const;
const tatar = { kind: "languages", languages: ["tt"] } as const;

describe("whoever mutes announcements still gets what waits of their own classes, by the rule that sends it:", () => {
  it.each<[string, unknown[], unknown[]]>([
    ["everybody", [], []],
    ["a class", [ofClass], []],
    ["not a class", [], [ofClass]],
    ["all learners", [learners], []],
    ["a class or all learners", [{ kind: "any", of: [ofClass, learners] }], []],
    ["a class or Tatar", [{ kind: "any", of: [ofClass, tatar] }], []],
    ["Tatar, of a class", [tatar, ofClass], []],
  ])("%s", async (_, only, except) => {
    const audience: People = {
      kind: "people",
      only: only as SegmentCondition[],
      except: except as SegmentCondition[],
    };
    const person = await database.person.create({ data: personRow(now, {}) });
    const announcement = await database.announcement.create({ data: announcementRow(now, { audience }) });
    const { id } = await database.delivery.create({
      data: {
        ...{ personId: person.id, kind: "announcement", payload: {}, lane: "bulk", dueAt: now, expiresAt: now },
        ...{ dedupeKey: `announcement:${announcement.id}:${person.id}`, announcementId: announcement.id },
      },
    });
    await setMuted(database, Number(person.id), true, now);
    const { state } = await database.delivery.findUniqueOrThrow({ where: { id } });
    expect(state).toBe(isToOwnClass(audience) ? "pending" : "cancelled");
  });
});
