import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * Where the bot's own pages serve a photo that was sent to it: "poster/<file id>.<seal>". The seal is made with the
 * token, so that only photos are served that an editor made a poster, and no table has to be looked up.
 */
export const posterPath = (token: string, fileId: string): string => `poster/${fileId}.${sealOf(token, fileId)}`;

/** The photo behind the last part of a poster's path, undefined where the bot did not make it. */
export function readPosterPath(token: string, name: string): string | undefined {
  const [, fileId, seal] = /^([\w-]{1,200})\.([\w-]{22})$/u.exec(name) ?? [];
  if (fileId === undefined || seal === undefined) return undefined;
  return timingSafeEqual(Buffer.from(sealOf(token, fileId)), Buffer.from(seal)) ? fileId : undefined;
}

const sealOf = (token: string, fileId: string): string =>
  createHmac("sha256", token).update(`poster ${fileId}`).digest("base64url").slice(0, 22);

/** The id of the photo that a poster's path names; undefined for an address on the web. */
export const photoOfPath = (path: string): string | undefined => /^poster\/([\w.-]+)\.[\w-]{22}$/u.exec(path)?.[1];

/** Whether the bot's own pages serve it (bot/web/posters.ts): photos that were sent at another messenger stay there. */
export const isServedPath = (path: string): boolean => /^poster\/[\w-]{1,200}\.[\w-]{22}$/u.test(path);
