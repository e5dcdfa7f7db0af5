import { readFileSync } from "node:fs";
import PDFDocument from "pdfkit";
import { describe, expect, it } from "vitest";
import { languages } from "../../../../bot/words/language.ts";
import { openCity, words } from "../../../support/city.ts";
import { labels } from "../../drive.ts";
import { colleague } from "../team.ts";

const city = openCity({ plant: false });
const font = readFileSync(new URL(import.meta.resolve("@expo-google-fonts/pt-sans/400Regular/PTSans_400Regular.ttf")));

/** A PDF with these lines, or with a drawing alone. */
function pdf(lines: readonly string[]): Promise<Buffer> {
  const document = new PDFDocument({ size: "A4" });
  const chunks: Buffer[] = [];
  document.on("data", (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<Buffer>((resolve) => document.on("end", () => resolve(Buffer.concat(chunks))));
  document.rect(50, 50, 100, 100).fill("#336699").font(font).fontSize(20).fillColor("black");
  for (const line of lines) document.text(line);
  document.end();
  return done;
}

const mimeType = "application/pdf";

describe.each(languages)("a poster as PDF, in %s", (language) => {
  const t = words.for(language);

  it("is read, and offered as an event to whoever may make one", async () => {
    const admin = await colleague(city, language, "admin");
    const bytes = await pdf(["Концерт «Зимний путь»", "28 ноября, 19:00", "Место: Дом актёра", "Вход 300 ₽"]);
    await admin.sendsDocument("афиша.pdf", bytes, { mimeType });
    admin.sees(t("programme.offer.ask", { count: 1 }));
    await admin.taps(t("programme.offer.make", { count: 1 }));
    for (const said of ["Зимний путь", "Дом актёра", "300", "19:00"]) admin.sees(said);
    expect(labels(admin)).toContain(t("programme.button.save"));
  });

  it("without text, broken, or about nothing gets a sentence that says what to do", async () => {
    const admin = await colleague(city, language, "admin");
    await admin.sendsDocument("скан.pdf", await pdf([]), { mimeType });
    admin.sees(t("programme.offer.pdf_unread"));
    await admin.says("/start");
    await admin.sendsDocument("битый.pdf", "%PDF-1.7 и ничего больше", { mimeType });
    admin.sees(t("programme.offer.pdf_unread"));
    await admin.sendsDocument("приказ.pdf", await pdf(["Приказ об уборке снега во дворе"]), { mimeType });
    admin.sees(t("programme.offer.pdf_no_event"));
    // A resident's file is theirs.
    const resident = await colleague(city, language);
    await resident.sendsDocument("афиша.pdf", await pdf(["Концерт «Зимний путь»", "28 ноября, 19:00"]), { mimeType });
    resident.doesNotSee(t("programme.offer.make", { count: 1 }));
  });
});
