import { describe, expect, it } from "vitest";
import type { Person } from "../../../playground/people/person.ts";
import { openCity, words } from "../../support/city.ts";
import { labels } from "../drive.ts";

const city = openCity();
const t = words.for("ru");
let count = 0;

async function searches(text: string): Promise<Person> {
  count += 1;
  const person = city.telegram.person(`Ищет ${count}`, { languageCode: "ru" });
  await person.says(text);
  return person;
}

/** Presses the button that begins so. */
async function presses(person: Person, label: string): Promise<void> {
  await person.taps(labels(person).find((each) => each.startsWith(label)) ?? `no button begins with "${label}"`);
}

/** The number in the button that shows what is left. */
const shown = (person: Person): number =>
  Number(/\((\d+)\)/.exec(labels(person).find((label) => label.startsWith("Показать")) ?? "")?.[1]);

describe("what a search found", () => {
  it("is narrowed by several values of a group, each of which can be taken back", async () => {
    const person = await searches("концерт");
    await presses(person, t("button.filters"));
    person.sees(t("filter.title", { list: "концерт" }));
    const all = shown(person);
    await presses(person, t("filter.part"));
    await presses(person, t("filter.part_value.evening"));
    const evening = shown(person);
    expect(evening).toBeGreaterThan(0);
    expect(evening).toBeLessThan(all);
    await presses(person, t("filter.part_value.day"));
    const both = shown(person);
    expect(both).toBeGreaterThan(evening);
    await presses(person, "Показать");
    await presses(person, t("button.filters_set", { count: 2 }));
    await presses(person, `✓ ${t("filter.part")}`);
    await presses(person, `✓ ${t("filter.part_value.day")}`);
    await presses(person, "Показать");
    await presses(person, t("button.filters_set", { count: 1 }));
    expect(shown(person)).toBe(evening);
  });

  it.each(["section", "heldIn", "price", "kind", "institution", "audience"] as const)(
    "shows as many as the panel says, by %s",
    async (group) => {
      const person = await searches("бесплатно или платно в ноябре");
      await presses(person, t("button.filters"));
      await presses(person, t(`filter.${group}`));
      const first = labels(person)[0] ?? "";
      const said = Number(/\((\d+)\)$/.exec(first)?.[1]);
      await person.taps(first);
      if (group !== "institution") expect(shown(person)).toBe(said);
      await presses(person, "Показать");
      const rows = labels(person).filter((label) => /^\d\d:\d\d /.test(label)).length;
      const total = Number(/из (\d+)/.exec(person.latest?.text ?? "")?.[1] ?? rows);
      if (said <= 5) expect(rows).toBeLessThanOrEqual(said);
      else expect(total).toBe(said);
    },
  );

  it("says that filters took everything, and gives it back with a chip", async () => {
    const person = await searches("концерт");
    const data = person.latest?.keyboard
      .flat()
      .find((key) => "callback_data" in key && key.callback_data.startsWith("sf:"));
    const state = data && "callback_data" in data ? data.callback_data.slice(3) : "";
    await person.tapsData(person.latest?.id ?? 0, `s:${state}XlswqPaDm`);
    person.sees(t("list.empty_filtered"));
    expect(labels(person).filter((label) => label.startsWith("×")).length).toBe(6);
  });

  it("can be waited for with one tap, found or not", async () => {
    const person = await searches("концерт");
    await person.taps(t("wish.button.tell"));
    person.sees(t("wish.done", { text: "концерт" }));
  });
});
