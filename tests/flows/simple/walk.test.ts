import { describe, expect, it } from "vitest";
import { ideasCallback } from "../../../bot/ideas/callbacks.ts";
import { propose } from "../../../bot/ideas/propose-store.ts";
import type { Language } from "../../../bot/words/language.ts";
import { accessOf } from "../../../flows/access.ts";
import { offersCallback } from "../../../flows/offers/callbacks.ts";
import { listCallback } from "../../../flows/programme/callbacks.ts";
import type { MaxPerson } from "../../../playground/max/people/max-person.ts";
import type { Person } from "../../../playground/people/person.ts";
import { openBothDoors } from "../../support/both-doors.ts";
import { words } from "../../support/city.ts";

/** Every screen that a learner reaches in simple mode, at both doors: one thing, at most three buttons, and a person. */
const city = openBothDoors({ plant: true });

interface Shown {
  text: string;
  rows: { label: string; data: string | null }[][];
}

/** A learner at one of the doors, as the walk needs them. */
interface Walker {
  says(text: string): Promise<unknown>;
  presses(data: string): Promise<unknown>;
  taps(label: string): Promise<unknown>;
  sharesContact(): Promise<unknown>;
  shown(): Shown;
}

const atTelegram = (person: Person): Walker => ({
  says: (text) => person.says(text),
  presses: (data) => person.tapsData(person.latest?.id ?? 0, data),
  taps: (label) => person.taps(label),
  sharesContact: () => person.sharesContact(),
  shown: () => ({
    text: person.latest?.text ?? "",
    rows: (person.latest?.keyboard ?? []).map((row) =>
      row.map((key) => ({ label: key.text, data: "callback_data" in key ? key.callback_data : null })),
    ),
  }),
});

const atMax = (person: MaxPerson): Walker => ({
  says: (text) => person.says(text),
  presses: (data) => person.tapsData(person.latest?.id ?? "", data),
  taps: (label) => person.taps(label),
  sharesContact: () => person.sharesContact(),
  shown: () => ({
    text: person.latest?.text ?? "",
    rows: (person.latest?.keyboard ?? []).map((row) =>
      row.map((key) => ({ label: key.text, data: key.type === "callback" ? key.payload : null })),
    ),
  }),
});

/** Signs that mean nothing to who hears the screen read out, or sees badly. */
const sign = /[\p{Extended_Pictographic}✓✗×★☆▶◀•]/u;

/** The write-to-a-person dialogue is the person, and what stands below the text field at Telegram is no screen. */
function keepsTheRules({ text, rows }: Shown, language: Language): void {
  const t = words.for(language);
  const seen = `${text}\n${rows.map((row) => row.map(({ label }) => `[${label}]`).join(" ")).join("\n")}`;
  expect(rows.length, seen).toBeLessThanOrEqual(3);
  for (const row of rows) expect(row.length, seen).toBe(1);
  for (const { label } of rows.flat()) {
    expect(label, seen).not.toMatch(sign);
    expect(label.length, seen).toBeLessThanOrEqual(34);
  }
  expect(text, seen).not.toMatch(sign);
  expect(text.length, seen).toBeLessThanOrEqual(700);
  expect(rows.flat().at(-1)?.label, seen).toBe(t("simple.help"));
}

/** Buttons that leave simple mode, speak another language from then on, begin to write, or show a place on a map. */
const aside = ["ms", "ln", "vw", "in", "om"];

const kindOf = (data: string): string => data.slice(0, data.indexOf(":"));

async function walks(walker: Walker, language: Language, from: readonly string[], most = 120): Promise<Set<string>> {
  const waiting = [...from];
  const seen = new Set<string>();
  while (waiting.length > 0 && seen.size < most) {
    const data = waiting.shift() ?? "";
    if (seen.has(data) || aside.includes(kindOf(data)) || accessOf(data) === undefined) continue;
    seen.add(data);
    await walker.presses(data);
    const shown = walker.shown();
    keepsTheRules(shown, language);
    waiting.push(...shown.rows.flat().flatMap((key) => key.data ?? []));
    // An enrolment that this began is left as anybody leaves one.
    if (kindOf(data) === "eb") await walker.says(words.for(language)("button.menu"));
  }
  return seen;
}

