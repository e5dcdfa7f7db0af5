import { describe, expect, it } from "vitest";
import { idOf } from "../../support/addresses.ts";
import { openCity, words } from "../../support/city.ts";
import { roleRow } from "../../support/factories/person.ts";
import { labels } from "../drive.ts";
import { colleague, fire } from "./team.ts";

const city = openCity({ plant: false });

describe.each(["ru", "tt", "en"] as const)("/staff in %s", (language) => {
  const t = words.for(language);

  it("says kindly to somebody without a role whom it is for, and leads home", async () => {
    const guest = await colleague(city, language);
    await guest.says("/staff");
    guest.sees(t("staff.no_role"));
    expect(labels(guest)).toContain(t("button.tonight"));
  });

  it("shows an owner everything, and what they are", async () => {
    const owner = await colleague(city, language, "owner");
    await owner.says("/staff");
    owner.sees(t("staff.you_are", { roles: t("role.owner") }));
    for (const label of [t("staff.button.people"), t("staff.button.invitations"), t("audit.button")]) {
      expect(labels(owner)).toContain(label);
    }
  });

  it("shows an admin no log, and a teacher neither that nor people", async () => {
    const admin = await colleague(city, language, "admin");
    await admin.says("/staff");
    expect(labels(admin)).toContain(t("staff.button.people"));
    expect(labels(admin)).not.toContain(t("audit.button"));
    const teacher = await colleague(city, language, "teacher", "moderator");
    await teacher.says("/staff");
    teacher.sees(`${t("role.moderator")}, ${t("role.teacher")}`);
    expect(labels(teacher)).not.toContain(t("staff.button.people"));
  });

  it("is closed at once to whoever loses their role", async () => {
    const owner = await colleague(city, language, "owner");
    await owner.says("/staff");
    await fire(city, owner);
    await owner.taps(t("staff.button.people"));
    owner.sees(t("staff.not_open"));
    await owner.says("/staff");
    owner.sees(t("staff.no_role"));
  });
});

it("names an editor's institution", async () => {
  const { database } = city.services;
  const editor = await colleague(city, "en");
  const { id } = await database.institution.create({
    data: {
      texts: {
        create: [
          { language: "ru", name: "Театр оперы" },
          { language: "en", name: "Opera Theatre" },
        ],
      },
    },
  });
  const personId = await idOf(city.services.database, editor);
  await database.staffRole.create({
    data: roleRow(city.clock.now(), { personId, role: "editor", institutionId: id }),
  });
  await editor.says("/staff");
  editor.sees("You are: editor (Opera Theatre).");
});

it("shows the command to staff alone", async () => {
  const owner = await colleague(city, "en", "owner");
  const guest = await colleague(city, "en");
  const commands = (person: typeof owner) => city.telegram.commandsOf(person).map(({ command }) => command);
  await owner.says("/staff");
  expect(commands(owner)).toContain("staff");
  await guest.says("/staff");
  expect(commands(guest)).not.toContain("staff");
  await fire(city, owner);
  await owner.says("/staff");
  expect(commands(owner)).not.toContain("staff");
});

it("keeps it all out of groups", async () => {
  const owner = await colleague(city, "en", "owner");
  const group = city.telegram.group("Team", [owner]);
  await group.says(owner, `/staff@${city.telegram.bot.username}`);
  expect(group.screen).toContain("Only in a private chat with me.");
});
