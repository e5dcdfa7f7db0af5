import { describe, expect, it } from "vitest";
import { chatKey } from "../../../bot/doors/telegram/door.ts";
import { eraseCallback } from "../../../flows/account/callbacks.ts";
import { cancelCallback } from "../../../flows/kit/callbacks.ts";
import { newInstitutionCallback } from "../../../flows/staff/institutions/callbacks.ts";
import { pasteEventCallback } from "../../../flows/staff/programme/callbacks.ts";
import { giveRecordingCallback } from "../../../flows/staff/teach/callbacks.ts";
import type { Person } from "../../../playground/people/person.ts";
import { idOf } from "../../support/addresses.ts";
import { openCity, words } from "../../support/city.ts";
import { schoolIn } from "../classes/school.ts";
import { forges, labels } from "../drive.ts";
import { learnerOf, openTaughtGroup } from "../staff/teach/classroom.ts";
import { colleague } from "../staff/team.ts";

const city = openCity({ plant: false });
const t = words.for("ru");
const long = "ж".repeat(4_096);

const logOf = async ({ user }: Person): Promise<string | undefined> => {
  const row = await city.services.database.dialogue.findUnique({ where: { key: chatKey(user) } });
  return row === null ? undefined : JSON.stringify(row.state);
};

async function askedForTheWord(): Promise<Person> {
  const person = await colleague(city, "ru");
  await forges(person, eraseCallback.data(null));
  return person;
}

describe("answers that do not fit", () => {
  it("are not kept: the log is as long after nineteen as after one, and the last question is the one to answer", async () => {
    const person = await askedForTheWord();
    await person.says(long);
    const first = (await logOf(person))?.length ?? 0;
    expect(first).toBeLessThan(2_500);
    for (let count = 2; count <= 19; count += 1) await person.says(long);
    const log = (await logOf(person)) ?? "";
    expect(log.length).toBeLessThanOrEqual(first + 8);
    expect(log).not.toContain("жжж");
    // The button of the question as it was asked last.
    await person.taps(t("button.cancel"));
    person.sees(t("privacy.kept"));
  });

  it("end the dialogue at the twentieth, with a sentence; what comes then is taken for what it says", async () => {
    const person = await askedForTheWord();
    for (let count = 1; count <= 20; count += 1) await person.says("нет");
    expect(await logOf(person)).toBeUndefined();
    person.sees(t("step.not_understood"));
    person.sees(t("step.begin_again"));
    expect(labels(person)).toEqual([]);
    await person.says(t("privacy.word"));
    expect(
      await city.services.database.person.count({ where: { id: await idOf(city.services.database, person) } }),
    ).toBe(1);
  });

  it("of an enrolment leave what was entered for a week, and the usual keyboard", async () => {
    const school = schoolIn(city);
    const { groupId } = await school.opens();
    const person = await colleague(city, "ru");
    const usual = JSON.stringify(person.replyKeyboard);
    await school.begins(person, groupId);
    await person.taps(t("enrol.agree"));
    for (let count = 1; count <= 20; count += 1) await person.says("8 917");
    person.sees(t("enrol.aside"));
    expect(JSON.stringify(person.replyKeyboard)).toBe(usual);
  });

  it("are sixty-five, and the dialogue stays as small and as cheap as at first", async () => {
    const person = await askedForTheWord();
    const lengths: number[] = [];
    for (let count = 1; count <= 65; count += 1) {
      await person.says(long);
      const log = await logOf(person);
      lengths.push(log?.length ?? 0);
      if (log === undefined) await forges(person, eraseCallback.data(null));
    }
    expect(lengths.filter((length) => length === 0)).toHaveLength(3);
    expect(Math.max(...lengths)).toBeLessThan(2_500);
  });

  it("a press on an older question leaves no trace either", async () => {
    const person = await colleague(city, "ru", "admin");
    await forges(person, newInstitutionCallback.data(null));
    const old = person.latest?.id ?? 0;
    await person.says("Дом музыки");
    const before = (await logOf(person))?.length ?? 0;
    for (let count = 1; count <= 30; count += 1) await person.tapsData(old, cancelCallback.data(null));
    expect((await logOf(person))?.length ?? 0).toBeLessThanOrEqual(before + 8);
    await person.taps(t("programme.button.skip"));
    person.sees(t("institution.ask.name_in", { language: "tt" }));
  });
});

