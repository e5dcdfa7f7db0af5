/** Figures and letters of other alphabets that posts are adorned with, in NFKC as plain ones: "𝟏𝟐", "１２", "𝐌", "①". */
const adorned = /[\u{1d400}-\u{1d7ff}\u{ff01}-\u{ff5e}\u{2460}-\u{2473}]|[0-9]\ufe0f?\u20e3|🔟/gu;

/** A text with plain figures and letters for adorned ones, and where a place of the first one is in it. */
export interface PlainText {
  text: string;
  /** UTF-16 units from the beginning, as before. */
  placeOf: (at: number) => number;
}

/** Writes plainly what is adorned: "1️⃣2️⃣ декабря" is "12 декабря". */
export function plainFigures(adornedText: string): PlainText {
  const shorter: { behind: number; by: number }[] = [];
  let by = 0;
  const text = adornedText.replace(adorned, (said, at: number) => {
    const plain = said === "🔟" ? "10" : said.replace(/[\ufe0f\u20e3]/gu, "").normalize("NFKC");
    by += said.length - plain.length;
    if (said.length !== plain.length) shorter.push({ behind: at + said.length, by });
    return plain;
  });
  return { text, placeOf: (at) => at - (shorter.findLast(({ behind }) => behind <= at)?.by ?? 0) };
}
