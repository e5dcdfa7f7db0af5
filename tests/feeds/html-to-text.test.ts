import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { htmlToText } from "../../bot/feeds/text/html-to-text.ts";

describe("HTML becomes text", () => {
  it.each([
    ["<p>Раз</p>\n<p>Два</p>", "Раз\n\nДва"],
    ["Раз<br>Два<br/>Три", "Раз\nДва\nТри"],
    ["<ul><li>Раз</li><li><p>Два</p></li></ul>После", "• Раз\n• Два\n\nПосле"],
    ["<ul><li>Раз<ul><li>Раз-а</li></ul></li><li>Два</li></ul>", "• Раз\n• Раз-а\n• Два"],
    ["<ul><li></li><li>Раз</li></ul>", "• Раз"],
    ['Смотрите <a href="https://example.org">здесь</a>.', "Смотрите здесь."],
    ["<b>Жир</b>ный и <i>курсив</i>", "Жирный и курсив"],
    ["&laquo;А&raquo; &amp; Б&nbsp;&mdash; в", "«А» & Б — в"],
    ["много   пробелов\n\tи строк", "много пробелов и строк"],
    ["<table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>", "1 2\n3"],
    ["просто текст", "просто текст"],
    ["3 < 5 и 7 > 2", "3 < 5 и 7 > 2"],
    ["", ""],
    ["<p> </p><br><br><hr>", ""],
  ])("%j → %j", (html, text) => {
    expect(htmlToText(html)).toBe(text);
  });

  it.each([
    ["<script>alert(1)</script>Да", "Да"],
    ["<style>p{}</style>Да<SCRIPT src=x>нет</SCRIPT >", "Да"],
    ["<svg><text>нет</text></svg>Да", "Да"],
    ["<img src=x onerror=alert(1)>Да", "Да"],
    ["<!-- нет --><![CDATA[нет]]>Да", "Да"],
    ["Да<script>не закрыт", "Да"],
    ["&lt;b&gt;слово&lt;/b&gt;", "<b>слово</b>"],
    ["нуль\0 и \u202eнаоборот\u2069, мяг\u00adкий", "нуль и наоборот, мягкий"],
    ["&#0;&#x1F3AD;", "\ufffd🎭"],
  ])("keeps out what is hostile: %j → %j", (html, text) => {
    expect(htmlToText(html)).toBe(text);
  });

  it("is cut at a word and never inside a character", () => {
    expect(htmlToText("слово ".repeat(10), 20)).toBe("слово слово слово…");
    expect(htmlToText("🎭".repeat(30), 20)).toBe(`${"🎭".repeat(9)}…`);
  });

  it.each([
    ["depth", "<div>".repeat(1_000_000)],
    ["size", "а".repeat(20_000_000)],
    ["closing tags", "<b>".repeat(20_000) + "</i>".repeat(20_000)],
    ["attributes", `<p ${"a=b ".repeat(500_000)}>`],
    ["entities", "&amp;".repeat(1_000_000)],
  ])("is bounded against a bomb of %s", (_, bomb) => {
    expect(htmlToText(bomb, 1000).length).toBeLessThanOrEqual(1000);
  });

  it("whatever comes, within the limit and without controls", () => {
    const tags = fc.constantFrom(
      "<p>",
      "</p>",
      "<li>",
      "<ul>",
      "</ul>",
      "<script>",
      "</script>",
      "&",
      "&#",
      "<",
      "<!--",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(tags, fc.string({ unit: "binary" })), { maxLength: 40 }), (parts) => {
        const text = htmlToText(parts.join(""), 100);
        expect(text.length).toBeLessThanOrEqual(100);
        expect(text).not.toMatch(/[^\P{Cc}\n]/u);
        expect(text).toBe(text.trim());
      }),
      { numRuns: 2000 },
    );
  });
});
