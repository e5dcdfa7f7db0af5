import { describe, expect, it } from "vitest";
import { canReplace } from "../../bot/announcements/announcement.ts";
import { withLine, writeAnnouncement, writeClassMessage } from "../../bot/announcements/words.ts";
import type { Content } from "../../bot/delivery/content.ts";
import { languages } from "../../bot/words/language.ts";
import { text, words } from "./crowd.ts";

const bold = { type: "bold", offset: 0, length: 4 };
const photo = { kind: "photo" as const, fileId: "p", caption: "", entities: [] };
const album: Content = { kind: "album", items: [photo, { ...photo, caption: "Кич", entities: [bold] }] };
const poll: Content = { kind: "poll", question: "?", options: ["!"], isAnonymous: true, allowsMultipleAnswers: false };

describe("a line", () => {
  it("above shifts what is marked, and is marked itself", () => {
    const lined = withLine({ kind: "text", text: "Всем!", entities: [bold] }, "Только 🎻:");
    expect(lined).toEqual({
      kind: "text",
      text: "Только 🎻:\n\nВсем!",
      entities: [
        { ...bold, offset: 12 },
        { type: "italic", offset: 0, length: 10 },
      ],
    });
  });

  it("below leaves the rest where it is", () => {
    expect(withLine({ kind: "text", text: "Всем!", entities: [bold] }, "Хуш", "below")).toEqual({
      kind: "text",
      text: "Всем!\n\nХуш",
      entities: [bold, { type: "italic", offset: 7, length: 3 }],
    });
  });

  it("is the caption of a file that has none, and goes to the caption that an album has", () => {
    expect(withLine(photo, "Хуш")).toMatchObject({ caption: "Хуш", entities: [{ offset: 0, length: 3 }] });
    const lined = withLine(album, "Хуш", "below");
    expect(lined.kind === "album" && lined.items.map(({ caption }) => caption)).toEqual(["", "Кич\n\nХуш"]);
  });

  it("is left out where it would be too long, and in a poll", () => {
    const long = text("ж".repeat(4_090));
    expect(withLine(long, "Бүтән телдә")).toEqual(long);
    expect(withLine(poll, "Хуш")).toEqual(poll);
  });
});

describe("an announcement is written", () => {
  const announced = { id: 7, texts: { ru: text("Всем"), tt: text("Барыгызга") }, buttons: [], isToOwnClass: false };

  it.each([
    ["ru", "Всем"],
    ["tt", "Барыгызга"],
    ["en", "Only in Russian:\n\nВсем"],
  ] as const)("in %s, or in the next language and says so", (language, said) => {
    const written = writeAnnouncement(announced, words.for(language));
    expect(written?.content).toMatchObject({ text: said });
  });

  it("says in each language that it is another one's", () => {
    for (const language of languages) {
      const other = language === "ru" ? "tt" : "ru";
      const written = writeAnnouncement({ ...announced, texts: { [other]: text("…") } }, words.for(language));
      expect(written?.content).toMatchObject({ text: expect.stringMatching(/:\n\n…$/) });
    }
  });

  it("with its buttons in the person's language, and one that mutes", () => {
    const buttons = [
      [{ label: { ru: "Сайт", tt: "Сайт!" }, url: "https://example.org/" }],
      [{ label: { ru: "Концерт" }, eventId: 7 }],
    ];
    const { keyboard } = writeAnnouncement({ ...announced, buttons }, words.for("tt")) ?? {};
    expect(keyboard).toEqual([
      [{ text: "Сайт!", url: "https://example.org/" }],
      [{ text: "Концерт", callback_data: "nw:7.1.e7" }],
      [{ text: "Белдерүләрне туктату", callback_data: "nh:7" }],
    ]);
  });

  it("without it to a class of one's own, and with words in its place under an album", () => {
    expect(writeAnnouncement({ ...announced, isToOwnClass: true }, words.for("ru"))?.keyboard).toEqual([]);
    const written = writeAnnouncement({ ...announced, texts: { ru: album } }, words.for("ru"));
    expect(written?.keyboard).toEqual([]);
    expect(JSON.stringify(written?.content)).toContain("/mute");
  });

  it("not at all without a text", () => {
    expect(writeAnnouncement({ ...announced, texts: {} }, words.for("ru"))).toBeNull();
  });

  it("to a class under the name of its course", () => {
    const told = { content: text("Придите раньше"), titles: { ru: "Первые шаги" } };
    expect(writeClassMessage(told, words.for("en"))).toMatchObject({
      text: "To the group “Первые шаги”\n\nПридите раньше",
    });
  });
});

it.each<[Content, Content, boolean]>([
  [text("а"), text("б"), true],
  [text("а"), photo, false],
  [album, album, true],
  [album, { kind: "album", items: [photo, photo, photo] }, false],
  [poll, poll, false],
])("Telegram can put one content in the place of another: case %#", (sent, next, can) => {
  expect(canReplace(sent, next)).toBe(can);
});