describe("a log", () => {
  it("keeps nothing of what the bot said", async () => {
    const person = await colleague(city, "ru", "admin");
    await forges(person, pasteEventCallback.data(null));
    await person.says("Вечер Тукая\n\n27 ноября в 18:30");
    await person.taps(t("programme.field.section"));
    await person.taps(t("section.literature"));
    expect(await logOf(person)).not.toContain(t("programme.guessed"));
    expect(await logOf(person)).not.toContain("inline_keyboard");
    await person.taps(t("programme.button.save"));
    // No event without a place is taken for one online.
    await person.taps(t("programme.button.online"));
    person.sees(t("programme.saved"));
  });

  it("above 256 kB ends its dialogue, with a sentence", async () => {
    const person = await colleague(city, "ru", "admin");
    await forges(person, pasteEventCallback.data(null));
    await person.says("Вечер Тукая\n\n27 ноября в 18:30");
    let rounds = 0;
    let log = await logOf(person);
    for (; log !== undefined && rounds < 200; rounds += 1) {
      expect(Buffer.byteLength(log)).toBeLessThanOrEqual(256 * 1_024);
      await person.taps(t("programme.field.body"));
      log = await logOf(person);
      // The press may be what is too much; a text after it would be a search.
      if (log === undefined) break;
      await person.says(long.slice(0, 3_000));
      log = await logOf(person);
    }
    // Long enough for whoever corrects each field twice.
    expect(rounds).toBeGreaterThan(20);
    expect(log).toBeUndefined();
    person.sees(t("step.too_long"));
    person.sees(t("step.begin_again"));
  });
});

it("an answer in the middle of a dialogue is still one when Telegram's answer to the next question was lost", async () => {
  const person = await colleague(city, "ru", "admin");
  await forges(person, newInstitutionCallback.data(null));
  city.telegram.fail({ method: "sendMessage", times: 1, with: "reset after accepting" });
  await person.says("Дом слова");
  person.sees(t("institution.ask.address"));
  await person.says("Баумана, 5");
  person.sees(t("institution.ask.name_in", { language: "tt" }));
});

describe("an answer that ends in an error", () => {
  const breaks = (times: number) => {
    let calls = 0;
    // The first call of each update; the apology comes through.
    const when = (method: string) => method === "sendMessage" && ++calls % 2 === 1;
    return city.telegram.fail({ when, times, with: { code: 400, description: "Bad Request: something new" } });
  };

  it("leaves the question open, with all that was entered", async () => {
    const person = await colleague(city, "ru", "admin");
    await forges(person, newInstitutionCallback.data(null));
    await person.says("Дом голоса");
    breaks(1);
    await person.says("Баумана, 5");
    person.sees("Попробуйте ещё раз");
    await person.says("Баумана, 5");
    person.sees(t("institution.ask.name_in", { language: "tt" }));
  });

  it("three times in a row ends the dialogue, and says so", async () => {
    const person = await askedForTheWord();
    const end = breaks(3);
    for (const answer of ["нет", "нет"]) {
      await person.says(answer);
      person.sees("Попробуйте ещё раз");
      expect(await logOf(person)).toBeDefined();
    }
    await person.says("нет");
    end();
    person.sees("этот вопрос я закрыл");
    expect(await logOf(person)).toBeUndefined();
  });

  it("after what it asked for was done ends the dialogue: another answer would do it again", async () => {
    const teacher = await colleague(city, "ru", "teacher");
    const { groupId, lessonIds } = await openTaughtGroup(city, { teacher, lessonsIn: [-120] });
    await learnerOf(city, groupId, "Алсу");
    await forges(teacher, giveRecordingCallback.data(lessonIds[0] ?? 0));
    breaks(1);
    await teacher.says("https://video.example.org/1");
    teacher.sees("посмотрите, не сделано ли уже");
    expect(await logOf(teacher)).toBeUndefined();
    expect(await city.services.database.delivery.count({ where: { lessonId: lessonIds[0] ?? 0 } })).toBe(1);
  });
});
