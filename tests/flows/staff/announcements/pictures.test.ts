import { beforeEach, describe, expect, it } from "vitest";
import type { Person } from "../../../../playground/people/person.ts";
import { openCity, words } from "../../../support/city.ts";
import { labels } from "../../drive.ts";
import { colleague } from "../team.ts";
import { begins, boardOf, empties, goesOnToNumber, latest, residents } from "./hall.ts";

const city = openCity({ plant: false });
const t = words.for("ru");

describe("an announcement with a picture", () => {
  let author: Person;
  let russian: Person;
  let tatar: Person;

  beforeEach(async () => {
    await empties(city);
    author = await colleague(city, "ru", "admin");
    [russian, tatar] = (await residents(city, ["ru", "tt"])) as [Person, Person];
    await begins(author, "ru");
    await author.sendsPhoto("Ночь музеев");
    author.sees(t("announce.content.same_file"));
    await author.says("ы".repeat(1_025));
    author.sees("под той же картинкой умещается 1");
    await author.says("Музейлар төне");
    await author.taps(t("announce.content.skip"));
    await author.taps(t("announce.buttons.without"));
  });

  it("needs it once: a text alone in another language stands under the same one", async () => {
    await goesOnToNumber(author, "ru", 3);
    await author.says("3");
    await city.deliver();
    expect(tatar.latest?.text).toBe("Музейлар төне");
    expect(tatar.latest?.photo).toBeDefined();
    expect(russian.latest?.photo).toBeDefined();
  });

  it("gives it up for one language by a button, and keeps its words", async () => {
    await author.taps(t("announce.preview.change", { language: "Татарча" }));
    await author.taps(t("announce.content.without_file"));
    await goesOnToNumber(author, "ru", 3);
    await author.says("3");
    await city.deliver();
    expect(tatar.latest?.text).toBe("Музейлар төне");
    expect(tatar.latest?.photo).toBeUndefined();
  });

  it("is corrected by a text alone, and a picture without words keeps them", async () => {
    await goesOnToNumber(author, "ru", 3);
    await author.says("3");
    await city.deliver();
    city.clock.advance({ seconds: 5 });
    await boardOf(city).refresh(city.clock.now());
    await author.taps(t("announce.button.correct"));
    author.sees(t("announce.correct.words_alone"));
    await author.says("Ночь музеев — в субботу");
    await author.sendsPhoto("");
    await author.taps(t("announce.correct.yes_edit", { count: 3 }));
    await author.says("3");
    await city.deliver();
    expect(russian.latest?.text).toBe("Ночь музеев — в субботу");
    expect(russian.latest?.photo).toBeDefined();
    expect(tatar.latest?.text).toBe("Музейлар төне");
    expect(tatar.latest?.photo).toBeDefined();

    // The list has one entry with what became of it.
    await author.says("/staff");
    await author.taps(t("announce.title"));
    author.sees("«Ночь музеев — в субботу» — готово");
    author.sees("Исправление: ");
    expect(labels(author).filter((label) => label.includes("Ночь музеев"))).toHaveLength(1);
    await author.taps("Ночь музеев");
    await author.taps("Исправление: ");
    author.sees("Исправлено 3");
    await author.taps(t("announce.button.original"));
    author.sees("Доставлено 3");
    expect(await latest(city)).toMatchObject({ state: "done", sent: 3 });
  });
});