describe.each(["telegram", "max"] as const)("at %s", (door) => {
  describe.each(["ru", "tt", "en"] as const)("in %s", (language) => {
    const t = words.for(language);

    async function comes(name: string): Promise<Walker> {
      if (door === "telegram") {
        const person = city.telegram.person(name, { languageCode: language });
        await person.says("/start");
        return atTelegram(person);
      }
      const person = city.max.person(name, { languageCode: language });
      await person.starts();
      return atMax(person);
    }

    it("keeps the rules from the first tap to the lesson, and can be left again", async () => {
      const learner = await comes(`Роза ${door} ${language}`);
      await learner.says("/settings");
      await learner.taps(t("simple.on"));
      const group = await city.services.database.group.findFirstOrThrow({
        where: { course: { area: "digital" }, origin: "demo:phone-help/1" },
      });
      const id = group.id.toString(36);
      await learner.says(`/start g_${id}`);
      keepsTheRules(learner.shown(), language);
      await learner.taps(t("group.enrol"));
      keepsTheRules(learner.shown(), language);
      await learner.taps(t("enrol.read"));
      await learner.taps(t("enrol.agree"));
      await learner.sharesContact();
      keepsTheRules(learner.shown(), language);
      await learner.taps(t("enrol.name_other"));
      keepsTheRules(learner.shown(), language);
      await learner.says("Роза Галиева");
      await learner.taps(t("enrol.confirm"));
      keepsTheRules(learner.shown(), language);
      for (const said of ["/my", "/classes", "/settings", "/help", "/language", "/simple", t("button.menu")]) {
        await learner.says(said);
        keepsTheRules(learner.shown(), language);
      }
      for (const said of [
        "не могу зайти",
        "керә алмыйм",
        "can't get in",
        "позовите человека",
        "ыыыы ъъъ",
        "концерт",
        "вальс",
      ]) {
        await learner.says(said);
        keepsTheRules(learner.shown(), language);
      }
      const seen = await walks(learner, language, ["mh:", "mn:0", "mc:0", "em:", "bs:", "ba:"]);
      const kinds = new Set([...seen].map(kindOf));
      for (const kind of ["mh", "ml", "mn", "mc", "mk", "mo", "bc", "eb", "em", "ec", "el", "ey", "yn", "mw"])
        expect(kinds, kind).toContain(kind);
      await learner.says(t("simple.help"));
      expect(learner.shown().text).toContain(t("thread.ask.question").slice(0, 20));
      await learner.says("/settings");
      await learner.taps(t("simple.off"));
      await learner.says("/my");
      expect(learner.shown().rows.flat().at(-1)?.label).not.toBe(t("simple.help"));
    });

    it("shows lists, what is always there, ideas and a Night one thing at a time", async () => {
      const name = `Фая ${door} ${language}`;
      const learner = await comes(name);
      await learner.says("/settings");
      await learner.taps(t("simple.on"));
      const { database, clock } = city.services;
      const { id } = await database.person.findFirstOrThrow({ where: { firstName: name } });
      const title = `Скамейка ${door} ${language}`;
      await propose(database, { authorId: Number(id), language, title, body: "У озера." }, clock.now());
      for (const said of ["/tomorrow", "/weekend", "/week", "/archive", "/ideas", "/nights"]) {
        await learner.says(said);
        if (said !== "/nights") keepsTheRules(learner.shown(), language);
      }
      const begun = [
        listCallback.data({ scope: { kind: "weekend" }, filters: {}, page: 0 }),
        offersCallback.data({ shelf: "all", page: 0 }),
        ideasCallback.data({ shelf: "new", page: 0 }),
      ];
      const seen = await walks(learner, language, begun, 24);
      const kinds = new Set([...seen].map(kindOf));
      for (const kind of ["l", "c", "ol", "oc", "id", "ib"]) expect(kinds, kind).toContain(kind);
    });

    it("brings what is sent by itself in the same form", async () => {
      const name = `Зоя ${door} ${language}`;
      const learner = await comes(name);
      await learner.says("/settings");
      await learner.taps(t("simple.on"));
      const { database, clock } = city.services;
      const { id: personId } = await database.person.findFirstOrThrow({ where: { firstName: name } });
      const lesson = await database.lesson.findFirstOrThrow({
        where: { startsAt: { gt: new Date(clock.now().getTime() + 2 * 3_600_000) }, status: "scheduled" },
        orderBy: { startsAt: "asc" },
      });
      const now = clock.now();
      await database.enrolment.create({
        data: { groupId: lesson.groupId, personId, state: "enrolled", ticket: 9_000, createdAt: now, changedAt: now },
      });
      await database.delivery.create({
        data: {
          personId,
          kind: "lesson",
          payload: { startsAt: lesson.startsAt.toISOString(), lead: 1440 },
          dedupeKey: `simple:${personId}`,
          lane: "urgent",
          dueAt: now,
          expiresAt: lesson.startsAt,
          lessonId: lesson.id,
        },
      });
      await city.deliver();
      expect(learner.shown().text).toContain(t("lesson.link_comes"));
      keepsTheRules(learner.shown(), language);
    });
  });
});
