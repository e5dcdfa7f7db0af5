const degrees = String.raw`(-?\d{1,3}(?:\.\d{1,15})?)`;
const pair = String.raw`${degrees}(?:,|%2C|;|%3B|\s){1,3}\s?${degrees}`;

/**
 * Where links of maps keep a point, the mark before the middle of what is seen. Some write the longitude first: `isTurned`.
 */
const forms: readonly { pattern: RegExp; isTurned?: true }[] = [
  { pattern: new RegExp(String.raw`whatshere(?:\[|%5B)point(?:\]|%5D)=${pair}`, "iu"), isTurned: true },
  { pattern: new RegExp(`!3d${degrees}!4d${degrees}`, "u") },
  { pattern: new RegExp(`[?&]mlat=${degrees}&mlon=${degrees}`, "u") },
  { pattern: new RegExp(String.raw`2gis\.\w+/.*?/${pair}(?:[/?#]|$)`, "u"), isTurned: true },
  { pattern: new RegExp(`[?&]m=${pair}`, "u"), isTurned: true },
  { pattern: new RegExp(`[?&]pt=${pair}`, "u"), isTurned: true },
  { pattern: new RegExp(`[?&](?:q|query|destination|rtext)=(?:loc:|~)?${pair}`, "u") },
  { pattern: new RegExp(`/@${pair}`, "u") },
  { pattern: new RegExp(String.raw`#map=\d{1,2}(?:\.\d+)?/${degrees}/${degrees}`, "u") },
  { pattern: new RegExp(`[?&]ll=${pair}`, "u"), isTurned: true },
  { pattern: new RegExp(`^geo:${pair}`, "u") },
  { pattern: new RegExp(`^${pair}$`, "u") },
];

/** Characters of a link; a longer one is none of a map. */
const readAtMost = 2_000;

/** Reads a point out of a link of a map, or of two numbers; undefined where there is none on Earth. Degrees, WGS 84. */
export function parseMapLink(text: string): { latitude: number; longitude: number } | undefined {
  const said = text.trim();
  if (said.length > readAtMost) return undefined;
  for (const { pattern, isTurned } of forms) {
    const found = pattern.exec(said);
    if (found === null) continue;
    const [, first, second] = found.map(Number);
    if (first === undefined || second === undefined) continue;
    const [latitude, longitude] = isTurned ? [second, first] : [first, second];
    return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : undefined;
  }
  return undefined;
}
