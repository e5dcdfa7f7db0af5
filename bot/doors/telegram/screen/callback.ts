import { type Codec, id, nothing } from "./codec.ts";

/** Telegram's limit for callback_data (Bot API, InlineKeyboardButton), in bytes. */
const longest = 64;

/**
 * A kind of button: its screen's name and the state that it carries back, so that no button depends on memory and one
 * pressed months later still works.
 */
export interface Callback<T> {
  /** One or two letters that its data begins with. */
  name: string;
  /** Whether a card may be opened from its screen, and lead back to it. */
  isOrigin: boolean;
  /** The callback_data of a button. Throws if it does not fit: a mistake in the code, found by the tests. */
  data(value: T): string;
  /** The value; undefined for data that no version can have made. */
  read(data: string): T | undefined;
}

/** The name of the kind of button that data came from. */
export const nameIn = (data: string): string => data.slice(0, Math.max(0, data.indexOf(":")));

/** The state that a kind of button carries. */
export type StateOf<C> = C extends Callback<infer T> ? T : never;

const defined = new Map<string, Callback<unknown>>();

/** Every kind of button that was defined so far, by its name. */
export const callbacks: ReadonlyMap<string, Callback<unknown>> = defined;

/**
 * Defines a kind of button. Throws if the name is in use: a letter is never given to another screen, because buttons of
 * the first stay in people's chats.
 */
export function defineCallback<T>(
  name: string,
  codec: Codec<T>,
  { isOrigin = false }: { isOrigin?: boolean } = {},
): Callback<T> {
  if (defined.has(name)) throw new Error(`two kinds of buttons are called "${name}"`);
  const prefix = `${name}:`;
  const callback: Callback<T> = {
    name,
    isOrigin,
    data(value) {
      const data = prefix + codec.encode(value);
      if (Buffer.byteLength(data) > longest)
        throw new Error(`callback data of "${name}" is longer than ${longest} bytes: ${data}`);
      return data;
    },
    read: (data) => (data.startsWith(prefix) ? codec.decode(data.slice(prefix.length)) : undefined),
  };
  defined.set(name, callback);
  return callback;
}

/** Defines a button without any state. */
export const plainCallback = (name: string): Callback<null> => defineCallback(name, nothing);

/** Defines a button that names a row by its id. */
export const idCallback = (name: string): Callback<number> => defineCallback(name, id);

/** Where a card was opened from: the data of that screen's button, "" for nowhere. */
export type From = string;

/** Data of a button that leads back. Forged data may name anything; what is no screen to go back to leads nowhere. */
export const from: Codec<From> = {
  pattern: ".*",
  encode: (data) => data,
  decode(data) {
    const origin = defined.get(nameIn(data));
    return origin?.isOrigin === true && origin.read(data) !== undefined ? data : "";
  },
};
