import { describe, expect, it } from "vitest";
import { openCity, words } from "../support/city.ts";
import { announce, labels } from "./drive.ts";

const city = openCity();
const kate = () => city.telegram.person("Kate", { languageCode: "en" });

describe("a deep link", () => {
  it("greets somebody new and shows them the event they came for", async () => {
    const { occurrenceIds } = await announce(city, { texts: { en: { title: "The linked one" } } });
    const code = occurrenceIds[0]?.toString(36);
    await kate().says(`/start o_${code}`);
    kate().sees("The linked one");
    expect(kate().chat.some(({ text }) => text.startsWith("Hello, Kate!"))).toBe(true);
    const before = kate().chat.length;
    await kate().says(`/start o_${code}`);
    expect(kate().chat).toHaveLength(before + 2);
  });

  it("to an event opens its next date", async () => {
    const occurrences = ["2026-11-01", "2026-12-01", "2026-12-20"].map((day) => ({
      startsAt: new Date(`${day}T16:00:00Z`),
    }));
    const { eventId } = await announce(city, { texts: { en: { title: "Thrice" } }, occurrences });
    await kate().says(`/start e_${eventId.toString(36)}`);
    kate().sees("Tue 1 December, 19:00");
  });

  it.each(["o_zzzzzz", "o_0", "e_zzzz9z", "o_1"])("to nothing (%s) says so or shows what there is", async (payload) => {
    await kate().says(`/start ${payload}`);
    expect(labels(kate()).length).toBeGreaterThan(3);
  });

  it.each(["rubbish", "o_", "o_-1", "o_a_b", "_", "x".repeat(64), "inline", "e_ZZ", "o_zzzzzzz"])(
    "of rubbish (%s) leads to tonight or a card, never nowhere",
    async (payload) => {
      await kate().says(`/start ${payload}`);
      expect(labels(kate()).some((label) => ["Filters", "Menu"].includes(label))).toBe(true);
    },
  );
});

describe("inline mode", () => {
  it("offers what is on tonight before a word is typed", async () => {
    const { results, button } = await kate().asksInline("");
    expect(results.length).toBeGreaterThan(2);
    expect(results[0]).toMatchObject({ type: "article", title: "The Moabit Notebooks" });
    expect(button).toMatchObject({ text: "Open Ishek", start_parameter: "inline" });
  });

  it("finds by words, with a card that leads into the bot", async () => {
    const { results } = await kate().asksInline("jazz");
    const [card] = results;
    if (card?.type !== "article") throw new Error("there is jazz");
    expect(card.title).toBe("Jazz in the Kremlin");
    await kate().choosesInline(card);
    const sent = kate().chat.at(-1);
    expect(sent?.text).toContain("Jazz in the Kremlin\nMusic · 6+");
    const [open] = sent?.keyboard.flat() ?? [];
    if (!open || !("url" in open)) throw new Error("the card has a button");
    await kate().says(`/start ${new URL(open.url).searchParams.get("start")}`);
    kate().sees("Jazz in the Kremlin");
    expect(labels(kate())).toContain("Watch");
  });

  it("finds courses by the same words, before events for who wants to learn, and leads to them", async () => {
    const { results } = await kate().asksInline("learn to use a smartphone");
    const [card] = results;
    if (card?.type !== "article") throw new Error("there is such a course");
    expect(card.title).toBe("Smartphone from scratch");
    await kate().choosesInline(card);
    const [open] = kate().chat.at(-1)?.keyboard.flat() ?? [];
    if (!open || !("url" in open)) throw new Error("the card has a button");
    await kate().says(`/start ${new URL(open.url).searchParams.get("start")}`);
    kate().sees("Smartphone from scratch");
    expect(labels(kate()).some((label) => label.startsWith("Enrol"))).toBe(true);
  });

  it.each(["ъъъъъъ", "<b>", "\u0000", "🎻".repeat(100), "я".repeat(256)])("answers %s too", async (query) => {
    const { button } = await kate().asksInline(query);
    expect(button?.text).toMatch(/open ishek/i);
  });

  it("speaks to each in their language", async () => {
    const { results, button } = await city.telegram.person("Алсу", { languageCode: "tt" }).asksInline("җаз");
    expect(results[0]).toMatchObject({ title: "Кремльдә джаз" });
    expect(button?.text).toBe(words.for("tt")("inline.open_bot"));
  });
});
