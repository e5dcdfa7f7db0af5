import { inflateRawSync } from "node:zlib";
import { FeedError } from "../problem.ts";
import { checkSheet } from "./check-sheet.ts";

/** What a workbook may unfold to, bytes; and of how many files it may consist. */
const mostUnfolded = 60_000_000;
const mostFiles = 500;

const refuse = (): never => {
  throw new FeedError({ code: "no_workbook" });
};

/** The XML of a workbook by its path. */
export type Files = ReadonlyMap<string, Buffer>;

/**
 * Unfolds a workbook with care: how many files it says it has, how large they say they are, that none is larger than it
 * says, and that its sheets have at most `mostRows` rows. Throws a `FeedError` for a bomb and for what is no plain ZIP.
 */
export function unzipChecked(bytes: Uint8Array, mostRows: number): Files {
  const files = new Map<string, Buffer>();
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // The directory's end lies in the last 64 KB, behind it only a comment.
  const end = data.lastIndexOf("PK\x05\x06", undefined, "latin1");
  if (end < 0 || end + 22 > data.length) refuse();
  const count = data.readUInt16LE(end + 10);
  let at = data.readUInt32LE(end + 16);
  if (count > mostFiles) throw new FeedError({ code: "too_many_files", most: mostFiles });
  let total = 0;
  for (let file = 0; file < count; file += 1) {
    if (at + 46 > data.length || data.readUInt32LE(at) !== 0x02014b50) refuse();
    const [packed, unfolded] = [data.readUInt32LE(at + 20), data.readUInt32LE(at + 24)];
    total += unfolded;
    if (total > mostUnfolded) throw new FeedError({ code: "too_large", most: mostUnfolded / 1_000_000 });
    const content = unfold(data, {
      method: data.readUInt16LE(at + 10),
      packed,
      unfolded,
      header: data.readUInt32LE(at + 42),
    });
    if (content.includes("sheetData")) checkSheet(content.toString("utf8"), mostRows);
    const path = data.toString("utf8", at + 46, at + 46 + data.readUInt16LE(at + 28));
    if (/\.(?:xml|rels)$/u.test(path)) files.set(path, content);
    at += 46 + data.readUInt16LE(at + 28) + data.readUInt16LE(at + 30) + data.readUInt16LE(at + 32);
  }
  return files;
}

interface PackedFile {
  method: number;
  packed: number;
  unfolded: number;
  header: number;
}

function unfold(data: Buffer, { method, packed, unfolded, header }: PackedFile): Buffer {
  if (header + 30 > data.length) refuse();
  const start = header + 30 + data.readUInt16LE(header + 26) + data.readUInt16LE(header + 28);
  if (start + packed > data.length) refuse();
  const isStored = method === 0 && packed === unfolded;
  if (isStored) return data.subarray(start, start + packed);
  if (method !== 8) refuse();
  try {
    return inflateRawSync(data.subarray(start, start + packed), { maxOutputLength: Math.max(1, unfolded) });
  } catch {
    return refuse();
  }
}
