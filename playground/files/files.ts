import { badRequest } from "../api/api-failure.ts";
import { describeMedia, type Media, type MediaDetails, type MediaKind, type StoredFile } from "./media.ts";

/** A file as it came in a multipart form. */
export type Upload = { fileName: string; mimeType: string; bytes: Uint8Array };

/** Bytes kept altogether; beyond it the oldest files are forgotten. */
const capacity = 256 * 1024 * 1024;

/** What the bot and the people uploaded, under the file ids by which it may be sent again. */
export class FileStore {
  readonly #files = new Map<string, StoredFile>();
  readonly #media = new Map<string, Media>();
  #size = 0;
  #count = 0;

  /** Keeps an upload and describes it; throws 400 if it is empty, or no picture and meant as a photo. */
  keep(upload: Upload, kind: MediaKind, details: MediaDetails = {}): Media {
    if (upload.bytes.length === 0) throw badRequest("file must be non-empty");
    return this.#add({ ...upload, kind, mimeType: mimeTypeOf(upload, kind), url: undefined }, details);
  }

  /** Takes note of a file on the web. It is not downloaded here: the playground must work without the internet. */
  keepUrl(url: string, kind: MediaKind, details: MediaDetails = {}): Media {
    const fileName = new URL(url).pathname.split("/").at(-1) || "file";
    return this.#add({ fileName, kind, mimeType: usualTypes[kind], bytes: undefined, url }, details);
  }

  find(fileId: string): StoredFile | undefined {
    return this.#files.get(fileId);
  }

  /** How a file was described when it came; sent again by its id it is the same. */
  findMedia(fileId: string): Media | undefined {
    return this.#media.get(fileId);
  }

  findByPath(path: string): StoredFile | undefined {
    return this.#files.get(path.split("/").at(-1)?.split(".")[0] ?? "");
  }

  #add(file: Omit<StoredFile, "fileId" | "fileUniqueId" | "path">, details: MediaDetails): Media {
    this.#count += 1;
    const fileId = `file${this.#count}`;
    const extension = /\.\w+$/.exec(file.fileName)?.[0] ?? "";
    const stored = { ...file, fileId, fileUniqueId: `unique${this.#count}`, path: `files/${fileId}${extension}` };
    const media = describeMedia(stored, details);
    this.#files.set(fileId, stored);
    this.#media.set(fileId, media);
    this.#size += stored.bytes?.length ?? 0;
    for (const oldest of this.#files.values()) {
      if (this.#size <= capacity) break;
      this.#files.delete(oldest.fileId);
      this.#media.delete(oldest.fileId);
      this.#size -= oldest.bytes?.length ?? 0;
    }
    return media;
  }
}

const mimeTypes: Readonly<Record<string, string>> = {
  csv: "text/csv",
  gif: "image/gif",
  ics: "text/calendar",
  jpeg: "image/jpeg",
  jpg: "image/jpeg",
  json: "application/json",
  mp3: "audio/mpeg",
  mp4: "video/mp4",
  ogg: "audio/ogg",
  pdf: "application/pdf",
  png: "image/png",
  txt: "text/plain",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  zip: "application/zip",
};

const usualTypes: Readonly<Record<MediaKind, string>> = {
  photo: "image/jpeg",
  video: "video/mp4",
  animation: "video/mp4",
  audio: "audio/mpeg",
  voice: "audio/ogg",
  document: "application/octet-stream",
};

/** Telegram goes by the name of a file; grammY declares everything a mere stream of octets. */
function mimeTypeOf({ fileName, mimeType }: Upload, kind: MediaKind): string {
  const byName = mimeTypes[fileName.split(".").at(-1)?.toLowerCase() ?? ""];
  return byName ?? (mimeType === usualTypes.document ? usualTypes[kind] : mimeType);
}
