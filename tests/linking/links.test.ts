import { describe, expect, it } from "vitest";
import { linkMinutes } from "../../bot/linking/linking.ts";
import { newInvitationCode } from "../../bot/staff/invitation.ts";
import type { Person } from "../../playground/people/person.ts";
import { idOf } from "../support/addresses.ts";
import { openBothDoors } from "../support/both-doors.ts";
import { words } from "../support/city.ts";
import { roleRow } from "../support/factories/person.ts";
import { findTraces } from "../support/traces.ts";
import { follows, isMe, link, makesLink, maxIdOf, somebody } from "./people.ts";

const city = openBothDoors();
const t = words.for("ru");
const people = () => city.services.database.person.count();

/** A number that the maker of a link is offered and its follower does not see. */
const otherThan = (number: string, { latest }: Person): string =>
  latest?.keyboard.flat().find(({ text }) => /^\d\d$/.test(text) && text !== number)?.text ?? "";

describe("a link that somebody else got hold of", () => {
  it("shows them a first name and a number, and opens nothing: its maker does not know the number", async () => {
    const { here } = await somebody(city);
    const thief = city.max.person("Чужой", { languageCode: "ru" });
    const payload = await makesLink(here);
    const number = await isMe(city, thief, payload);
    expect(thief.chat.map(({ text }) => text).join()).not.toContain(t("link.count.reminders", { count: 1 }));
    await city.deliver();
    here.sees("Чужой");
    const before = await people();
    await here.taps(otherThan(number, here));
    here.sees(t("link.wrong_number"));
    expect(await people()).toBe(before);
    // There is one try.
    await follows(city, thief, payload);
    thief.sees(t("link.gone"));
    expect(await city.services.database.linkRequest.count()).toBe(0);
  });

  it("is worth nothing any more when its maker says that it was not them", async () => {
    const { here, there } = await somebody(city);
    const payload = await makesLink(here);
    await isMe(city, there, payload);
    await city.deliver();
    await here.taps(t("link.ask.not_me"));
    here.sees(t("link.rejected"));
    await follows(city, there, payload);
    there.sees(t("link.gone"));
  });

  it("is not for a second one: who said first that it is them stays the only one", async () => {
    const { here, there } = await somebody(city);
    const payload = await makesLink(here);
    const number = await isMe(city, there, payload);
    const late = city.max.person("Опоздавший", { languageCode: "ru" });
    await follows(city, late, payload);
    late.sees(t("link.gone"));
    // The first one may come again, and sees the same.
    expect(await isMe(city, there, payload)).toBe(number);
    await city.deliver();
    await here.taps(number);
    here.sees(t("link.done", { one: "Telegram", other: "MAX" }));
  });
});

describe("a link", () => {
  it("that somebody is sent and does not know ends by “not me”", async () => {
    const { here, there } = await somebody(city);
    const payload = await makesLink(here);
    await follows(city, there, payload);
    there.sees(t("link.ask.beware"));
    await there.taps(t("link.ask.not_me"));
    there.sees(t("link.rejected"));
    await follows(city, there, payload);
    there.sees(t("link.gone"));
  });

  it("is good for a quarter of an hour, and so is the question", async () => {
    const { here, there } = await somebody(city);
    const payload = await makesLink(here);
    const number = await isMe(city, there, payload);
    await city.deliver();
    city.clock.advance({ seconds: linkMinutes * 60 });
    await here.taps(number);
    here.sees(t("link.gone"));
    await follows(city, there, payload);
    there.sees(t("link.gone"));
  });

  it("is replaced by the next one", async () => {
    const { here, there } = await somebody(city);
    const first = await makesLink(here);
    await makesLink(here);
    await follows(city, there, first);
    there.sees(t("link.gone"));
  });

  it("stands nowhere in the database, and neither does it when the press comes twice", async () => {
    const { here, there } = await somebody(city);
    await here.says("/settings");
    await here.taps(t("link.button"));
    city.telegram.fail({ method: "editMessageText", times: 1, with: "reset after accepting" });
    await here.taps(t("link.make", { door: "MAX" }));
    const payload = /start=([\w-]+)/.exec(here.screen)?.[1] ?? "";
    await follows(city, there, payload);
    there.sees(t("link.ask.is_me"));
    expect(await findTraces(city.services.database, payload.slice(2))).toEqual([]);
  });

  it("opened where it does not lead, or by its maker, says so", async () => {
    const { here, there } = await somebody(city);
    const payload = await makesLink(here);
    await here.says(`/start ${payload}`);
    here.sees(t("link.own"));
    const stranger = city.telegram.person("Прохожий", { languageCode: "ru" });
    await stranger.says(`/start ${payload}`);
    stranger.sees(t("link.elsewhere", { at: t("door.at.max") }));
    await follows(city, there, `a_${newInvitationCode()}`);
    there.sees(t("link.gone"));
  });

  it("is not followed by an account that has its pair", async () => {
    const one = await somebody(city);
    await link(city, one.here, one.there);
    const other = await somebody(city);
    await follows(city, one.there, await makesLink(other.here));
    one.there.sees(t("link.taken"));
  });

  it("confirmed once makes one person once, though the press comes again", async () => {
    const { here, there } = await somebody(city);
    const number = await isMe(city, there, await makesLink(here));
    await city.deliver();
    const before = await people();
    city.telegram.fail({ method: "editMessageText", times: 1, with: "reset after accepting" });
    await here.taps(number);
    here.sees(t("link.done", { one: "Telegram", other: "MAX" }));
    expect(await people()).toBe(before - 1);
    await city.deliver();
    expect(there.chat.filter(({ text }) => text.startsWith("Готово")).length).toBe(1);
  });
});

describe("rights of staff", () => {
  const give = async (personId: number, role: "owner" | "editor") =>
    city.services.database.staffRole.create({ data: roleRow(city.clock.now(), { personId, role }) });

  it("are never brought by whoever follows a link, but by whoever has them and makes one", async () => {
    const { here, there } = await somebody(city);
    await give(await maxIdOf(city, there), "editor");
    const before = await people();
    await follows(city, there, await makesLink(here));
    there.sees(t("link.staff.begin_here"));
    await give(await idOf(city.services.database, here), "owner");
    await follows(city, there, await makesLink(here));
    there.sees(t("link.staff.both"));
    expect(await people()).toBe(before);
  });

  it("that come up after the question stop it as well", async () => {
    const { here, there } = await somebody(city);
    const number = await isMe(city, there, await makesLink(here));
    await city.deliver();
    await give(await maxIdOf(city, there), "editor");
    await here.taps(number);
    here.sees(t("link.staff.begin_here"));
  });

  it("hold at the other messenger when their holder confirmed it, and the log says so", async () => {
    const { database } = city.services;
    const { here, there } = await somebody(city);
    const personId = await idOf(database, here);
    await give(personId, "owner");
    const number = await isMe(city, there, await makesLink(here));
    await city.deliver();
    here.sees(t("link.confirm.staff", { at: t("door.at.max") }));
    await here.taps(number);
    await there.says("/staff");
    there.sees(t("audit.button"));
    const entries = await database.auditEntry.findMany({ where: { subject: `person:${personId}` } });
    expect(entries).toMatchObject([{ personId: BigInt(personId), action: "account.link" }]);
    await here.says("/staff");
    await here.taps(t("audit.button"));
    here.sees(t("audit.verb.link"));
  });
});
