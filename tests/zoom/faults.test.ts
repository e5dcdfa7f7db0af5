import { beforeEach, describe, expect, it } from "vitest";
import type { Language } from "../../bot/words/language.ts";
import { renderers } from "../../bot/zoom/renderers.ts";
import { personRow, roleRow } from "../support/factories/person.ts";
import { words } from "../support/words.ts";
import type { ZoomFault } from "../support/zoom/faults.ts";
import { type School, useSchool } from "./school.ts";

const { open } = useSchool();
let school: School;

beforeEach(async () => {
  school = await open({ patience: 1_500 });
});

const languages = ["ru", "tt", "en"] as const;
const week = 7 * 24;

describe("nothing is doubled and nothing is lost when", () => {
  const cases: { name: string; fits: RegExp; faults: ZoomFault[] }[] = [
    { name: "signing in", fits: /oauth/, faults: ["401", "500", "hangs"] },
    {
      name: "making a meeting",
      fits: /POST \/users\/me\/meetings$/,
      faults: ["401", "500", { retryAfter: 7 }, "daily", "cut before", "cut after", "hangs", "html"],
    },
    { name: "looking at a meeting", fits: /GET \/meetings/, faults: ["500", "cut before"] },
    { name: "deleting a date", fits: /DELETE/, faults: ["500", "cut after"] },
    { name: "registering", fits: /POST .*registrants/, faults: ["401", "500", "cut after", "hangs"] },
  ];

  it.each(cases.flatMap(({ faults, ...one }) => faults.map((fault) => ({ ...one, fault }))))(
    "$name: $fault",
    async ({ fault, fits }) => {
      // What hangs is waited for.
      school.zoom.fail(fault, fits, fault === "hangs" ? 1 : 2);
      const groupId = await school.group([24 * 5, 24 * 5 + week, 24 * 5 + 3 * week]);
      const learners = [await school.enrol(groupId), await school.enrol(groupId)];
      await school.settle();
      expect(school.starts()).toEqual([["2026-11-25T07:00:00Z", "2026-12-02T07:00:00Z", "2026-12-16T07:00:00Z"]]);
      expect(school.active()).toHaveLength(2);
      for (const learner of learners) expect(await school.linkOf(learner)).toBeDefined();
      expect(await school.pending()).toEqual([]);
    },
  );

  it("one account does not answer at all: the others' meetings are made", async () => {
    const groupId = await school.group([24]);
    await school.settle();
    school.zoom.fail("500", /\/meetings\/\d+/, Number.POSITIVE_INFINITY);
    await school.enrol(groupId);
    await school.worker.drain();
    await school.group([48]);
    await school.worker.drain();
    expect(school.zoom.calls.filter((call) => call === "POST /users/me/meetings")).toHaveLength(2);
  });
});

describe("limits", () => {
  it("make the whole account silent until they end, and a restart does not forget it", async () => {
    const groupId = await school.group([24]);
    await school.settle();
    school.zoom.fail({ retryAfter: 30 }, /registrants/);
    for (let n = 0; n < 5; n += 1) await school.enrol(groupId);
    const before = school.zoom.calls.length;
    await school.worker.drain();
    // At most as many as were under way together.
    expect(school.zoom.calls.length - before).toBeLessThanOrEqual(6);
    school.clock.advance({ seconds: 31 });
    await school.worker.drain();
    expect(school.active()).toHaveLength(5);
  });

  it("of a day hold back the changes of meetings until midnight UTC, not the registrants", async () => {
    const groupId = await school.group([24 * 5]);
    await school.settle();
    const [meeting] = school.zoom.meetings();
    school.zoom.fail("daily", /PATCH/);
    await school.database.$executeRaw`
      UPDATE "Lesson" SET "startsAt" = "startsAt" + interval '1 hour', "endsAt" = "endsAt" + interval '1 hour'`;
    await school.queueMeeting(groupId);
    await school.worker.drain();
    await school.enrol(groupId);
    await school.worker.drain();
    expect(meeting?.registrants).toHaveLength(1);
    expect((await school.pending()).map(({ kind, dueAt }) => [kind, dueAt.toISOString()])).toEqual([
      ["meeting", "2026-11-21T00:00:00.000Z"],
    ]);
    await school.settle();
    expect(school.starts()).toEqual([["2026-11-25T08:00:00Z"]]);
  });

  it("of one registrant hold back nobody else", async () => {
    const groupId = await school.group([24 * 3]);
    await school.settle();
    school.zoom.fail("registrant", /registrants/);
    await school.enrol(groupId);
    await school.worker.drain();
    await school.enrol(groupId);
    await school.worker.drain();
    expect(school.active()).toHaveLength(1);
    await school.settle();
    expect(school.active()).toHaveLength(2);
  });
});

describe("the staff", () => {
  const told = () => school.database.delivery.findMany({ where: { kind: "zoom-trouble" } });

  const written = async (language: Language) => {
    const [delivery] = await told();
    const render = renderers(school)["zoom-trouble"];
    if (delivery === undefined || render === undefined) throw new Error("nothing to write");
    const zone = "Europe/Moscow";
    const recipient = { personId: 7, t: words.for(language), zone, ownZone: zone, now: school.clock.now() };
    const rendering = await render({ ...delivery, personId: 7 }, recipient);
    return rendering.kind === "message" ? String(rendering.text) : rendering.kind;
  };

  it("is told once a day and account after a day of failures, and the tasks go on being tried", async () => {
    const { database } = school;
    const now = school.clock.now();
    await database.person.create({
      data: personRow(now, {
        id: 7,
        roles: { create: [roleRow(now, { role: "owner", origin: "environment" }), roleRow(now, { role: "admin" })] },
      }),
    });
    await database.person.create({
      data: personRow(now, { id: 8, roles: { create: roleRow(now, { role: "teacher" }) } }),
    });
    const groupId = await school.group([24 * 9]);
    await school.settle();
    school.zoom.fail("500", /./, Number.POSITIVE_INFINITY);
    await school.enrol(groupId);
    await school.enrol(groupId);
    await school.settle(10);
    expect(await told()).toEqual([]);
    school.clock.advance({ seconds: 24 * 3_600 });
    await school.settle(10);
    expect((await told()).map(({ personId }) => personId)).toEqual([7n]);
    const said = await Promise.all(languages.map((language) => written(language)));
    expect(said).toEqual([
      expect.stringContaining("Аккаунт № 1. 2 задачи ждут"),
      expect.stringContaining("2 бирем көтә"),
      expect.stringContaining("Account number 1. 2 tasks wait"),
    ]);
    school.zoom.mend();
    await school.settle();
    expect(school.active()).toHaveLength(2);
  });
});
