import { z } from "zod";
import { partsOf } from "./zoom.ts";

const number = (text: string, min: number, max: number) => {
  const value = Number(text);
  return Number.isInteger(value) && value >= min && value <= max ? value : undefined;
};

/** What a text says to `parse`; where it says nothing, `mistake` ends the sentence about it. */
export const parsed =
  <T>(parse: (text: string) => T | undefined, mistake: string) =>
  (text: string, ctx: z.RefinementCtx): T => {
    const value = parse(text);
    if (value !== undefined) return value;
    ctx.addIssue(mistake);
    return z.NEVER;
  };

/** An integer from `min` to `max`. */
export const whole = (min: number, max: number) =>
  z.string().transform(parsed((text) => number(text, min, max), `must be a whole number from ${min} to ${max}`));

export const integer = (fallback: number, min: number, max: number) => whole(min, max).prefault(String(fallback));

export const hostName = z.string().regex(/^[\w.:-]+$/, "must be a host name or an IP address");

export const httpUrl = z.url({
  protocol: /^https?$/,
  error: "must be an address that begins with http:// or https://",
});

/** Values separated by commas; secrets have none. */
export const list = z.string().default("").transform(partsOf);

/** The address of a PostgreSQL. */
export const databaseUrl = z.string().regex(/^postgres(ql)?:\/\//, "must begin with postgresql://");
