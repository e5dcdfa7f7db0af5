import type { MaxAttachmentOut } from "./body.ts";

/** Pictures and films of one message at most. */
const mostTogether = 12;

const isShownTogether = (file: MaxAttachmentOut | undefined): boolean =>
  file?.type === "image" || file?.type === "video";

/** Parts files into messages, in their order: pictures and films stand together at MAX, each other file alone. */
export function partFiles(files: readonly MaxAttachmentOut[]): MaxAttachmentOut[][] {
  const parts: MaxAttachmentOut[][] = [];
  for (const file of files) {
    const last = parts.at(-1);
    const fits = last && last.length < mostTogether && isShownTogether(file) && isShownTogether(last[0]);
    if (fits) last.push(file);
    else parts.push([file]);
  }
  return parts;
}
