import { describe, expect, it } from "vitest";
import { commentsJob } from "../../../bot/voices/comments/comments-job.ts";
import { openBothDoors } from "../../support/both-doors.ts";
import { words } from "../../support/city.ts";
import { colleague } from "../staff/team.ts";
import { concert, guest, hour, labelsOf, opens, opensInQueue, writes } from "./hall.ts";

/** What keeps comments in order: appeals, complaints, rules of texts, words of a list, and what waits for long. */
const city = openBothDoors();

describe("a comment", () => {
  const t = words.for("ru");

  it("rejected a second time is final, in the words of whoever rejects", async () => {
    const date = await concert(city);
    const author = await guest(city, "telegram", "Роза", "ru");
    const moderator = await colleague(city, "ru", "moderator");
    await writes(author, "ru", { date, text: "Всё было не так, как обещали", name: "Роза" });
    await opensInQueue(moderator, "ru", "Роза");
    await moderator.taps(t("comment.button.reject"));
    await moderator.taps(t("comment.reason.own"));
    await moderator.says("Назовите, что именно обещали");
    await city.deliver();
    author.sees("Назовите, что именно обещали");
    await author.taps(t("comment.button.appeal"));
    await author.says("Обещали буфет");
    city.clock.advance({ seconds: 600 });
    await opensInQueue(moderator, "ru", "Роза");
    moderator.sees(t("comment.own_decision"));
    await moderator.taps(t("comment.button.reject"));
    await moderator.taps(t("comment.reason.unclear"));
    await city.deliver();
    expect(labelsOf(author)).not.toContain(t("comment.button.appeal"));
    expect(labelsOf(author)).toContain(t("comment.button.anew"));
  });

  it("is hidden by three readers until a human has looked, and its author may take it back", async () => {
    const { database } = city.services;
    const date = await concert(city);
    const author = await guest(city, "telegram", "Марат", "ru");
    const moderator = await colleague(city, "ru", "moderator");
    await writes(author, "ru", { date, text: "Мне не понравилось совсем" });
    await opensInQueue(moderator, "ru", t("comment.resident"));
    await moderator.taps(t("comment.button.approve"));
    const shown = async () => database.comment.findFirstOrThrow({ where: { text: "Мне не понравилось совсем" } });
    for (const name of ["Аня", "Боря", "Вера"]) {
      expect((await shown()).state).toBe("published");
      const reader = await guest(city, "telegram", name, "ru");
      await opens(reader, date);
      await reader.taps(t("comment.button.counted", { count: 1 }));
      await reader.taps(labelsOf(reader)[0] ?? "");
      await reader.taps(t("comment.button.flag"));
      reader.sees(t("comment.ask.flag"));
      await reader.taps(t("comment.button.flag_now"));
      reader.sees(t(name === "Вера" ? "comment.said.hidden" : "comment.said.flagged"));
    }
    expect((await shown()).state).toBe("hidden");
    await opensInQueue(moderator, "ru", t("comment.resident"));
    moderator.sees(t("comment.hold.flags", { count: 3 }).slice(1));
    await moderator.taps(t("comment.button.keep"));
    expect((await shown()).state).toBe("published");

    await opens(author, date);
    await author.taps(t("comment.button.counted", { count: 1 }));
    await author.taps(t("comment.button.own"));
    await author.taps(t("comment.button.withdraw"));
    await author.taps(t("comment.button.withdraw_now"));
    author.sees(t("comment.said.withdrawn"));
    expect(await database.comment.count({ where: { text: "Мне не понравилось совсем" } })).toBe(0);
  });

  it("that shouts is asked for again, and one with a word of the city's list waits although the city looks afterwards", async () => {
    const date = await concert(city);
    const moderator = await colleague(city, "ru", "moderator");
    await moderator.says("/staff");
    await moderator.taps(t("comment.title"));
    await moderator.taps(t("comment.button.rules"));
    moderator.sees(t("comment.rules.before"));
    await moderator.taps(t("comment.button.after"));
    moderator.sees(t("comment.rules.after"));
    await moderator.taps(t("comment.button.words"));
    await moderator.says("дур*, жулики");
    moderator.sees("дур*, жулики");
    const [kind, rude] = [await guest(city, "telegram", "Нина", "ru"), await guest(city, "telegram", "Петя", "ru")];
    await writes(kind, "ru", { date, text: "Очень хороший вечер" });
    kind.sees(t("comment.said.published"));
    await opens(rude, date);
    await rude.taps(t("comment.button.rate"));
    await rude.taps(t("comment.button.write"));
    await rude.says("ЭТО БЫЛО ПРОСТО УЖАСНО И ДОЛГО");
    rude.sees(t("comment.again.shouting"));
    await rude.says("Смотрите на www.example.com");
    rude.sees(t("comment.again.link"));
    await rude.says("Дурацкий концерт, ЖУЛИКИ!");
    await rude.taps(t("comment.resident"));
    await rude.taps(t("comment.button.send"));
    rude.sees(t("comment.said.waiting"));
    await opensInQueue(moderator, "ru", t("comment.resident"));
    await moderator.taps(t("comment.button.ban"));
    await moderator.taps(t("comment.button.ban_days", { count: 7 }));
    await moderator.taps(t("comment.button.reject"));
    await moderator.taps(t("comment.reason.insult"));
    await writes(rude, "ru", { date, text: "И ещё я хочу сказать" });
    expect(rude.screen).toContain(t("comment.said.banned", { when: "" }).slice(0, 20));
  });

  it("that has waited for a day is told to whoever moderates, once a day", async () => {
    const date = await concert(city);
    const author = await guest(city, "max", "Зиля", "tt");
    await writes(author, "tt", { date, text: "Бик ошады, рәхмәт" });
    const { database } = city.services;
    await database.staffRole.deleteMany();
    await database.comment.updateMany({
      where: { text: { not: "Бик ошады, рәхмәт" } },
      data: { waitingSince: null, hold: null },
    });
    const monday = new Date("2026-11-23T08:11:00Z");
    await database.comment.updateMany({
      where: { text: "Бик ошады, рәхмәт" },
      data: { state: "waiting", waitingSince: new Date(monday.getTime() - 24 * hour + 1), hold: "first" },
    });
    const moderator = await colleague(city, "ru", "moderator");
    const told = () => database.delivery.count({ where: { kind: "comments-wait" } });
    const job = commentsJob(city.services);
    await job.run(monday);
    expect(await told()).toBe(0);
    await job.run(new Date(monday.getTime() + hour));
    await job.run(new Date(monday.getTime() + 2 * hour));
    expect(await told()).toBe(1);
    city.clock.advance({ seconds: (monday.getTime() + 2 * hour - city.clock.now().getTime()) / 1000 });
    await city.deliver();
    moderator.sees(t("comment.told.waiting", { count: 1, time: t("duration.hours", { hours: 26 }) }).slice(0, 30));
    await moderator.taps(t("comment.button.queue"));
    moderator.sees(t("comment.queue.counts", { first: 1, word: 0, flags: 0, appeal: 0 }));
  });
});
