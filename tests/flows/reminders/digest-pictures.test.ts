import { beforeEach, describe, expect, it } from "vitest";
import { digestJob } from "../../../bot/digests/digest-job.ts";
import { languages } from "../../../bot/words/language.ts";
import type { Failure } from "../../../playground/api/faults.ts";
import { idOf } from "../../support/addresses.ts";
import { openCity, words } from "../../support/city.ts";
import { announce, labels } from "../drive.ts";

const city = openCity({ plant: false });

/** The morning after the clock's evening, or the day after the last morning. */
async function nextMorning(): Promise<void> {
  const now = city.clock.now();
  const morning = new Date(now);
  morning.setUTCHours(7, 0, 0, 0);
  if (morning <= now) morning.setUTCDate(morning.getUTCDate() + 1);
  city.clock.advance({ seconds: (morning.getTime() - now.getTime()) / 1_000 });
  await fill();
  await digestJob(city.services).run(city.clock.now());
  await city.deliver();
}

/** Three concerts of today, each with a picture, and one without. */
async function fill(): Promise<void> {
  await city.services.database.event.deleteMany();
  for (const [hours, section] of [
    [3, "music"],
    [5, "theatre"],
    [7, "cinema"],
    [8, "literature"],
  ] as const) {
    const startsAt = new Date(city.clock.now().getTime() + hours * 3_600_000);
    await announce(city, {
      section,
      texts: { ru: { title: `Вечер ${section}` } },
      ...(section !== "literature" && { posterUrl: `https://example.org/${section}.jpg` }),
      ...(section === "cinema" && { audiences: ["children" as const] }),
      occurrences: [{ startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000) }],
    });
  }
}

async function reader(name: string, languageCode = "ru") {
  const t = words.for(languageCode as "ru");
  const person = city.telegram.person(name, { languageCode });
  await person.says("/settings");
  await person.taps(t("digest.button.open"));
  await person.taps(t("digest.button.default_daily", { time: "10:00" }));
  return { person, t };
}

/** What came with the last digest: its words, and the captions of its pictures. */
const came = (person: Awaited<ReturnType<typeof reader>>["person"], heading: string) => {
  const at = person.chat.findLastIndex(({ text }) => text.includes(heading));
  return { words: person.chat[at], pictures: person.chat.slice(at + 1).map(({ text, media }) => [text, media?.kind]) };
};

beforeEach(async () => {
  await city.services.database.digest.deleteMany();
});

describe.each(languages)("a digest with pictures, in %s", (language) => {
  it("has three picks behind its words, each with its reason, and none once they are switched off", async () => {
    const { person, t } = await reader(`Алсу ${language}`, language);
    person.sees(t("digest.pictures"));
    const personId = BigInt(await idOf(city.services.database, person));
    await city.services.database.interest.create({
      data: { personId, audience: "children", lastAt: city.clock.now() },
    });
    await nextMorning();
    const { words: text, pictures } = came(person, "Вечер literature");
    expect(text?.keyboard.flat().length).toBeGreaterThan(3);
    expect(pictures.map(([, kind]) => kind)).toEqual(["photo", "photo", "photo"]);
    const [first, ...others] = pictures.map(([caption = ""]) => caption);
    expect(first).toContain("cinema");
    expect(first?.toLowerCase()).toContain(
      t("digest.because_opened", { audience: t("audience.children") }).toLowerCase(),
    );
    for (const caption of others) expect(caption?.toLowerCase()).toContain(t("digest.because_new").toLowerCase());

    await person.says("/settings");
    await person.taps(t("digest.button.open"));
    await person.taps(t("digest.button.pictures_off"));
    person.sees(t("digest.no_pictures"));
    expect(labels(person)).toContain(t("digest.button.pictures_on"));
    await nextMorning();
    expect(came(person, "Вечер literature").pictures).toEqual([]);
  });
});

describe("a digest whose pictures cannot be had", () => {
  it.each<[why: string, Failure]>([
    ["Telegram cannot load one", { code: 400, description: "Bad Request: failed to get HTTP URL content" }],
    ["it is too fast", { code: 429, description: "Too Many Requests: retry after 5", retryAfter: 5 }],
    ["the connection breaks before", "reset before accepting"],
    ["the answer is lost", "reset after accepting"],
  ])("is delivered once, in words, when %s", async (why, failure) => {
    const { person } = await reader(`Иван, ${why}`);
    const end = city.telegram.fail({ method: "sendMediaGroup", with: failure });
    await nextMorning();
    end();
    await city.deliver();
    const digests = person.chat.filter(({ text }) => text.includes("Вечер literature"));
    expect(digests).toHaveLength(1);
    const personId = BigInt(await idOf(city.services.database, person));
    const rows = await city.services.database.delivery.findMany({ where: { personId, kind: "digest" } });
    expect(rows.map(({ state, attempts }) => [state, attempts])).toEqual([["sent", 1]]);
  });
});
