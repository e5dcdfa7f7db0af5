/** Pieces that readers look for, or stop at, repeated to a text: where two patterns can share them, time grows by the square. */
const pieces = [
  ...[
    " ",
    "\n",
    "\t \r",
    "a",
    "ы",
    "ә",
    "1",
    "12 ",
    "-",
    "–",
    ".",
    ",",
    ", ",
    "!",
    "?",
    "…",
    ":",
    ";",
    "'",
    '"',
    "«",
    "»",
  ],
  ...["(", "[", "{", "<", ">", "&", "#", "@", "/", "\\", "%", "|", "=", "\u2028", "\u00ad", "\u0301", "😀", "\ud800"],
  ...[
    "a ",
    "a\u2028",
    "a'",
    "1.",
    "1,",
    "10:00",
    "10:00 ",
    "05.12",
    "2026-12-05 ",
    "1,        ",
    "5 и ",
    "5 декабря ",
    "дек ",
  ],
  ...["каждую пятницу в 19:00\n", "пн ", "кроме 1 января ", "12 занятий ", "500 руб ", "билет 500 ", "до ", "от 200 "],
  ...[
    "http://",
    "www.a",
    "https://a.b/c?d=e ",
    "#тег ",
    "12+ ",
    "A.\n",
    "Место: ",
    "<b>",
    "</b>",
    "<p",
    "&amp;",
    "&#x41;",
  ],
  ...[
    "BEGIN:VEVENT\r\n",
    "DTSTART;A=B",
    ";X=",
    "a:b\r\n",
    " folded\r\n",
    "BEGIN:VCALENDAR\r\n",
    "<row r=",
    '<c r="A1">',
  ],
  ...["a;b\n", '"a",', '{"a":', "[[", '{"results":[', "Название;", "завтра ", "джаз ", "ce,,jnf "],
];

/** A text by its beginning, a run, and an end at which what fitted so far fails. */
const shapes: readonly [start: string, end: string][] = [
  ["", ""],
  ["Концерт\n5 декабря ", "x"],
  ["1", "ы"],
];

/** All nasty texts of about `length` characters, by a name. */
export function* nastyTexts(length: number): Generator<[name: string, text: string]> {
  for (const piece of pieces) {
    for (const [start, end] of shapes) {
      const run = piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
      yield [JSON.stringify(`${start}${piece}…${end}`), `${start}${run}${end}`];
    }
  }
  yield [
    "a head like a calendar's",
    `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART${";A=b".repeat(length / 4)}:20260101T100000Z`,
  ];
  yield ["a table of one wide row", `Title;Start\n${"a;".repeat(length / 2)}`];
  yield [
    "numbers with wide gaps",
    `Концерт\n${Array.from({ length: 10 }, (_, n) => n + 1).join(`,${" ".repeat(length / 10)}`)} xx`,
  ];
}
