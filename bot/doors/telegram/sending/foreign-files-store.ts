import { InputFile, type Transformer } from "grammy";
import { z } from "zod";
import type { Database } from "../../../database/database.ts";
import type { Downloaded } from "../../door.ts";
import { door } from "../door.ts";

export interface ForeignFilesDeps {
  database: Database;
  /** Fetches a file by the id of whichever other messenger it came by. */
  foreign: (fileId: string) => Promise<Downloaded>;
  now: () => Date;
}

const kinds = ["photo", "video", "animation", "audio", "voice", "document"] as const;

/** What other messengers call a file begins with their name and a full stop, which no id of Telegram's has. */
const isForeign = (value: unknown): value is string => typeof value === "string" && /^[a-z]+\./.test(value);

const media = z.looseObject({ media: z.unknown() });
const named = z.looseObject({ file_id: z.string() });
const message = z.looseObject({
  photo: z.array(named).optional(),
  video: named.optional(),
  animation: named.optional(),
  audio: named.optional(),
  voice: named.optional(),
  document: named.optional(),
});

/** Names for files that have none: Telegram tells by them how to show a file. */
const usualNames: Readonly<Record<string, string>> = {
  photo: "photo.jpg",
  video: "video.mp4",
  animation: "animation.mp4",
  audio: "audio.mp3",
  voice: "voice.ogg",
};

/**
 * Lets what was sent at another messenger be sent at Telegram: its file is fetched, uploaded with the first call that sends it,
 * and known by Telegram's own id afterwards. Calls that come meanwhile wait for that one. A file that is gone goes on as it is,
 * and Telegram refuses it.
 */
export function sendForeignFiles({ database, foreign, now }: ForeignFilesDeps): Transformer {
  const uploading = new Map<string, Promise<void>>();

  async function find(fileId: string): Promise<string | undefined> {
    const row = await database.fileCopy.findUnique({ where: { fileId_door: { fileId, door } } });
    return row?.copy;
  }

  async function fetch(fileId: string, kind: string): Promise<InputFile | string> {
    const file = await foreign(fileId);
    return file.kind === "file" ? new InputFile(file.bytes, file.name ?? usualNames[kind] ?? "file") : fileId;
  }

  return async (call, method, payload, signal) => {
    const ids = foreignIn(payload);
    if (ids.length === 0) return call(method, payload, signal);
    const known = new Map<string, string | InputFile>();
    const uploaded: string[] = [];
    const { promise, resolve } = Promise.withResolvers<void>();
    try {
      for (const { fileId, kind } of ids) {
        for (let copy = await find(fileId); !known.has(fileId); copy = await find(fileId)) {
          const other = uploading.get(fileId);
          if (copy !== undefined) known.set(fileId, copy);
          else if (other !== undefined) await other;
          else {
            uploading.set(fileId, promise);
            uploaded.push(fileId);
            known.set(fileId, await fetch(fileId, kind));
          }
        }
      }
      const answer = await call(method, { ...payload, ...replaced(payload, known) }, signal);
      if (answer.ok && uploaded.length > 0) await keep(ids, uploaded, answer.result);
      return answer;
    } finally {
      for (const fileId of uploaded) uploading.delete(fileId);
      resolve();
    }
  };

  /** Notes what Telegram calls the files that went up with a call, whose messages come in their order. */
  async function keep(ids: readonly Foreign[], uploaded: readonly string[], result: unknown): Promise<void> {
    const copies = [result].flat().map(fileIdIn);
    for (const { fileId, place } of ids) {
      const copy = copies[place];
      if (copy === undefined || !uploaded.includes(fileId)) continue;
      const data = { fileId, door, copy, madeAt: now() };
      await database.fileCopy.createMany({ data, skipDuplicates: true });
    }
  }
}

/** A foreign file in a call, and in which of its messages it stands. */
interface Foreign {
  fileId: string;
  kind: string;
  place: number;
}

function foreignIn(payload: object): Foreign[] {
  // Every call comes by here, and hardly any has a file.
  const alone = kinds.flatMap((kind) => {
    const fileId: unknown = Reflect.get(payload, kind);
    return isForeign(fileId) ? [{ fileId, kind, place: 0 }] : [];
  });
  const items: unknown = Reflect.get(payload, "media") ?? [];
  const together = [items].flat().flatMap((item, place) => {
    const { media: fileId, type } = media.safeParse(item).data ?? { media: undefined, type: undefined };
    return isForeign(fileId) ? [{ fileId, kind: String(type), place }] : [];
  });
  return [...alone, ...together];
}

/** The fields of a call that name foreign files, with what Telegram takes in their place. */
function replaced(payload: object, known: ReadonlyMap<string, string | InputFile>): Record<string, unknown> {
  const instead = (value: unknown) => (typeof value === "string" ? (known.get(value) ?? value) : value);
  const inMedia = (item: unknown) => {
    const read = media.safeParse(item).data;
    return read === undefined ? item : { ...read, media: instead(read.media) };
  };
  return Object.fromEntries(
    Object.entries(payload).map(([field, value]): [string, unknown] => {
      if (field === "media") return [field, Array.isArray(value) ? value.map(inMedia) : inMedia(value)];
      return [field, kinds.some((kind) => kind === field) ? instead(value) : value];
    }),
  );
}

function fileIdIn(sent: unknown): string | undefined {
  const { photo, video, animation, audio, voice, document } = message.safeParse(sent).data ?? {};
  return (photo?.at(-1) ?? video ?? animation ?? audio ?? voice ?? document)?.file_id;
}
