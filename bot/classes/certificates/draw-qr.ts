/** What is drawn on: a PDF of pdfkit. */
export interface Paper {
  rect(left: number, top: number, width: number, height: number): unknown;
  fill(colour: string): unknown;
}

/** Draws the QR code of an address into a PDF, as squares and not as a picture: sharp in any print. Sizes in points. */
export async function drawQr(
  paper: Paper,
  text: string,
  { left, top, side, colour }: { left: number; top: number; side: number; colour: string },
): Promise<void> {
  const { create } = await import("qrcode");
  const { modules } = create(text, { errorCorrectionLevel: "M" });
  const module = side / modules.size;
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column)) paper.rect(left + column * module, top + row * module, module, module);
    }
  }
  paper.fill(colour);
}
