import { expect, it } from "vitest";
import { openBothDoors } from "../support/both-doors.ts";
import { words } from "../support/city.ts";
import { startPayload } from "./people.ts";

const city = openBothDoors();
const t = words.for("ru");

it("somebody with both messengers becomes one person by a link, and hears so at both", async () => {
  const { database } = city.services;
  const alsu = city.telegram.person("Алсу", { languageCode: "ru" });
  const there = city.max.person("Алсу Г.", { languageCode: "ru" });
  await alsu.says("/start");
  await there.starts();
  await alsu.says("/settings");
  await alsu.taps(t("link.button"));
  alsu.sees(t("link.only", { here: t("door.at.telegram") }));
  await alsu.taps(t("link.make", { door: "MAX" }));
  alsu.sees(t("link.follow.address", { url: "" }).trim());
  await there.starts(startPayload(alsu.screen));
  there.sees("Алсу");
  there.sees(t("link.ask.beware"));
  await there.taps(t("link.ask.is_me"));
  const number = /\d\d/.exec(there.screen)?.[0] ?? "";
  await city.deliver();
  alsu.sees("Алсу Г.");
  await alsu.taps(number);
  alsu.sees(t("link.done", { one: "Telegram", other: "MAX" }));
  await city.deliver();
  there.sees(t("link.done_there", { of: t("door.of.telegram") }));
  expect(await database.person.count()).toBe(1);
  expect(await database.linkRequest.count()).toBe(0);
});
