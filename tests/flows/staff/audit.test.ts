import { readSheet } from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { forget } from "../../../bot/privacy/erase-store.ts";
import { note } from "../../../bot/staff/act-store.ts";
import { idOf } from "../../support/addresses.ts";
import { openCity, words } from "../../support/city.ts";
import { announce, labels } from "../drive.ts";
import { colleague } from "./team.ts";

const city = openCity({ plant: false });

describe.each(["ru", "tt", "en"] as const)("the log in %s", (language) => {
  const t = words.for(language);

  it("shows the newest first, opens each with what changed, and finds by name and number", async () => {
    const { database, clock } = city.services;
    const owner = await colleague(city, language, "owner");
    const title = `Богема ${language}`;
    const { eventId } = await announce(city, { texts: { ru: { title } } });
    const subject = `event:${eventId}`;
    for (let day = 1; day <= 8; day += 1) {
      await note(database, {
        personId: await idOf(city.services.database, owner),
        at: new Date(clock.now().getTime() + day * 1000),
        action: "programme.edit",
        verb: "move",
        subject,
        before: { startsAt: "2026-11-20T16:00:00.000Z", "texts.ru.title": "Тоска", isFree: true, revision: day },
        after: { startsAt: `2026-11-2${day}T17:00:00.000Z`, "texts.ru.title": title, isFree: true, revision: day + 1 },
      });
    }
    await owner.says("/staff");
    await owner.taps(t("audit.button"));
    const moved = t("audit.done", { action: t("audit.action.programme_edit"), verb: t("audit.verb.move") });
    owner.sees(moved);
    owner.sees(t("audit.named", { what: t("audit.subject.event"), title }));
    await owner.taps(title);
    owner.sees(`${t("audit.field.startsAt")}:`);
    owner.sees(`${t("audit.field_in", { field: t("audit.field.title"), language: "Русский" })}: Тоска → ${title}`);
    owner.doesNotSee("isFree");
    owner.doesNotSee("revision");
    await owner.taps(t("audit.same"));
    await owner.taps(t("button.later"));
    expect(labels(owner).filter((label) => label.includes(title))).toHaveLength(2);
    await owner.taps(t("audit.all"));

    await owner.taps(t("audit.filters"));
    expect(labels(owner)).toContain(owner.name);
    await owner.taps(t("audit.subject.event"));
    owner.sees(title);

    await owner.taps(t("audit.search"));
    owner.sees(t("audit.ask"));
    await owner.says(`БОГЕМА ${language}`);
    owner.sees(t("audit.found"));
    await owner.taps(title);
    owner.sees(moved);
    await owner.taps(t("audit.search"));
    await owner.says(subject);
    owner.sees(t("audit.found"));
    await owner.taps(t("audit.search"));
    await owner.says("нет такого");
    owner.sees(t("audit.nothing_found"));

    await owner.says("/staff");
    await owner.taps(t("audit.button"));
    expect(labels(owner).some((label) => label.includes(`${t("audit.verb.move")} · Богема`))).toBe(true);
    await owner.taps(t("audit.days"));
    await owner.taps(t("numbers.days.last_month"));
    await owner.taps(t("audit.show"));
    owner.sees(t("audit.empty"));
    await owner.taps(t("audit.days"));
    await owner.says("2026");
    await owner.taps(t("audit.file"));
    const { document } = owner.latest ?? {};
    expect(document?.fileName).toMatch(/2026.*\.xlsx$/);
    const rows = await readSheet(Buffer.from(city.telegram.fileBytes(document?.fileId ?? "")));
    const own = rows.filter((row) => String(row[4]).includes(title));
    expect(own.length).toBeGreaterThanOrEqual(8);
    expect(own[0]?.[2]).toBe(owner.name);
    expect(String(own.at(-1)?.[5] ?? "") + String(own[0]?.[5])).toContain(`: Тоска → ${title}`);
    expect(JSON.stringify(rows)).not.toContain("revision");
  });
});

it("keeps what somebody did who is erased", async () => {
  const owner = await colleague(city, "en", "owner");
  const { database } = city.services;
  const gone = await colleague(city, "en", "owner");
  await note(database, {
    personId: await idOf(city.services.database, gone),
    at: new Date(city.clock.now().getTime() + 60_000),
    action: "something.new",
    subject: "comet:1",
    after: { note: "<b>&".repeat(300), list: [1, 2], none: null, yes: true },
  });
  const goneId = await idOf(database, gone);
  await forget(database, goneId, city.clock.now());
  await owner.says("/staff");
  await owner.taps("Audit log");
  owner.sees("someone of the team");
  expect(owner.screen).not.toMatch(new RegExp(`${gone.user.id}|${goneId}`));
  await owner.taps("something.new");
  owner.sees("list: 1, 2");
  owner.sees("none: —");
  owner.sees("yes: yes");
});
