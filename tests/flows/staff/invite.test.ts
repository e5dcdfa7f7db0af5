import jsQR from "jsqr";
import { PNG } from "pngjs";
import { beforeAll, describe, expect, it } from "vitest";
import type { Person } from "../../../playground/people/person.ts";
import { idOf } from "../../support/addresses.ts";
import { openCity, words } from "../../support/city.ts";
import { labels, urlOf } from "../drive.ts";
import { colleague, fire } from "./team.ts";

const city = openCity({ plant: false });
const t = words.for("en");

beforeAll(async () => {
  for (const name of ["Opera Theatre", "Kamal Theatre", "National Library"]) {
    await city.services.database.institution.create({ data: { texts: { create: { language: "en", name } } } });
  }
});

async function beginsInviting(person: Person): Promise<void> {
  await person.says("/staff");
  await person.taps(t("staff.button.people"));
  await person.taps(t("staff.button.invite"));
}

const linkOf = (person: Person) => person.latest?.text ?? "";
const payloadOf = (person: Person) => new URL(linkOf(person)).searchParams.get("start");

/** What a person holds, in words. */
async function becomes(person: Person): Promise<string[]> {
  const { database } = city.services;
  const where = { personId: await idOf(database, person) };
  const held = await database.staffRole.findMany({ where, include: { institution: { include: { texts: true } } } });
  return held.map(({ role, institution }) => [role, institution?.texts[0]?.name].filter(Boolean).join(": "));
}

async function invitesModerator(person: Person): Promise<string> {
  await beginsInviting(person);
  await person.taps(t("role.button.moderator"));
  await person.taps(t("staff.invite.for_days", { days: 7 }));
  return `/start ${payloadOf(person)}`;
}

describe("an invitation", () => {
  it("goes from role to link, with a QR picture of it, and makes one person staff", async () => {
    const owner = await colleague(city, "en", "owner");
    await beginsInviting(owner);
    owner.sees(t("staff.invite.role"));
    owner.sees(`Moderator — ${t("role.means.moderator")}`);
    await owner.taps(t("role.button.editor"));
    await owner.says("theatre");
    expect(labels(owner)).toEqual([
      "New: theatre",
      "Kamal Theatre",
      "Opera Theatre",
      "All institutions",
      t("button.back"),
      t("button.cancel"),
    ]);
    await owner.says("nothing of the kind");
    owner.sees(t("staff.house.unknown", { name: "nothing of the kind" }));
    expect(labels(owner)).toContain("National Library");
    await owner.says("OPERA");
    await owner.taps("Opera Theatre");
    owner.sees(t("staff.invite.days"));
    await owner.taps(t("staff.invite.for_days", { days: 1 }));
    const share = new URL(urlOf(owner, t("button.share")));
    expect(share.searchParams.get("url")).toBe(linkOf(owner));

    const start = `/start ${payloadOf(owner)}`;
    const guest = await colleague(city, "en");
    await guest.says(start);
    guest.sees(`${owner.name} invites you`);
    guest.sees("editor (Opera Theatre)");
    expect(await becomes(guest)).toEqual([]);
    await guest.taps(t("staff.accept.button"));
    guest.sees("Welcome! You are: editor (Opera Theatre).");
    expect(await becomes(guest)).toEqual(["editor: Opera Theatre"]);
    await city.deliver();
    owner.sees(`${guest.name} accepted your invitation: editor (Opera Theatre).`);
    expect(city.telegram.commandsOf(guest).map(({ command }) => command)).toContain("staff");
    await guest.taps(t("staff.button.menu"));
    guest.sees("You are: editor (Opera Theatre).");

    const late = await colleague(city, "en");
    await late.says(start);
    late.sees(t("staff.accept.used"));
    expect(await becomes(late)).toEqual([]);
  });

  it("has a picture that a phone's camera reads", async () => {
    const owner = await colleague(city, "en", "owner");
    await invitesModerator(owner);
    const { data, width, height } = PNG.sync.read(Buffer.from(owner.latest?.photo?.bytes ?? []));
    expect(jsQR.default(new Uint8ClampedArray(data), width, height)?.data).toBe(linkOf(owner));
  });

  it("can be for all institutions, and a step can be gone back", async () => {
    const admin = await colleague(city, "en", "admin");
    await beginsInviting(admin);
    expect(labels(admin)).not.toContain(t("role.button.owner"));
    expect(labels(admin)).not.toContain(t("role.button.admin"));
    await admin.taps(t("role.button.teacher"));
    await admin.taps(t("staff.invite.no_group"));
    await admin.taps(t("button.back"));
    await admin.taps(t("button.back"));
    admin.sees(t("staff.invite.role"));
    await admin.taps(t("role.button.editor"));
    await admin.taps(t("staff.invite.every_institution"));
    await admin.taps(t("staff.invite.for_days", { days: 7 }));
    const guest = await colleague(city, "en");
    await guest.says(`/start ${payloadOf(admin)}`);
    guest.sees(t("role.editor"));
  });

  it("can be let be", async () => {
    const owner = await colleague(city, "en", "owner");
    await beginsInviting(owner);
    await owner.taps(t("button.cancel"));
    owner.sees(t("staff.invite.stopped"));
    await owner.taps(t("staff.button.menu"));
    owner.sees(t("staff.title"));
  });

  it("is not for the one who made it, and can be withdrawn", async () => {
    await city.services.database.invitation.deleteMany();
    const owner = await colleague(city, "en", "owner");
    const start = await invitesModerator(owner);
    await owner.says(start);
    owner.sees(t("staff.accept.own"));
    await owner.says("/staff");
    await owner.taps(t("staff.button.invitations"));
    owner.sees(`moderator · ${owner.name}`);
    await owner.taps("Withdraw: moderator");
    owner.sees(t("staff.invitations.withdrawn"));
    const guest = await colleague(city, "en");
    await guest.says(start);
    guest.sees(t("staff.accept.unknown"));
  });

  it("runs out while somebody looks at it", async () => {
    const owner = await colleague(city, "en", "owner");
    const start = await invitesModerator(owner);
    const guest = await colleague(city, "en");
    await guest.says(start);
    city.clock.advance({ seconds: 8 * 24 * 3600 });
    await guest.taps(t("staff.accept.button"));
    guest.sees(t("staff.accept.expired"));
    await guest.says(start);
    guest.sees(t("staff.accept.expired"));
    expect(await becomes(guest)).toEqual([]);
  });
});

