import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { roles } from "../../../bot/staff/permissions.ts";
import { accessOf, accessTable } from "../../../flows/access.ts";
import { plantRegular } from "../../../prisma/seed/courses/regular-store.ts";
import { openCity, words } from "../../support/city.ts";
import { roleRow } from "../../support/factories/person.ts";
import { openMaxCity } from "../../support/max/max-city.ts";
import { dataOf, kindOf, type Seen, seenAtMax, seenAtTelegram, withMenu } from "./alike.ts";

/** Two bots in two cities that are alike: a learner who is also the owner sees at one door what they see at the other. */
const here = openCity();
const there = openMaxCity();
const t = words.for("tt");

/** The kinds of buttons in the last two columns of docs/doors.md. */
function readDoorsPage(): [string[], string[]] {
  const rows = readFileSync(fileURLToPath(new URL("../../../docs/doors.md", import.meta.url)), "utf8")
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .map((line) => line.split("|"));
  const kindsIn = (column: number) =>
    rows.flatMap((cells) => [...(cells[column] ?? "").matchAll(/`([a-z]{1,3})`/g)].map(([, kind = ""]) => kind));
  return [kindsIn(2), kindsIn(3)];
}

/** Screens looked at. */
const most = 440;

/** Kinds whose buttons send a file or a place: messages of their own, beside the screen. */
const elsewhere = ["ic", "mp", "om", "op", "plf"];

/** The switch of simple mode: from there on the screens would be others. It is pressed last. */
const switches = ["ms:+", "ms:-"];

async function learns(city: typeof here | typeof there, door: "telegram" | "max", id: number): Promise<void> {
  const { database } = city.services;
  const account = { door, externalId: String(id) };
  const now = city.clock.now();
  await plantRegular(database, { account, firstName: "Роза", name: "Роза Галиева", language: "tt" }, now);
  const { personId } = await database.address.findUniqueOrThrow({ where: { door_externalId: account } });
  for (const role of roles)
    await database.staffRole.create({ data: roleRow(now, { personId: Number(personId), role }) });
}

it("whoever learns and whoever is staff reads and presses the same at both doors", async () => {
  const roza = here.telegram.person("Роза", { languageCode: "tt" });
  const gulnara = there.max.person("Роза", { languageCode: "tt" });
  await learns(here, "telegram", roza.user.id);
  await learns(there, "max", gulnara.user.id);
  await Promise.all([roza.says("/start"), gulnara.starts()]);
  await Promise.all([roza.says("/staff"), gulnara.says("/staff")]);
  gulnara.sees(t("staff.title"));

  const waiting = seenAtTelegram(roza).callbacks.map(dataOf);
  // Screens of simple mode are there for whoever has their button, in it or not.
  waiting.push("m:", "mh:", "mn:0", "mc:0");
  const seen = new Set<string>();
  const kinds = new Map<string, number>();
  const differences: { data: string; here: Seen; there: Seen }[] = [];
  while (waiting.length > 0 && seen.size < most) {
    // Kinds that were seen least come first.
    waiting.sort((a, b) => (kinds.get(kindOf(a)) ?? 0) - (kinds.get(kindOf(b)) ?? 0));
    const data = waiting.shift() ?? "m:";
    const kind = kindOf(data);
    if (seen.has(data) || accessOf(data) === undefined || elsewhere.includes(kind)) continue;
    if (kind === "ms") continue;
    seen.add(data);
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    await roza.tapsData(roza.latest?.id ?? 0, data);
    await gulnara.tapsData(gulnara.latest?.id ?? "", data);
    const [atTelegram, atMax] = [withMenu(data, seenAtTelegram(roza), "tt"), seenAtMax(gulnara)];
    // The menu leads staff to their work where nobody has commands of their own, and the help tells of no cards by name.
    const [added] = kind === "m" ? atMax.callbacks.splice(-1) : [];
    if (added !== undefined) expect(added).toBe(`${t("staff.button.menu")} qm:`);
    if (kind === "h") atMax.text = atTelegram.text;
    if (JSON.stringify(atTelegram) !== JSON.stringify(atMax))
      differences.push({ data, here: atTelegram, there: atMax });
    waiting.push(...atTelegram.callbacks.map(dataOf));
  }
  expect(seen.size).toBe(most);
  for (const data of switches) {
    await roza.tapsData(roza.latest?.id ?? 0, data);
    await gulnara.tapsData(gulnara.latest?.id ?? "", data);
    expect(seenAtMax(gulnara).text).toBe(seenAtTelegram(roza).text);
    kinds.set("ms", 1);
  }
  expect(differences).toEqual([]);
  // The page that tells of it tells the truth.
  const [walked, others] = readDoorsPage();
  expect(walked.length).toBeGreaterThan(100);
  expect(walked.filter((kind) => !kinds.has(kind))).toEqual([]);
  expect([...walked, ...others].filter((kind) => !accessTable.has(kind))).toEqual([]);
});
