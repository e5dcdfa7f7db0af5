import type { Update } from "grammy/types";

/** Telegram's objects are a dozen levels deep; what is deeper is not Telegram's, and would fill the stack. */
const deepest = 100;

/**
 * An update without what PostgreSQL takes in no text: NUL and halves of surrogate pairs. Each becomes one other sign, so
 * that entities still point at what they did. Most updates have none and are returned as they are.
 */
export const cleanUpdate = (update: Update): Update => (isClean(update) ? update : (cleaned(update) as Update));

const isCleanText = (text: string): boolean => !text.includes("\0") && text.isWellFormed();

function isClean(value: unknown, depth = 0): boolean {
  if (typeof value === "string") return isCleanText(value);
  if (typeof value !== "object" || value === null || depth > deepest) return true;
  if (Array.isArray(value)) return value.every((part) => isClean(part, depth + 1));
  // Without a copy: every update comes by here, and nearly every one is clean.
  for (const key in value) {
    if (!isCleanText(key) || !isClean(value[key as keyof typeof value], depth + 1)) return false;
  }
  return true;
}

function cleaned(value: unknown, depth = 0): unknown {
  if (typeof value === "string") return cleanText(value);
  if (typeof value !== "object" || value === null || depth > deepest) return value;
  if (Array.isArray(value)) return value.map((part) => cleaned(part, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [cleanText(key), cleaned(part, depth + 1)]));
}

const cleanText = (text: string): string => text.replaceAll("\0", " ").toWellFormed();
