import jsQR from "jsqr";
import { extractText, getDocumentProxy } from "unpdf";
import { describe, expect, it } from "vitest";
import type { Certificate } from "../../../bot/classes/certificates/certificate.ts";
import { drawQr } from "../../../bot/classes/certificates/draw-qr.ts";
import { drawCertificate } from "../../../bot/classes/certificates/pdf.ts";
import { sheetOf } from "../../../bot/classes/certificates/words.ts";
import { words } from "../../support/city.ts";

const issued: Certificate = {
  code: "K7QW3M9XTA",
  name: "Гөлнара Җәмилева",
  language: "tt",
  title: "Смартфон – башыннан ук",
  teacherName: "Гүзәл Хәсәнова",
  attended: 10,
  lessons: 12,
  issuedAt: new Date("2026-12-20T10:00:00Z"),
};
const link = "https://ishek.example/certificate/K7QW3M9XTA";

async function read(certificate: Certificate) {
  const sheet = sheetOf(certificate, words.for(certificate.language), "Europe/Moscow", link);
  const document = await getDocumentProxy(new Uint8Array(await drawCertificate(sheet, certificate.issuedAt)));
  const { text, totalPages } = await extractText(document, { mergePages: true });
  const [, , width = 0, height = 0] = (await document.getPage(1)).view;
  return { text: text.replace(/\s+/g, " "), totalPages, width, height };
}

describe.each(["ru", "tt", "en"] as const)("a certificate in %s", (language) => {
  const t = words.for(language);

  it("is one page across and says to whom, for what, how much, when and how to check it", async () => {
    const { text, totalPages, width, height } = await read({ ...issued, language });
    expect(totalPages).toBe(1);
    expect(width).toBeGreaterThan(height);
    for (const said of [
      t("certificate.title").toUpperCase(),
      "Гөлнара Җәмилева",
      t("certificate.course", { title: issued.title }),
      t("certificate.lessons", { attended: 10, lessons: 12 }),
      "Гүзәл Хәсәнова",
      "2026",
      "K7Q-W3M-9XTA",
      "ishek.example/certificate/K7QW3M9XTA",
    ]) {
      expect(text).toContain(said);
    }
  });

  it("has all the letters of the three alphabets", async () => {
    const letters = "әөүҗңһӘӨҮҖҢҺёЁыЩъЭю Wxyz";
    expect((await read({ ...issued, language, name: letters })).text).toContain(letters);
  });

  it("takes the longest name and title without losing a word or a second page", async () => {
    const name = `${"Шаһиәхмәтова-Мөхәммәтҗанова ".repeat(3)}Гөлҗиһан`;
    const title = "Компьютерная грамотность для тех, кому за пятьдесят пять: интернет, госуслуги и безопасность";
    const { text, totalPages } = await read({ ...issued, language, name, title });
    expect(totalPages).toBe(1);
    expect(text.replace(/- /g, "-")).toContain(name);
    expect(text).toContain(title);
  });
});

it("leads to its check by a code that a camera reads", async () => {
  const [margin, side] = [40, 400];
  const pixels = new Uint8ClampedArray((side + 2 * margin) ** 2 * 4).fill(255);
  const paper = {
    rect(left: number, top: number, width: number, height: number) {
      for (let y = Math.round(top); y < Math.round(top + height); y += 1) {
        const row = y * (side + 2 * margin);
        for (let x = Math.round(left); x < Math.round(left + width); x += 1)
          pixels.fill(0, (row + x) * 4, (row + x) * 4 + 3);
      }
    },
    fill: () => {},
  };
  await drawQr(paper, link, { left: margin, top: margin, side, colour: "black" });
  expect(jsQR.default(pixels, side + 2 * margin, side + 2 * margin)?.data).toBe(link);
});
