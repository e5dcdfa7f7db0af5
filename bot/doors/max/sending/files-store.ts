import type { Database } from "../../../database/database.ts";
import type { Downloaded } from "../../door.ts";
import type { MaxClient } from "../client/max-client.ts";
import type { MaxRefusal } from "../client/refusal.ts";
import { uploadFile } from "../client/upload.ts";
import { door } from "../door.ts";
import { type MaxFile, readFileId } from "../reading/file-id.ts";

/** Fetches a file that was sent at another messenger. */
type ForeignFiles = (fileId: string) => Promise<Downloaded>;

export type FoundFile = { kind: "token"; token: string } | { kind: "gone" } | { kind: "refused"; refusal: MaxRefusal };

interface Asked {
  type: MaxFile["type"];
  signal?: AbortSignal | null;
  isDelivery?: boolean;
}

/** The tokens by which files are sent at MAX, wherever they come from. */
export class MaxFiles {
  readonly #client: MaxClient;
  readonly #database: Database;
  readonly #foreign: ForeignFiles;
  readonly #now: () => Date;
  /** Copies that are being made: a fan-out asks for one file thirty times at once. */
  readonly #making = new Map<string, Promise<FoundFile>>();

  constructor(options: { client: MaxClient; database: Database; foreign: ForeignFiles; now: () => Date }) {
    this.#client = options.client;
    this.#database = options.database;
    this.#foreign = options.foreign;
    this.#now = options.now;
  }

  /** The token of a file; one of another messenger is copied once. */
  async find(fileId: string, asked: Asked): Promise<FoundFile> {
    const own = readFileId(fileId);
    if (own !== undefined) return { kind: "token", token: own.token };
    const where = { fileId_door: { fileId, door } };
    const copy = await this.#database.fileCopy.findUnique({ where });
    if (copy !== null) return { kind: "token", token: copy.copy };
    const making = this.#making.get(fileId) ?? this.#copy(fileId, asked);
    this.#making.set(fileId, making);
    return making.finally(() => this.#making.delete(fileId));
  }

  async #copy(fileId: string, { type, ...how }: Asked): Promise<FoundFile> {
    const file = await this.#foreign(fileId);
    // What is too large to be fetched is as good as gone: its sender has to send it at MAX.
    if (file.kind !== "file") return { kind: "gone" };
    const uploaded = await uploadFile(this.#client, { type, name: file.name ?? names[type], bytes: file.bytes }, how);
    if (uploaded.kind !== "token") return uploaded;
    const row = { fileId, door, copy: uploaded.token, madeAt: this.#now() };
    await this.#database.fileCopy.createMany({ data: row, skipDuplicates: true });
    return uploaded;
  }
}

/** Names for files that have none; MAX refuses what its name and its content tell otherwise. */
const names: Readonly<Record<MaxFile["type"], string>> = {
  image: "photo.jpg",
  video: "video.mp4",
  audio: "audio.mp3",
  file: "file",
};
