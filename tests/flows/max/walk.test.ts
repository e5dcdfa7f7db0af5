import { expect, it } from "vitest";
import { callbacks } from "../../../bot/doors/telegram/screen/callback.ts";
import { accessOf } from "../../../flows/access.ts";
import { openCity } from "../../support/city.ts";
import { openMaxCity } from "../../support/max/max-city.ts";
import { dataOf, kindOf, seenAtMax, seenAtTelegram, withMenu } from "./alike.ts";

/** Two bots in two cities that are alike, at the same moment: whatever one door shows the other one has to show as well. */
const here = openCity();
const there = openMaxCity();

/** Screens looked at. There are some thousand by every page of every list; kinds are what matters. */
const most = 150;

it("every screen that can be reached by buttons can be read and pressed at both doors alike", async () => {
  const alsu = here.telegram.person("Алсу", { languageCode: "tt" });
  const gulnara = there.max.person("Алсу", { languageCode: "tt" });
  await alsu.says("/start");
  await gulnara.starts();

  const atTelegram = () => seenAtTelegram(alsu);
  const atMax = () => seenAtMax(gulnara);
  await Promise.all([alsu.says("/help"), gulnara.says("/help")]);
  const [help] = [atMax()];
  expect(help.text).not.toContain("@");
  const menu = "m:";
  const waiting = [menu];
  const seen = new Set<string>();
  const kinds = new Set<string>();
  while (waiting.length > 0 && seen.size < most) {
    const data = waiting.shift() ?? menu;
    const kind = kindOf(data);
    // Files and places are messages of their own; the others' words depend on what was done before.
    if (seen.has(data) || accessOf(data) !== "public" || ["ic", "mp", "om", "op"].includes(kind)) continue;
    seen.add(data);
    kinds.add(kind);
    await alsu.tapsData(alsu.latest?.id ?? 0, data);
    await gulnara.tapsData(gulnara.latest?.id ?? "", data);
    expect({ data, ...atMax() }).toEqual({
      data,
      ...withMenu(data, atTelegram(), "tt"),
      ...(kind === "h" && { text: atMax().text }),
    });
    const next = atTelegram().callbacks.map(dataOf);
    // Kinds that were not seen yet come first.
    const isNew = (each: string) => !kinds.has(kindOf(each));
    waiting.unshift(...next.filter(isNew));
    waiting.push(...next.filter((each) => !isNew(each)));
  }
  expect(seen.size).toBeGreaterThan(50);
  expect(kinds.size).toBeGreaterThan(8);
  expect(callbacks.size).toBeGreaterThan(kinds.size);
});
