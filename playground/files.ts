import { badRequest } from "./api-failure.ts";

/** A file as it came in a multipart form. */
export type Upload = { fileName: string; mimeType: string; bytes: Uint8Array };

/** A file that Telegram keeps: its bytes when uploaded, its address when the bot gave an URL. */
export type StoredFile = {
  fileId: string;
  fileUniqueId: string;
  path: string;
  fileName: string;
  mimeType: string;
  bytes: Uint8Array | undefined;
  url: string | undefined;
};

/** Bytes kept altogether; beyond it the oldest files are forgotten. */
const capacity = 256 * 1024 * 1024;

/** What the bot uploaded, under the file ids by which it may be sent again. */
export class FileStore {
  readonly #files = new Map<string, StoredFile>();
  #size = 0;
  #count = 0;

  /** Keeps an upload; throws if it is empty. */
  keep(upload: Upload): StoredFile {
    if (upload.bytes.length === 0) throw badRequest("file must be non-empty");
    return this.#add({ ...upload, mimeType: mimeTypeOf(upload), url: undefined });
  }

  /** Takes note of a file on the web. It is not downloaded here: the playground must work without the internet. */
  keepUrl(url: string, mimeType: string): StoredFile {
    const fileName = new URL(url).pathname.split("/").at(-1) || "file";
    return this.#add({ fileName, mimeType, bytes: undefined, url });
  }

  find(fileId: string): StoredFile | undefined {
    return this.#files.get(fileId);
  }

  findByPath(path: string): StoredFile | undefined {
    return this.#files.get(path.split("/").at(-1)?.split(".")[0] ?? "");
  }

  #add(file: Pick<StoredFile, "fileName" | "mimeType" | "bytes" | "url">): StoredFile {
    this.#count += 1;
    const fileId = `file${this.#count}`;
    const extension = /\.\w+$/.exec(file.fileName)?.[0] ?? "";
    const stored = { ...file, fileId, fileUniqueId: `unique${this.#count}`, path: `files/${fileId}${extension}` };
    this.#files.set(fileId, stored);
    this.#size += stored.bytes?.length ?? 0;
    for (const oldest of this.#files.values()) {
      if (this.#size <= capacity) break;
      this.#files.delete(oldest.fileId);
      this.#size -= oldest.bytes?.length ?? 0;
    }
    return stored;
  }
}

const mimeTypes: Readonly<Record<string, string>> = {
  ics: "text/calendar",
  jpg: "image/jpeg",
  pdf: "application/pdf",
  png: "image/png",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** Telegram goes by the name of a file; grammY declares everything a mere stream of octets. */
function mimeTypeOf({ fileName, mimeType }: Upload): string {
  return mimeTypes[fileName.split(".").at(-1)?.toLowerCase() ?? ""] ?? mimeType;
}
