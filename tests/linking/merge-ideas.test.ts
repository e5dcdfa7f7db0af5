import { describe, expect, it } from "vitest";
import { mergePeople } from "../../bot/linking/merging/merge-store.ts";
import { testDatabase } from "../support/database.ts";
import { evening } from "../support/evening.ts";
import { personRow } from "../support/factories/person.ts";

const { database } = await testDatabase();
const { now, timeZone } = evening;
const [keptId, goneId] = [4_600_000_000_000_001, 4_600_000_000_000_002];
const [kept, gone] = [BigInt(keptId), BigInt(goneId)];

describe("of ideas", () => {
  it("a voice of both is one, and the count says so; ideas of both are theirs", async () => {
    for (const id of [kept, gone]) await database.person.create({ data: personRow(now, { id }) });
    const idea = {
      language: "ru",
      body: "",
      createdAt: now,
      changedAt: now,
      titleTrigrams: 0,
      bodyTrigrams: 0,
    } as const;
    const voice = (personId: bigint) => ({ personId, givenAt: now, isFresh: false, knownTo: 0 });
    const shared = await database.idea.create({
      data: {
        ...{ ...idea, title: "Каток", folded: "каток", authorId: gone, voices: 2 },
        supporters: { create: [voice(gone), voice(kept)] },
      },
    });
    const own = await database.idea.create({
      data: { ...idea, title: "Хор", folded: "хор", voices: 1, supporters: { create: voice(gone) } },
    });
    await database.$transaction((tx) => mergePeople(tx, { keptId, goneId, now, cityZone: timeZone }));
    expect(await database.idea.findUnique({ where: { id: shared.id } })).toMatchObject({ voices: 1, authorId: kept });
    expect(await database.idea.findUnique({ where: { id: own.id } })).toMatchObject({ voices: 1 });
    expect(await database.ideaVoice.findMany({ select: { personId: true } })).toEqual([
      { personId: kept },
      { personId: kept },
    ]);
  });
});
