import { expect, it } from "vitest";
import { findPersonId } from "../../../bot/people/address-store.ts";
import { words } from "../../support/city.ts";
import { roleRow } from "../../support/factories/person.ts";
import { openMaxCity } from "../../support/max/max-city.ts";

const city = openMaxCity({ plant: false });
const t = words.for("ru");

const poster = "Концерт «Времена года»\n28 ноября, 19:00\nМесто: БКЗ";

it("reads the posts of a channel at MAX, too, once an admin has connected it, and follows their changes", async () => {
  const { database } = city.services;
  const admin = city.max.person("Гүзәл");
  await admin.starts();
  const personId = await findPersonId(database, { door: "max", externalId: String(admin.user.id) });
  await database.staffRole.create({ data: roleRow(city.clock.now(), { personId: personId ?? 0, role: "admin" }) });
  const channel = city.max.channel("Афиша в MAX");
  await channel.promotesBot(admin);
  await channel.posts(poster);
  expect(await database.channelPost.count()).toBe(0);

  await city.deliver();
  await admin.taps(t("channel.button.open"));
  await admin.taps(t("channel.button.connect"));
  await admin.taps(t("programme.button.no_institution"));
  expect(admin.screen).toContain(t("channel.connected"));
  const mid = await channel.posts(poster);
  await channel.edits(mid, poster.replace("19:00", "20:00"));
  const [post, ...others] = await database.channelPost.findMany();
  expect(others).toEqual([]);
  expect(post?.untilAt.toISOString()).toBe("2026-11-28T17:00:00.000Z");
  await admin.says("/staff");
  await admin.taps(t("channel.queue"));
  expect(admin.screen).toContain("Афиша в MAX");

  await channel.removesBot(admin);
  expect(await database.channel.findMany({ where: { leftAt: null } })).toEqual([]);
});
