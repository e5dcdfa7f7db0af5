import { describe, expect, it } from "vitest";
import { enqueue } from "../../../bot/delivery/outbox-store.ts";
import type { MaxPerson } from "../../../playground/max/people/max-person.ts";
import { words } from "../../support/city.ts";
import { openMaxCity } from "../../support/max/max-city.ts";

const city = openMaxCity();
const t = words.for("tt");

const calls = (name: string) => city.max.calls.filter((call) => call.name === name).length;

describe("somebody who comes by MAX", () => {
  it("is greeted by the button “Start”, in the language of their phone, with the main menu under the words", async () => {
    const alsu = city.max.person("Алсу", { languageCode: "tt" });
    await alsu.starts();
    // What is on today comes behind the greeting.
    const greeting = alsu.chat.at(-2);
    expect(greeting?.text).toContain("Алсу");
    const types = greeting?.keyboard.flat().map(({ type }) => type);
    expect(types).toContain("message");
    expect(types).toContain("request_geo_location");
    expect(greeting?.keyboard.flat().map(({ text }) => text)).toContain(t("button.tonight"));
  });

  it("finds what is on tonight, a card, and is reminded of it", async () => {
    const alsu = city.max.person("Алсу");
    await alsu.taps(t("button.tonight"));
    const answers = calls("POST /answers");
    const sent = calls("POST /messages");
    await opensFirstCard(alsu);
    // Edit and answer are one request, and nothing is sent anew.
    expect([calls("POST /answers"), calls("POST /messages")]).toEqual([answers + 1, sent]);
    // One that is on already is too late to be reminded of.
    const { id } = await city.services.database.occurrence.findFirstOrThrow({
      where: { startsAt: { gt: new Date(city.clock.now().getTime() + 48 * 3_600_000) }, status: "scheduled" },
      orderBy: { startsAt: "asc" },
    });
    await alsu.starts(`o_${id.toString(36)}`);
    await alsu.taps(t("remind.button"));
    expect(await city.services.database.reminder.count()).toBeGreaterThan(0);
    const due = await city.services.database.delivery.findFirstOrThrow({ orderBy: { dueAt: "asc" } });
    city.clock.advance({ seconds: (due.dueAt.getTime() - city.clock.now().getTime()) / 1_000 });
    const before = alsu.chat.length;
    await city.deliver();
    expect(alsu.chat.length).toBeGreaterThan(before);
    const told = await city.services.database.delivery.findUniqueOrThrow({ where: { id: due.id } });
    expect([told.state, told.door, told.messageId]).toEqual(["sent", "max", alsu.latest?.id]);
  });

  it("follows a link to a card, and shares it as a link into MAX", async () => {
    const { id } = await city.services.database.occurrence.findFirstOrThrow({
      where: { startsAt: { gt: city.clock.now() }, status: "scheduled" },
    });
    const kate = city.max.person("Kate", { languageCode: "en-GB" });
    await kate.starts(`o_${id.toString(36)}`, { blindSends: 1 });
    const share = kate.latest?.keyboard.flat().find(({ text }) => text === words.for("en")("button.share"));
    expect(share?.type === "link" && decodeURIComponent(share.url)).toContain(
      `https://max.ru/${city.max.bot.username}`,
    );
  });

  it("is told what a press sent where its message stays as it is", async () => {
    const kate = city.max.person("Kate");
    const { toast } = await kate.taps(words.for("en")("button.calendar"));
    expect(toast).toBe(words.for("en")("said.taken"));
    expect(kate.latest?.attachments.map(({ type }) => type)).toEqual(["file"]);
  });

  it("is not written to who stopped the bot, or deleted the dialog, until they come back", async () => {
    const ivan = city.max.person("Иван");
    await ivan.says("/start");
    const address = () =>
      city.services.database.address.findFirstOrThrow({ where: { externalId: String(ivan.user.id) } });
    await ivan.deletesDialog();
    expect((await address()).unreachable).toBe("blocked");
    await ivan.starts();
    expect((await address()).unreachable).toBeNull();
    await ivan.mutes(new Date("2026-12-01T00:00:00Z"));
    expect((await address()).mutedUntil).toEqual(new Date("2026-12-01T00:00:00Z"));
    // What can wait does, and what cannot does not.
    const { personId } = await address();
    const dueAt = city.clock.now();
    const row = { personId: Number(personId), kind: "update-given-up", payload: { reference: "1", deaths: 3 } };
    const times = { dueAt, expiresAt: new Date(dueAt.getTime() + 3_600_000) };
    await enqueue(city.services.database, [
      { ...row, ...times, lane: "bulk", dedupeKey: "muted bulk" },
      { ...row, ...times, lane: "normal", dedupeKey: "muted normal" },
    ]);
    await city.deliver();
    const state = async (dedupeKey: string) =>
      (await city.services.database.delivery.findUniqueOrThrow({ where: { dedupeKey } })).state;
    expect([await state("muted bulk"), await state("muted normal")]).toEqual(["pending", "sent"]);
    await ivan.unmutes();
    expect((await address()).mutedUntil).toBeNull();
  });
});

async function opensFirstCard(person: MaxPerson): Promise<void> {
  const row = person.latest?.keyboard.flat().find((button) => button.type === "callback" && /^c:/.test(button.payload));
  if (row === undefined) throw new Error(`no card in:\n${person.screen}`);
  await person.taps(row.text);
}
