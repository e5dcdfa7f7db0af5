import { beforeEach, describe, expect, it } from "vitest";
import { agreeCallback } from "../../../../bot/announcements/callbacks.ts";
import type { Person } from "../../../../playground/people/person.ts";
import { idOf } from "../../../support/addresses.ts";
import { openCity, words } from "../../../support/city.ts";
import { forges, labels } from "../../drive.ts";
import { colleague, fire } from "../team.ts";
import { boardOf, empties, latest, sendsToAll } from "./hall.ts";

const city = openCity({ plant: false });
const t = words.for("ru");

describe("an announcement to very many", () => {
  let author: Person;
  let second: Person;
  let third: Person;

  beforeEach(async () => {
    await empties(city);
    city.services.city.secondAdminFrom = 3;
    author = await colleague(city, "ru", "admin");
    second = await colleague(city, "ru", "owner");
    third = await colleague(city, "tt", "admin");
    city.clock.advance({ seconds: 60 });
    await sendsToAll(author, "ru", "Всем-всем", 3);
    city.clock.advance({ seconds: 60 });
    await city.deliver();
  });

  it("goes out when a second admin agrees, who sees it first as it will look; the third is told", async () => {
    author.sees("Я спросил 2 коллег");
    second.sees("хочет отправить объявление «Всем-всем»");
    second.sees("3 человека");
    second.sees("Русский 2, Татарча 1");
    second.sees(t("announce.start.at_once"));
    expect(second.chat.filter(({ text }) => text.includes("Всем-всем")).length).toBe(4);
    expect(labels(third)).toEqual([
      words.for("tt")("announce.button.agree"),
      words.for("tt")("announce.button.refuse"),
    ]);
    const ofAuthor = author.chat.length;
    expect((await latest(city)).state).toBe("proposed");
    await forges(author, agreeCallback.data((await latest(city)).id));
    author.sees(t("announce.proposal.your_own"));

    await third.says("/staff");
    await third.taps(words.for("tt")("announce.title"));
    await third.taps("Всем-всем");
    await Promise.all([second.taps(t("announce.button.agree")), third.taps(words.for("tt")("announce.button.agree"))]);
    const late = [second, third].filter(({ screen }) => /Кто-то уже нажал|Кемдер алданрак/.test(screen));
    expect(late).toHaveLength(1);
    await city.deliver();
    expect(await latest(city)).toMatchObject({ state: "done", sent: 3 });
    expect(author.chat.length).toBeGreaterThan(ofAuthor);
    await boardOf(city).refresh(city.clock.now());
    author.sees("Рассылка «Всем-всем»: готово");
  });

  it("becomes a draft again when they refuse, and its author is told", async () => {
    await second.taps(t("announce.button.refuse"));
    second.sees(t("announce.proposal.ask_reason"));
    await second.says("Дата не та");
    second.sees(t("announce.proposal.you_refused"));
    await city.deliver();
    author.sees("отказ: «Всем-всем». Ничего не отправлено");
    author.sees("Причина: Дата не та");
    await author.taps(t("announce.button.open"));
    author.sees("Рассылка «Всем-всем»: черновик");
    author.sees("Причина: Дата не та");
    expect(await latest(city)).toMatchObject({ state: "draft", confirmedBy: null });
  });

  it("is not agreed to by somebody who is not staff any more", async () => {
    await fire(city, second);
    await second.taps(t("announce.button.agree"));
    second.sees(t("staff.not_open"));
    expect((await latest(city)).state).toBe("proposed");
  });
});

it("an author is told whom of their colleagues the question cannot reach", async () => {
  await empties(city);
  city.services.city.secondAdminFrom = 1;
  const author = await colleague(city, "ru", "admin");
  const [second, third] = [await colleague(city, "ru", "owner"), await colleague(city, "ru", "admin")];
  const closes = async (person: Person) =>
    city.services.database.address.updateMany({
      where: { personId: BigInt(await idOf(city.services.database, person)) },
      data: { unreachable: "blocked", unreachableAt: city.clock.now() },
    });
  await closes(third);
  await sendsToAll(author, "ru", "Первое", 2);
  author.sees("Я спросил 1 коллегу");
  author.sees("Ещё 1 коллеге написать не могу");
  await closes(second);
  await sendsToAll(author, "ru", "Второе", 1);
  author.sees("Написать 2 коллегам я сейчас не могу");
});
