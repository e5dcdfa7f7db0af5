import { expect, it } from "vitest";
import { idOf } from "../../support/addresses.ts";
import { openCity, words } from "../../support/city.ts";

const city = openCity({ plant: false });
const t = words.for("ru");

it("what is kept is told, the journal too, and comes as a file", async () => {
  const alsu = city.telegram.person("Алсу");
  await alsu.says("/start");
  await alsu.says("/privacy");
  alsu.sees(t("privacy.no_journal"));
  const { database } = city.services;
  const personId = await idOf(city.services.database, alsu);
  const createdAt = city.clock.now();
  await database.learner.create({ data: { personId, name: "Алсу Галиева", phone: "+79990001122", createdAt } });
  await alsu.says("/privacy");
  alsu.sees("Журнал занятий: Алсу Галиева, телефон: +79990001122");
  alsu.sees("тех, кому за 55: нет.");
  await alsu.taps(t("privacy.download"));
  const { document } = alsu.latest ?? {};
  expect(document?.fileName).toBe("ishek-my-data.json");
  const { person } = JSON.parse(Buffer.from(city.telegram.fileBytes(document?.fileId ?? "")).toString());
  expect(person).toMatchObject({ id: await idOf(city.services.database, alsu), learner: { phone: "+79990001122" } });
});

it("leads back to the settings, which it is opened from", async () => {
  const alsu = city.telegram.person("Алсу");
  await alsu.says("/privacy");
  await alsu.taps(t("button.back"));
  alsu.sees(t("settings.title"));
});

it("a group is not told what is kept about anybody", async () => {
  const ivan = city.telegram.person("Иван");
  await ivan.says("/start");
  const group = city.telegram.group("Класс", [ivan]);
  await group.says(ivan, `/privacy@${city.telegram.bot.username}`);
  expect(group.screen).not.toContain("Журнал занятий");
});
