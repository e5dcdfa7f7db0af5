import { readSheet } from "read-excel-file/node";
import { beforeEach, describe, expect, it } from "vitest";
import { everybody } from "../../../../bot/announcements/audience/audience.ts";
import type { Person } from "../../../../playground/people/person.ts";
import { idOf } from "../../../support/addresses.ts";
import { openCity, words } from "../../../support/city.ts";
import { announcementRow } from "../../../support/factories/announcement.ts";
import { labels } from "../../drive.ts";
import { colleague, fire } from "../team.ts";
import { boardOf, empties, latest, residents, sendsToAll } from "./hall.ts";

const city = openCity({ plant: false });
const t = words.for("en");

describe("after an announcement was sent", () => {
  let author: Person;
  let reader: Person;

  beforeEach(async () => {
    await empties(city);
    author = await colleague(city, "en", "owner");
    const [first, gone] = await residents(city, ["en", "ru"]);
    reader = first as Person;
    await sendsToAll(author, "en", "The fair is on Friday", 3);
    gone?.leavesTelegram();
    await city.deliver();
    city.clock.advance({ seconds: 5 });
    await boardOf(city).refresh(city.clock.now());
  });

  it("its text is corrected for all who got it", async () => {
    author.sees("Delivered 2 · blocked 1");
    await author.taps(t("announce.button.correct"));
    await author.sendsPhoto("A picture");
    author.sees("can only be replaced by its like: Text");
    await author.says("The fair is on Saturday");
    author.sees("That is 2 people");
    await author.taps(t("announce.correct.yes_edit", { count: 2 }));
    await author.says("2");
    author.sees(t("announce.confirm.begins"));
    const before = reader.chat.length;
    await city.deliver();
    expect(reader.latest?.text).toBe("The fair is on Saturday");
    expect(reader.chat.length).toBe(before);
    city.clock.advance({ seconds: 5 });
    await boardOf(city).refresh(city.clock.now());
    author.sees("Correction of “The fair is on Saturday” is done");
    author.sees("Corrected 2");
  });

  it("it is taken back from all who got it, and not by one press", async () => {
    await author.taps(t("announce.button.delete_all"));
    author.sees("Delete “The fair is on Friday”");
    await author.taps(t("announce.correct.yes_delete", { count: 2 }));
    author.sees("To delete it, type the number of people");
    await author.says("3");
    author.sees("That is another number");
    expect(reader.latest?.text).toBe("The fair is on Friday");
    await author.says("2");
    await city.deliver();
    expect(reader.latest?.text).not.toBe("The fair is on Friday");
    expect(await latest(city)).toMatchObject({ state: "done", sent: 2 });
    city.clock.advance({ seconds: 5 });
    await boardOf(city).refresh(city.clock.now());
    author.sees("Deletion of “The fair is on Friday” is done");
    author.sees("Deleted 2");
  });

  it("it says before how many keep it because theirs is too old, and in the account as well", async () => {
    await city.services.database.$executeRaw`
      UPDATE "Delivery" SET "attemptedAt" = "attemptedAt" - interval '3 days' WHERE "personId" = ${BigInt(await idOf(city.services.database, reader))}`;
    await author.taps(t("announce.button.delete_all"));
    author.sees("It goes from 1 person");
    author.sees("1 person got it more than 48 hours ago");
    await author.taps(t("announce.correct.yes_delete", { count: 1 }));
    await author.says("1");
    await city.deliver();
    city.clock.advance({ seconds: 5 });
    await boardOf(city).refresh(city.clock.now());
    author.sees("Deleted 1 · older than 48 hours 1");
    author.sees("In all: 2 people");
    expect(reader.latest?.text).toBe("The fair is on Friday");
    await author.taps(t("announce.button.report"));
    const account = await readSheet(Buffer.from(author.latest?.document?.bytes ?? []), "Account");
    expect(account.find(([name]) => name === "Older than 48 hours")?.at(-1)).toBe(1);
  });

  it("it says that nothing can be deleted any more", async () => {
    city.clock.advance({ seconds: 49 * 3_600 });
    await author.taps(t("announce.button.delete_all"));
    author.sees(t("announce.correct.too_old"));
  });

  it("a weekly one says that it comes again, and ends on demand", async () => {
    const { id } = await latest(city);
    const { database, clock } = city.services;
    const startAt = new Date(clock.now().getTime() + 7 * 86_400_000);
    const next = await database.announcement.create({
      data: announcementRow(clock.now(), {
        state: "scheduled",
        isWeekly: true,
        parentId: id,
        startAt,
        audience: everybody,
      }),
    });
    await author.taps(t("announce.button.delete_all"));
    author.sees("The announcement comes every week. Next: ");
    await author.taps(t("announce.correct.yes_series"));
    await author.says("2");
    author.sees(t("announce.confirm.begins"));
    expect(await database.announcement.findUnique({ where: { id: next.id } })).toMatchObject({ state: "cancelled" });
  });

  it("its account is a workbook that adds up, with ids for owners alone", async () => {
    await author.taps(t("announce.button.report"));
    const document = Buffer.from(author.latest?.document?.bytes ?? []);
    const account = await readSheet(document, "Account");
    expect(account.slice(-8)).toEqual([
      ["Delivered", 0, 0, 2, 0, 2],
      ["Blocked", 1, 0, 0, 0, 1],
      ["Failed", 0, 0, 0, 0, 0],
      ["Uncertain", 0, 0, 0, 0, 0],
      ["Too late", 0, 0, 0, 0, 0],
      ["Cancelled", 0, 0, 0, 0, 0],
      ["Waiting", 0, 0, 0, 0, 0],
      ["Total", 1, 0, 2, 0, 3],
    ]);
    const rows = await readSheet(document, "Recipients");
    expect(rows.map((row) => row.slice(1, 3))).toEqual([
      ["Language", "Outcome"],
      ["Русский", "Blocked"],
      ["English", "Delivered"],
      ["English", "Delivered"],
    ]);
    expect(rows.flatMap(([id]) => id)).toContain(`telegram:${reader.user.id}`);

    const admin = await colleague(city, "en", "admin");
    await admin.says("/staff");
    await admin.taps(t("announce.title"));
    await admin.taps("The fair");
    await admin.taps(t("announce.button.report"));
    const theirs = await readSheet(Buffer.from(admin.latest?.document?.bytes ?? []), "Recipients");
    expect(theirs.map(([first]) => first)).toEqual(["No.", 1, 2, 3]);
  });

  it("it is repeated from the preview on, as a draft of its own", async () => {
    await author.taps(t("announce.button.repeat"));
    author.sees(t("announce.preview.ask"));
    expect(labels(author)).toContain(t("announce.preview.good"));
    expect(await latest(city)).toMatchObject({ state: "draft", sent: 0 });
  });

  it("nothing is corrected by somebody who lost their role in the middle", async () => {
    await author.taps(t("announce.button.delete_all"));
    await author.taps(t("announce.correct.yes_delete", { count: 2 }));
    await fire(city, author);
    await author.says("2");
    author.sees(t("staff.not_open"));
    await city.deliver();
    expect(reader.latest?.text).toBe("The fair is on Friday");
  });
});

describe("an announcement that fails", () => {
  it("pauses by itself and says why and what to do", async () => {
    await empties(city);
    const author = await colleague(city, "en", "owner");
    await sendsToAll(author, "en", "Broken", 1);
    await city.deliver();
    const { id } = await latest(city);
    await city.services.database.$executeRaw`
      UPDATE "Announcement" SET "state" = 'paused', "finishedAt" = NULL, "pauseReason" = 'in a row: 400 Bad Request: no rights'
      WHERE "id" = ${id}`;
    city.clock.advance({ seconds: 5 });
    await boardOf(city).refresh(city.clock.now());
    author.sees("fifty messages in a row failed");
    author.sees("Telegram said: 400 Bad Request: no rights");
    expect(labels(author)).toContain(t("announce.button.resume"));
  });
});
