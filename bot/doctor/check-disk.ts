import { statfs } from "node:fs/promises";
import { broken, type Finding, look, well } from "./finding.ts";

const gigabyte = 1_073_741_824;

/** Looks whether there is room where `folder` is. */
export async function checkDisk(folder: string): Promise<Finding> {
  try {
    const { bavail, blocks, bsize } = await statfs(folder);
    return judgeDisk({ free: bavail * bsize, size: blocks * bsize });
  } catch {
    return look("disk", `${folder} cannot be looked at`, "Look at DATA_DIR and its rights.");
  }
}

/** Judges so many bytes of room on a disk of that size. */
export function judgeDisk({ free, size }: { free: number; size: number }): Finding {
  const text = `${(free / gigabyte).toFixed(1)} GB free of ${(size / gigabyte).toFixed(1)} GB`;
  const remedy = "Make room, or move DATA_DIR to a larger disk: PostgreSQL stops where it cannot write.";
  if (free < gigabyte / 4) return broken("disk", text, remedy);
  if (free < gigabyte || free < size / 20) return look("disk", text, remedy);
  return well("disk", text);
}