describe("an editor", () => {
  it("is invited for an institution that is made on the way, and put to another one without a new invitation", async () => {
    const owner = await colleague(city, "en", "owner");
    await beginsInviting(owner);
    await owner.taps(t("role.button.editor"));
    await owner.says("House of Culture");
    await owner.taps("New: House of Culture");
    await owner.taps(t("staff.invite.for_days", { days: 1 }));
    const editor = await colleague(city, "en");
    await editor.says(`/start ${payloadOf(owner)}`);
    await editor.taps(t("staff.accept.button"));
    expect(await becomes(editor)).toEqual(["editor: House of Culture"]);

    await owner.says("/staff");
    await owner.taps(t("staff.button.people"));
    while (!labels(owner).includes(editor.name)) await owner.taps(t("button.later"));
    await owner.taps(editor.name);
    await owner.taps(t("staff.button.house"));
    owner.sees(`${editor.name} is editor (House of Culture).`);
    await owner.says("opera");
    await owner.taps("Opera Theatre");
    owner.sees("the role is now: editor (Opera Theatre)");
    expect(await becomes(editor)).toEqual(["editor: Opera Theatre"]);
    await city.deliver();
    editor.sees("Your role is now: editor (Opera Theatre).");
  });
});

describe("somebody whose role is taken back in the middle of a dialogue", () => {
  it("is told at once, before they answer", async () => {
    const owner = await colleague(city, "en", "owner");
    const admin = await colleague(city, "ru", "admin");
    await admin.says("/staff");
    await admin.taps(words.for("ru")("staff.button.people"));
    await admin.taps(words.for("ru")("staff.button.invite"));
    await owner.says("/staff");
    await owner.taps(t("staff.button.people"));
    while (!labels(owner).includes(admin.name)) await owner.taps(t("button.later"));
    await owner.taps(admin.name);
    await owner.taps("Take back: administrator");
    await owner.taps(t("staff.button.yes_take"));
    await city.deliver();
    admin.sees("Ваша роль снята: администратор");
    await owner.taps(t("staff.button.undo"));
    await city.deliver();
    admin.sees("Вашу роль вернули: администратор");
  });

  it("writes nothing any more, and is told", async () => {
    const admin = await colleague(city, "en", "admin");
    await beginsInviting(admin);
    await admin.taps(t("role.button.moderator"));
    const before = await city.services.database.invitation.count();
    await fire(city, admin);
    await admin.taps(t("staff.invite.for_days", { days: 1 }));
    admin.sees(t("staff.not_open"));
    expect(await city.services.database.invitation.count()).toBe(before);
  });
});

describe("people", () => {
  it("are listed with their roles, which are taken back after a question and given back by a tap", async () => {
    const owner = await colleague(city, "en", "owner");
    const admin = await colleague(city, "en", "admin");
    const opens = async () => {
      await owner.says("/staff");
      await owner.taps(t("staff.button.people"));
      while (!labels(owner).includes(admin.name)) await owner.taps(t("button.later"));
    };
    await opens();
    await owner.taps(admin.name);
    owner.sees(`${admin.user.id}`);
    await owner.taps("Take back: administrator");
    owner.sees("Access ends at once");
    expect(await becomes(admin)).toEqual(["admin"]);
    await owner.taps(t("staff.button.yes_take"));
    owner.sees(t("staff.taken"));
    expect(await becomes(admin)).toEqual([]);
    await owner.taps(t("staff.button.undo"));
    owner.sees(t("staff.given_back"));
    expect(await becomes(admin)).toEqual(["admin"]);
  });

  it("cannot be taken what is one's own as owner, nor by an admin", async () => {
    const owner = await colleague(city, "en", "owner");
    const admin = await colleague(city, "en", "admin");
    const { id } = await city.services.database.staffRole.findFirstOrThrow({
      where: { personId: await idOf(city.services.database, owner) },
    });
    await owner.tapsData(owner.latest?.id ?? 0, `qy:${id.toString(36)}`);
    owner.sees(t("staff.own_owner"));
    await admin.tapsData(admin.latest?.id ?? 0, `qy:${id.toString(36)}`);
    admin.sees(t("staff.not_open"));
    expect(await becomes(owner)).toEqual(["owner"]);
  });
});
