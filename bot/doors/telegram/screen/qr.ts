/** A QR code of an address as PNG, 640 pixels wide: large enough to be printed on a sheet and read from a step away. */
export async function qrPicture(url: string): Promise<Uint8Array> {
  // Rarely wanted: an idle bot does without it.
  const { toBuffer } = await import("qrcode");
  return toBuffer(url, { type: "png", errorCorrectionLevel: "M", margin: 4, width: 640 });
}
