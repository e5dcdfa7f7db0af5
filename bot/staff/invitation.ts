import { randomBytes } from "node:crypto";

/** How long an invitation can be good for, in days. */
export const validities = [1, 7] as const;
export type Validity = (typeof validities)[number];

/** Makes the unguessable part of a link: 192 random bits, 32 characters. */
export const newInvitationCode = (): string => randomBytes(24).toString("base64url");

/** How the unguessable part of a link looks, as the source of a regular expression. */
export const invitationCodePattern = "[\\w-]{32}";

/**
 * Names an invitation where colleagues see it: who could read the whole code of an owner's invitation would be one tap
 * from being owner. 144 bits stay unknown.
 */
export const handleOf = (code: string): string => code.slice(0, 8);

/** How a handle looks, as the source of a regular expression. */
export const handlePattern = "[\\w-]{8}";
