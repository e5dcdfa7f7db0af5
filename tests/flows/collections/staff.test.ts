import { describe, expect, it } from "vitest";
import { languages } from "../../../bot/words/language.ts";
import type { Person } from "../../../playground/people/person.ts";
import { idOf } from "../../support/addresses.ts";
import { openCity, words } from "../../support/city.ts";
import { roleRow } from "../../support/factories/person.ts";
import { announce, forges } from "../drive.ts";
import { colleague } from "../staff/team.ts";

/** A Night as those who make it walk through it. */
const city = openCity({ plant: false });

const evening = { startsAt: new Date("2026-12-05T16:00:00Z"), endsAt: new Date("2026-12-05T18:00:00Z") };

describe.each(languages)("an admin who reads %s", (language) => {
  const t = words.for(language);

  it("makes a Night by dialogue, fills it by ticking and by a rule, orders, shows and withdraws it", async () => {
    const { database } = city.services;
    const organ = `Органный вечер ${language}`;
    const choir = `Хор на лестнице ${language}`;
    await announce(city, { texts: { ru: { title: organ } }, occurrences: [evening] });
    await announce(city, { texts: { ru: { title: choir } }, occurrences: [evening] });
    await announce(city, {
      section: "literature",
      texts: { ru: { title: `Чтения ${language}` } },
      occurrences: [evening],
    });
    const admin = await colleague(city, language, "admin");
    const title = `Nacht ${language}`;
    await admin.says("/staff");
    await admin.taps(t("collection.edit.title"));
    await admin.taps(t("collection.edit.button.new"));
    await admin.taps(t("collection.kind.night"));
    await admin.taps(t("programme.button.no_institution"));
    await admin.says(title);
    for (const _ of ["summary", "other", "another"]) await admin.taps(t("programme.button.skip"));
    await admin.says("что-нибудь потом");
    admin.sees(t("collection.edit.ask.dates_again"));
    await admin.says("5.12.2026 18:00–23:00");
    admin.sees(t("collection.edit.said.made"));
    const { id } = await database.collection.findFirstOrThrow({ orderBy: { id: "desc" } });

    const resident = city.telegram.person(`Житель ${language}`, { languageCode: language });
    await resident.says("/start");
    await resident.says(`/start kc_${id.toString(36)}`);
    resident.sees(t("collection.gone"));

    await admin.taps(t("collection.edit.button.events"));
    await admin.says(choir);
    await admin.taps(choir);
    await admin.taps(t("collection.edit.button.take", { count: 1 }));
    admin.sees(t("collection.edit.said.taken", { count: 1, out: 0 }));

    await admin.taps(t("collection.edit.button.rule"));
    await admin.taps(t("section.music"));
    await admin.taps(t("collection.edit.button.ready"));
    await admin.taps(t("collection.edit.button.ready"));
    await admin.says("органный");
    admin.sees(organ);
    await admin.taps(t("collection.edit.button.save"));
    admin.sees(t("collection.edit.said.rule"));

    await admin.taps(t("collection.edit.button.publish"));
    admin.sees(t("collection.edit.said.shown"));
    await resident.says(`/start kc_${id.toString(36)}`);
    resident.sees(title);
    await resident.taps(t("collection.button.hour"));
    resident.sees(organ);
    resident.sees(choir);
    expect(resident.screen).not.toContain(`Чтения ${language}`);
    await resident.taps(`19:00 ${choir}`);
    await resident.taps(t("collection.button.part", { title }));
    resident.sees(title);

    await admin.taps(t("collection.edit.button.members"));
    admin.sees(choir);
    await admin.taps(choir);
    await admin.taps(t("collection.edit.button.out"));
    admin.sees(t("collection.edit.said.out"));
    await forges(admin, `kq:${id.toString(36)}`);
    await forges(admin, `kp:${id.toString(36)}~ask`);
    admin.sees(t("collection.edit.ask.withdraw"));
    await admin.taps(t("collection.edit.button.withdraw_now"));
    admin.sees(t("collection.edit.said.withdrawn"));
    await resident.says(`/start kc_${id.toString(36)}`);
    resident.sees(t("collection.gone"));
    const verbs = await database.auditEntry.findMany({
      where: { subject: `collection:${id}` },
      orderBy: { id: "asc" },
    });
    expect(verbs.map(({ action }) => action.split(".").at(-1))).toEqual([
      ...["create", "add", "edit", "publish", "take", "withdraw"],
    ]);
  });
});

describe("an editor", () => {
  it("makes collections of their own institution, of its events alone", async () => {
    const { database, clock } = city.services;
    const t = words.for("ru");
    const [own, other] = await Promise.all(
      ["Свой театр", "Чужой театр"].map((name) =>
        database.institution.create({ data: { texts: { create: { language: "ru", name } } } }),
      ),
    );
    if (own === undefined || other === undefined) throw new Error("two were made");
    const mine = await announce(city, { texts: { ru: { title: "Свой ночной показ" } }, occurrences: [evening] });
    const theirs = await announce(city, { texts: { ru: { title: "Чужой ночной показ" } }, occurrences: [evening] });
    await database.event.update({ where: { id: mine.eventId }, data: { institutionId: own.id } });
    await database.event.update({ where: { id: theirs.eventId }, data: { institutionId: other.id } });
    const editor: Person = await colleague(city, "ru");
    const personId = await idOf(database, editor);
    const now = clock.now();
    await database.staffRole.create({ data: roleRow(now, { personId, role: "editor", institutionId: own.id }) });
    const citys = await database.collection.create({
      data: { kind: "night", sections: [], audiences: [], createdAt: now, updatedAt: now },
    });
    await forges(editor, `ks:${citys.id.toString(36)}`);
    editor.sees(t("staff.not_open"));
    const made = await database.collection.create({
      data: { kind: "night", institutionId: own.id, sections: [], audiences: [], createdAt: now, updatedAt: now },
    });
    await forges(editor, `ka:${made.id.toString(36)}~events`);
    await editor.says("ночной показ");
    editor.sees("Свой ночной показ");
    expect(editor.screen).not.toContain("Чужой");
    await editor.taps("Свой ночной показ");
    await editor.taps(t("collection.edit.button.take", { count: 1 }));
    // Whoever puts another's event there by force shows nobody anything.
    await database.collectionMember.create({ data: { collectionId: made.id, eventId: theirs.eventId, position: 9 } });
    editor.sees(t("collection.edit.said.taken", { count: 1, out: 0 }));
    await forges(editor, `ks:${made.id.toString(36)}`);
    editor.sees(t("collection.edit.in_it", { events: 1, places: 0 }));
  });
});
