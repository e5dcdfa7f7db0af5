import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readCityFile } from "../../bot/city/city-file.ts";
import { followSectionsCallback } from "../../bot/wishes/callbacks.ts";
import { loadWords } from "../../bot/words/messages/translator.ts";
import { forges, labels } from "../flows/drive.ts";
import { openCity } from "../support/city.ts";
import { localesDirectory } from "../support/words.ts";

const aksubai = readCityFile(fileURLToPath(new URL("aksubai.yaml", import.meta.url)));
const city = openCity({
  plant: false,
  words: loadWords(localesDirectory, aksubai.texts),
  city: { timeZone: aksubai.zone, language: aksubai.languages[0], offer: aksubai },
});

describe("a second city, by its file alone", () => {
  it("speaks its first language to whoever speaks none of it, by its own name", async () => {
    const guest = city.telegram.person("Kate", { languageCode: "en" });
    await guest.says("/start");
    expect(guest.chat.map(({ text }) => text).join("\n")).toContain("Аксубайда");
    expect(labels(guest)).toContain("Русский");
    expect(labels(guest)).not.toContain("English");
    await guest.taps("Русский");
    await guest.says("/start");
    expect(guest.chat.map(({ text }) => text).join("\n")).toContain("Сегодня в Аксубаево");
    await guest.says("/language");
    expect(labels(guest)).not.toContain("English");
  });

  it("offers its own sections, nights and pages", async () => {
    const guest = city.telegram.person("Роза", { languageCode: "ru" });
    await guest.says("/start");
    await forges(guest, followSectionsCallback.data(null));
    expect(labels(guest)).toEqual(expect.arrayContaining(["Музыка", "Театр", "Кино"]));
    expect(labels(guest)).not.toContain("Музеи");
    await guest.says("/settings");
    guest.sees("21:00");
    await guest.says("/help");
    expect(labels(guest)).toContain("Сайт дома культуры");
  });
});
