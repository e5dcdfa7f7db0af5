import { describe, expect, it } from "vitest";
import { parseThingQuestion } from "../../bot/understanding/thing-question.ts";

const reading = { now: new Date("2026-12-01T08:20:00Z"), zone: "Europe/Moscow" };

describe("a question about a thing with a name", () => {
  it.each([
    ["голубая шаль на каком языке идет", "голубая шаль"],
    ["со скольки лет на шурале", "шурале"],
    ["кто играет в дяде ване", "дяде ване"],
    ["на шурале с 4 лет пустят", "шурале"],
    ["Зәңгәр шәл нинди телдә", "Зәңгәр шәл"],
    ["Богема күпме бара", "Богема"],
    ["how long is la boheme", "la boheme"],
    ["can i take my 4 year old to shurale", "shurale"],
  ])("“%s” names %s", (text, name) => expect(parseThingQuestion(text, reading)).toContain(name));

  it.each(["на каком языке", "можно с ребенком в театр", "богема", "кто ведет курс вальса", "can i come tomorrow"])(
    "“%s” is none",
    (text) => expect(parseThingQuestion(text, reading)).toBeNull(),
  );
});
