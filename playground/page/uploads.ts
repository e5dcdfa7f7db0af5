import { isPhoto, type MediaKind } from "../files/media.ts";
import type { OwnFile } from "../people/own-files.ts";
import type { Person } from "../people/person.ts";

/** What the page's form carries: files in their order, a caption for the first, and whether to take them as they are. */
export type Upload = { files: readonly File[]; caption: string; asDocuments: boolean };

/** Reads the form of the page; undefined if there is no file in it, or only empty ones. */
export function readUpload(form: FormData): Upload | undefined {
  const files = form.getAll("file").flatMap((entry) => (entry instanceof File && entry.size > 0 ? [entry] : []));
  const caption = form.get("caption");
  if (files.length === 0) return undefined;
  return {
    files,
    caption: typeof caption === "string" ? caption.trim().slice(0, 1024) : "",
    asDocuments: form.get("as") === "documents",
  };
}

/**
 * Reads the files and returns what sends them as Telegram's app would: together what may stand together, the rest one
 * by one.
 */
export async function prepareUpload(person: Person, upload: Upload): Promise<() => Promise<void>> {
  const own = await Promise.all(upload.files.map((file) => toOwnFile(file, upload.asDocuments)));
  const [first, ...others] = own;
  const groups = group(first ? [{ ...first, caption: upload.caption }, ...others] : []);
  return async () => {
    await Promise.all(groups.map((album) => sendTogether(person, album)));
  };
}

async function sendTogether(person: Person, album: readonly OwnFile[]): Promise<void> {
  const [only] = album;
  if (album.length > 1) await person.sendsAlbum(album);
  else if (only) await person.sendsFile(only);
}

/** Neighbours that Telegram shows as one: up to ten photos and videos, or documents, or pieces of music. */
function group(files: readonly OwnFile[]): OwnFile[][] {
  const groups: OwnFile[][] = [];
  for (const file of files) {
    const last = groups.at(-1);
    const fits =
      last && last.length < 10 && shelf(file.kind) !== undefined && shelf(file.kind) === shelf(last[0]?.kind);
    if (fits) last.push(file);
    else groups.push([file]);
  }
  return groups;
}

function shelf(kind: MediaKind | undefined): string | undefined {
  if (kind === "photo" || kind === "video") return "pictures";
  return kind === "document" || kind === "audio" ? kind : undefined;
}

async function toOwnFile(file: File, asDocument: boolean): Promise<OwnFile> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const kind = asDocument ? "document" : kindOf(file.type, bytes);
  return { kind, fileName: file.name, mimeType: file.type || "application/octet-stream", bytes };
}

/** Telegram's apps make any picture small enough; here a larger one goes as a document. */
function kindOf(type: string, bytes: Uint8Array): MediaKind {
  if (type === "image/gif") return "animation";
  if (type.startsWith("image/")) return isPhoto(bytes) ? "photo" : "document";
  if (type.startsWith("video/")) return "video";
  return type.startsWith("audio/") ? "audio" : "document";
}
