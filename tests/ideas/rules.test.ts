import { describe, expect, it } from "vitest";
import { daysLeft } from "../../bot/ideas/idea.ts";
import { parseCameOf } from "../../bot/ideas/parse-came-of.ts";
import { withinLimits } from "../../bot/voices/limits.ts";
import { faultOfText } from "../../bot/voices/text-faults.ts";

const now = new Date("2026-11-20T15:00:00Z");
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000);

describe("limits", () => {
  const three = { what: "idea", most: 3, perDays: 7 };

  it.each([
    [[], true],
    [[1, 2], true],
    [[1, 2, 3], false],
    [[1, 2, 167], false],
    [[1, 2, 168], true],
    [[200, 300, 400, 500], true],
  ] as const)("after %j hours: %s", (hours, isAllowed) => {
    expect(withinLimits(hours.map(ago), three, now)).toBe(isAllowed);
  });
});

describe("a text for everybody", () => {
  it.each([
    ["Каток у озера", null],
    ["Начало в 19.00, т.д. и т.п.", null],
    ["МФЦ, РКБ и КФУ", null],
    ["Каток.Лёд.Зима", null],
    ["Смотрите https://example.org/a", "link"],
    ["смотрите example.ru", "link"],
    ["пишите @katok_kazan", "link"],
    ["t.me/katok", "link"],
    ["каток.рф", "link"],
    ["СДЕЛАЙТЕ КАТОК НЕМЕДЛЕННО", "shouting"],
    ["ШУГАЛАК КИРӘК БЕЗГӘ", "shouting"],
  ] as const)("«%s»: %s", (text, fault) => {
    expect(faultOfText(text)).toBe(fault);
  });
});

describe("what came of an idea", () => {
  it.each([
    ["Каток открыт", null, "Каток открыт"],
    ["https://t.me/ishek_bot?start=e_2s", { kind: "event", id: 100 }, ""],
    ["Открыт! https://max.ru/ishek_bot?start=o_1 Приходите", { kind: "occurrence", id: 1 }, "Открыт! Приходите"],
    ["https://ishek.example/open/k_1", { kind: "course", id: 1 }, ""],
    ["https://t.me/ishek_bot?start=zzz", "unknown", ""],
    ["https://example.org/a", null, "https://example.org/a"],
  ] as const)("«%s»", (text, link, sentence) => {
    expect(parseCameOf(text)).toEqual({ link, sentence });
  });
});

describe("days left to answer", () => {
  it.each([
    ["new", null, null],
    ["new", ago(-24), 1],
    ["considered", ago(-23), 0],
    ["new", ago(1), -1],
    ["accepted", ago(1), null],
    ["declined", ago(1), null],
  ] as const)("of a %s one", (state, dueAt, days) => {
    expect(daysLeft({ state, dueAt }, now)).toBe(days);
  });
});
