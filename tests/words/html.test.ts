import fc from "fast-check";
import { parseDocument } from "htmlparser2";
import { describe, expect, test } from "vitest";
import { escapeHtml, html, joinLines } from "../../bot/words/html.ts";
import { ru } from "./words.ts";

describe("plain values are escaped, HTML stays", () => {
  test("in a template", () => {
    expect(String(html`<b>${"Том & <Джерри>"}</b> ${3} ${html`<i>${"a"}</i>`}`)).toBe(
      "<b>Том &amp; &lt;Джерри&gt;</b> 3 <i>a</i>",
    );
  });

  test("in an attribute", () => {
    expect(String(html`<a href="${'https://x/"><b>'}">x</a>`)).toBe('<a href="https://x/&quot;&gt;&lt;b&gt;">x</a>');
  });

  test("in lines, of which absent ones are left out and empty ones kept", () => {
    expect(String(joinLines(html`<b>a</b>`, null, "", false, "x < y", undefined))).toBe("<b>a</b>\n\nx &lt; y");
  });

  test("in a message, once only", () => {
    expect(String(ru.html("occurrence_status.moved", { when: "<чт>" }))).toBe("Перенесено. Раньше было: &lt;чт&gt;");
    expect(String(ru.html("occurrence_status.moved", { when: escapeHtml("<чт>") }))).toBe(
      "Перенесено. Раньше было: &lt;чт&gt;",
    );
    expect(ru("occurrence_status.moved", { when: "<чт>" })).toBe("Перенесено. Раньше было: <чт>");
  });
});

const hostile = fc.string({
  unit: fc.oneof(fc.constantFrom("<", ">", "&", '"', "'", ";", "amp", "b", "/"), fc.string()),
});

describe("no text can become markup", () => {
  test("escaped text has no < or > and reads back as it was", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const escaped = String(escapeHtml(text));
        expect(escaped).not.toMatch(/[<>"]/);
        expect(
          escaped.replaceAll("&quot;", '"').replaceAll("&gt;", ">").replaceAll("&lt;", "<").replaceAll("&amp;", "&"),
        ).toBe(text);
      }),
    );
  });

  test("a template and a message keep the tags that their author wrote, no more", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(parseDocument(String(html`<b>${text}</b>`)).children).toHaveLength(1);
        expect(String(ru.html("date.at_time", { time: text }))).not.toContain("<");
      }),
    );
  });

  test("the check sees an unescaped text", () => {
    expect(parseDocument(`<b>${"</b><i>x</i>"}</b>`).children).not.toHaveLength(1);
  });
});
