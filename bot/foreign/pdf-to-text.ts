import { getDocumentProxy } from "unpdf";

/** Pages of a poster; a book is none. */
const mostPages = 6;
/** Characters; more than any poster has. */
const longest = 8_192;

/**
 * The text of a PDF, line by line as it stands there: "" where it holds pictures alone, null where it is broken or locked. For
 * the process that reads foreign content: it runs nothing of the document and fetches nothing.
 */
export async function pdfToText(bytes: Uint8Array): Promise<string | null> {
  try {
    const document = await getDocumentProxy(new Uint8Array(bytes));
    let text = "";
    for (let number = 1; number <= Math.min(document.numPages, mostPages) && text.length < longest; number += 1) {
      const { items } = await (await document.getPage(number)).getTextContent();
      const lines = items.map((item) => ("str" in item ? item.str + (item.hasEOL ? "\n" : "") : ""));
      text += `${lines.join("")}\n\n`;
    }
    return text.trim().slice(0, longest);
  } catch {
    return null;
  }
}
