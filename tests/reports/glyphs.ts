/**
 * Whether a TrueType font has a glyph of its own for a character of the Basic Multilingual Plane, by its table "cmap",
 * format 4 (https://learn.microsoft.com/typography/opentype/spec/cmap).
 */
export function readGlyphs(font: Buffer): (character: string) => boolean {
  const tables = font.readUInt16BE(4);
  const at = range(tables)
    .map((index) => 12 + index * 16)
    .find((record) => font.toString("latin1", record, record + 4) === "cmap");
  const cmap = font.readUInt32BE((at ?? 0) + 8);
  const unicode = range(font.readUInt16BE(cmap + 2))
    .map((index) => cmap + 4 + index * 8)
    .find((record) => font.readUInt16BE(record) === 3 && font.readUInt16BE(record + 2) === 1);
  const table = cmap + font.readUInt32BE((unicode ?? 0) + 4);
  const size = font.readUInt16BE(table + 6);
  const [ends, starts, deltas, offsets] = [14, 16 + size, 16 + 2 * size, 16 + 3 * size].map((each) => table + each);
  return (character) => {
    const code = character.charCodeAt(0);
    const segment = range(size / 2).find((index) => font.readUInt16BE((ends ?? 0) + 2 * index) >= code) ?? 0;
    const start = font.readUInt16BE((starts ?? 0) + 2 * segment);
    if (start > code) return false;
    const offsetAt = (offsets ?? 0) + 2 * segment;
    const offset = font.readUInt16BE(offsetAt);
    if (offset === 0) return ((code + font.readUInt16BE((deltas ?? 0) + 2 * segment)) & 0xffff) !== 0;
    return font.readUInt16BE(offsetAt + offset + 2 * (code - start)) !== 0;
  };
}

const range = (length: number): number[] => Array.from({ length }, (_, index) => index);
