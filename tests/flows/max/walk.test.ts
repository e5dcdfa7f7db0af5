import { expect, it } from "vitest";
import { plain } from "../../../bot/doors/max/writing/text.ts";
import { callbacks } from "../../../bot/doors/telegram/screen/callback.ts";
import { accessOf } from "../../../flows/access.ts";
import { openCity } from "../../support/city.ts";
import { openMaxCity } from "../../support/max-city.ts";

/** Two bots in two cities that are alike, at the same moment: whatever one door shows the other one has to show as well. */
const here = openCity();
const there = openMaxCity();

/** Screens looked at. There are some thousand by every page of every list; kinds are what matters. */
const most = 150;

/** What is said and pressed, without what each door writes in its own way: its own links, and the layout of rows. */
interface Seen {
  text: string;
  callbacks: string[];
  links: number;
}

const spaces = (text: string): string => text.replace(/\s+/g, " ").trim();

it("every screen that can be reached by buttons can be read and pressed at both doors alike", async () => {
  const alsu = here.telegram.person("Алсу", { languageCode: "tt" });
  const gulnara = there.max.person("Алсу", { languageCode: "tt" });
  await alsu.says("/start");
  await gulnara.starts();

  const atTelegram = (): Seen => {
    const keys = alsu.latest?.keyboard.flat() ?? [];
    return {
      text: spaces(alsu.latest?.text ?? ""),
      callbacks: keys.flatMap((key) => ("callback_data" in key ? [`${key.text} ${key.callback_data}`] : [])),
      links: keys.filter((key) => "url" in key).length,
    };
  };
  const atMax = (): Seen => {
    const keys = gulnara.latest?.keyboard.flat() ?? [];
    return {
      text: spaces(plain(gulnara.latest?.text ?? "")),
      callbacks: keys.flatMap((key) => (key.type === "callback" ? [`${key.text} ${key.payload}`] : [])),
      links: keys.filter((key) => key.type === "link").length,
    };
  };

  await Promise.all([alsu.says("/help"), gulnara.says("/help")]);
  const [help] = [atMax()];
  expect(help.text).not.toContain("@");
  const menu = "m:";
  const waiting = [menu];
  const seen = new Set<string>();
  const kinds = new Set<string>();
  while (waiting.length > 0 && seen.size < most) {
    const data = waiting.shift() ?? menu;
    const kind = data.slice(0, data.indexOf(":"));
    // Files and places are messages of their own; the others' words depend on what was done before.
    if (seen.has(data) || accessOf(data) !== "public" || ["ic", "mp"].includes(kind)) continue;
    seen.add(data);
    kinds.add(kind);
    await alsu.tapsData(alsu.latest?.id ?? 0, data);
    await gulnara.tapsData(gulnara.latest?.id ?? "", data);
    expect({ data, ...atMax() }).toEqual({ data, ...atTelegram(), ...(kind === "h" && { text: atMax().text }) });
    const next = atTelegram().callbacks.map((label) => label.slice(label.lastIndexOf(" ") + 1));
    // Kinds that were not seen yet come first.
    const isNew = (each: string) => !kinds.has(each.slice(0, each.indexOf(":")));
    waiting.unshift(...next.filter(isNew));
    waiting.push(...next.filter((each) => !isNew(each)));
  }
  expect(seen.size).toBeGreaterThan(50);
  expect(kinds.size).toBeGreaterThan(8);
  expect(callbacks.size).toBeGreaterThan(kinds.size);
});
