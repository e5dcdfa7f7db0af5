import { createRequire } from "node:module";
import { drawQr } from "./draw-qr.ts";
import type { CertificateSheet } from "./sheet.ts";

const { resolve } = createRequire(import.meta.url);

/** PT Serif has the letters of all peoples of Russia; files, because only what is used goes into the PDF. */
const font = (name: string): string => resolve(`@expo-google-fonts/pt-serif/${name}.ttf`);
const fonts = {
  regular: font("400Regular/PTSerif_400Regular"),
  italic: font("400Regular_Italic/PTSerif_400Regular_Italic"),
  bold: font("700Bold/PTSerif_700Bold"),
} as const;

/** A4 across, in points. */
const page = { width: 841.89, height: 595.28 };
const margin = 80;
const inner = page.width - 2 * margin;
const ink = "#22303c";
const accent = "#0f6e6e";
const gold = "#b08d3c";

type Document = PDFKit.PDFDocument;
type Font = keyof typeof fonts;

/** Draws a certificate as a PDF of one page with its fonts inside, some 40 kB. */
export async function drawCertificate(sheet: CertificateSheet, issuedAt: Date): Promise<Uint8Array> {
  const { default: PdfDocument } = await import("pdfkit");
  const document: Document = new PdfDocument({
    size: "A4",
    layout: "landscape",
    margin: 0,
    lang: sheet.language,
    displayTitle: true,
    info: { Title: `${sheet.heading}: ${sheet.name}`, CreationDate: issuedAt },
  });
  const written = collect(document);
  for (const [name, path] of Object.entries(fonts)) document.registerFont(name, path);
  drawFrame(document);
  line(document, sheet.heading.toUpperCase(), { font: "bold", size: 34, at: 92, colour: accent, spacing: 1 });
  line(document, sheet.aboveName, { font: "italic", size: 15, at: 158 });
  fitted(document, sheet.name, { font: "bold", sizes: [34, 16], at: 184, height: 84, colour: ink });
  rule(document, 272);
  line(document, sheet.aboveTitle, { font: "italic", size: 15, at: 286 });
  fitted(document, sheet.title, { font: "bold", sizes: [24, 12], at: 312, height: 84, colour: accent });
  await drawFoot(document, sheet);
  document.end();
  return written;
}

function collect(document: Document): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  return new Promise((written, failed) => {
    document.on("data", (chunk: Buffer) => chunks.push(chunk));
    document.once("end", () => written(Buffer.concat(chunks)));
    document.once("error", failed);
  });
}

function drawFrame(document: Document): void {
  const frame = (inset: number, width: number, colour: string) =>
    document
      .lineWidth(width)
      .rect(inset, inset, page.width - 2 * inset, page.height - 2 * inset)
      .stroke(colour);
  frame(28, 3, accent);
  frame(36, 0.8, gold);
}

const rule = (document: Document, y: number): Document =>
  document
    .lineWidth(1)
    .moveTo(page.width / 2 - 90, y)
    .lineTo(page.width / 2 + 90, y)
    .stroke(gold);

function line(
  document: Document,
  text: string,
  {
    font: face,
    size,
    at,
    colour = ink,
    spacing = 0,
  }: { font: Font; size: number; at: number; colour?: string; spacing?: number },
): void {
  document
    .font(face)
    .fontSize(size)
    .fillColor(colour)
    .text(text, margin, at, { width: inner, align: "center", characterSpacing: spacing });
}

/** A text as large as its box allows, in the middle of it; what does not fit even at the least size ends with "…". */
function fitted(
  document: Document,
  text: string,
  box: { font: Font; sizes: [most: number, least: number]; at: number; height: number; colour: string },
): void {
  const [most, least] = box.sizes;
  const options = { width: inner, align: "center" as const, lineGap: 2 };
  document.font(box.font).fillColor(box.colour);
  let size = most;
  while (size > least && document.fontSize(size).heightOfString(text, options) > box.height) size -= 1;
  const height = Math.min(document.fontSize(size).heightOfString(text, options), box.height);
  document.text(text, margin, box.at + (box.height - height) / 2, { ...options, height: box.height, ellipsis: true });
}

const qrSide = 88;

async function drawFoot(document: Document, { details, check, link, signature }: CertificateSheet): Promise<void> {
  const top = page.height - 66 - qrSide;
  const left = page.width - margin - qrSide;
  await drawQr(document, link, { left, top, side: qrSide, colour: ink });
  drawSignature(document, signature);
  paragraph(document, details, { left: margin, top, width: 330, align: "left" });
  paragraph(document, check, { left: left - 286, top, width: 270, align: "right" });
}

/** A line to sign on, below the course and above what was done. */
function drawSignature(document: Document, label: string): void {
  const y = 424;
  const [from, until] = [page.width / 2 - 110, page.width / 2 + 110];
  document.lineWidth(0.8).moveTo(from, y).lineTo(until, y).stroke(ink);
  document
    .font("italic")
    .fontSize(10)
    .fillColor(ink)
    .text(label, from, y + 4, { width: until - from, align: "center" });
}

function paragraph(
  document: Document,
  lines: readonly string[],
  { left, top, width, align }: { left: number; top: number; width: number; align: "left" | "right" },
): void {
  document.font("regular").fontSize(12).fillColor(ink);
  document.text(lines.join("\n"), left, top, { width, align, lineGap: 3, height: qrSide + 6, ellipsis: true });
}
