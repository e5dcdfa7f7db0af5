import { randomBytes } from "node:crypto";

/** How long an invitation can be good for, in days. */
export const validities = [1, 7] as const;
export type Validity = (typeof validities)[number];

/** What a link begins with after "?start=". */
const prefix = "i_";

/** Makes the unguessable part of a link: 192 random bits, 32 characters. */
export const newInvitationCode = (): string => randomBytes(24).toString("base64url");

export const invitationLink = (botName: string, code: string): string =>
  `https://t.me/${botName}?start=${prefix}${code}`;

/** The code in a start payload; undefined when it is no invitation. */
export const readInvitationPayload = (payload: string): string | undefined =>
  payload.startsWith(prefix) && isInvitationCode(payload.slice(prefix.length))
    ? payload.slice(prefix.length)
    : undefined;

export const isInvitationCode = (text: string): boolean => /^[\w-]{32}$/.test(text);

/**
 * Names an invitation where colleagues see it: who could read the whole code of an owner's invitation would be one tap
 * from being owner. 144 bits stay unknown.
 */
export const handleOf = (code: string): string => code.slice(0, 8);

export const isHandle = (text: string): boolean => /^[\w-]{8}$/.test(text);
