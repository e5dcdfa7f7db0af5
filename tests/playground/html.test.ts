import { describe, expect, it } from "vitest";
import { ApiFailure } from "../../playground/api/api-failure.ts";
import { parseHtml } from "../../playground/html/html.ts";
import { renderHtml } from "../../playground/html/render-html.ts";

describe("HTML becomes text and entities", () => {
  it.each([
    ["plain", "plain", []],
    ["<b>жирно</b>", "жирно", [{ type: "bold", offset: 0, length: 5 }]],
    ["<STRONG>a</strong>", "a", [{ type: "bold", offset: 0, length: 1 }]],
    ["🎭 <i>Богема</i>", "🎭 Богема", [{ type: "italic", offset: 3, length: 6 }]],
    ["<b></b>x", "x", []],
    ["<b>a</>", "a", [{ type: "bold", offset: 0, length: 1 }]],
    ["&lt;b&gt; &amp; &quot;&#1103;&#x44F;", '<b> & "яя', []],
    ["&nbsp; &copy; & &#0; R&D", "&nbsp; &copy; & &#0; R&D", []],
    ["a &lt b", "a < b", []],
    [
      '<a href="https://a.b/?x=1&amp;y=2">t</a>',
      "t",
      [{ type: "text_link", offset: 0, length: 1, url: "https://a.b/?x=1&y=2" }],
    ],
    ["<a href='kazan.ru'>t</a>", "t", [{ type: "text_link", offset: 0, length: 1, url: "http://kazan.ru/" }]],
    ['<a href="http://localhost/">t</a>', "t", []],
    ['<span class="tg-spoiler">s</span>', "s", [{ type: "spoiler", offset: 0, length: 1 }]],
    ["<tg-spoiler>s</tg-spoiler>", "s", [{ type: "spoiler", offset: 0, length: 1 }]],
    ["<blockquote expandable>q</blockquote>", "q", [{ type: "expandable_blockquote", offset: 0, length: 1 }]],
    ["<pre>p</pre>", "p", [{ type: "pre", offset: 0, length: 1 }]],
    ['<pre><code class="language-ts">p</code></pre>', "p", [{ type: "pre", offset: 0, length: 1, language: "ts" }]],
    [
      '<tg-emoji emoji-id="5">👍</tg-emoji>',
      "👍",
      [{ type: "custom_emoji", offset: 0, length: 2, custom_emoji_id: "5" }],
    ],
    [
      "<b>a<i>b</i></b>",
      "ab",
      [
        { type: "bold", offset: 0, length: 2 },
        { type: "italic", offset: 1, length: 1 },
      ],
    ],
  ])("%s", (source, text, entities) => {
    expect(parseHtml(source)).toEqual({ text, entities });
  });
});

describe("HTML that Telegram cannot parse is refused in its words", () => {
  it.each([
    ["word <x>", 'Unsupported start tag "x" at byte offset 5'],
    ["ой <br/>", 'Unsupported start tag "br/" at byte offset 5'],
    ["2 < 3", 'Unsupported start tag "" at byte offset 2'],
    ["a <b", "Unclosed start tag at byte offset 2"],
    ["a <= b >", 'Unsupported start tag "=" at byte offset 2'],
    ["<b>a", `Can't find end tag corresponding to start tag "b"`],
    ["a</b>", "Unexpected end tag at byte offset 1"],
    ["<b>a</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'],
    ["<b>a</b", "Unclosed end tag at byte offset 4"],
    ['<span class="red">a</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
    ['<a href="x', 'Unclosed start tag "a" at byte offset 0'],
    ["<a href=x/y>t</a>", "Unexpected end of name token at byte offset 8"],
    ["<a =x>t</a>", 'Empty attribute name in the tag "a" at byte offset 0'],
  ])("%s", (source, reason) => {
    expect(() => parseHtml(source)).toThrow(new ApiFailure(400, `Bad Request: can't parse entities: ${reason}`));
  });
});

describe("text with entities becomes HTML again", () => {
  it.each([
    "plain &amp; &lt;simple&gt;",
    "<b>a<i>b</i></b> <u>c</u>",
    '<a href="https://a.b/?x=1&amp;y=2">t</a>',
    "<blockquote expandable>q</blockquote>",
  ])("%s", (html) => {
    const { text, entities } = parseHtml(html);
    expect(renderHtml(text, entities)).toBe(html);
  });
});
