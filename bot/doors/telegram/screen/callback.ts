/** Telegram's limit for callback_data (Bot API, InlineKeyboardButton), in bytes. */
const longest = 64;

/**
 * What a button carries back: a screen's name and its state, so that no button depends on memory and one pressed
 * months later still works.
 */
export interface Callback<T> {
  /** What its data begins with. */
  name: string;
  /** The callback_data of a button. Throws if it does not fit: a mistake in the code, found by the tests. */
  data(value: T): string;
  /** The value; undefined for data that this version cannot have made. */
  read(data: string): T | undefined;
}

/** Defines the buttons of a screen. `name` is one or two letters; pack and unpack turn the state into text and back. */
export function defineCallback<T>(
  name: string,
  pack: (value: T) => string,
  unpack: (text: string) => T | undefined,
): Callback<T> {
  const prefix = `${name}:`;
  return {
    name,
    data(value) {
      const data = prefix + pack(value);
      if (Buffer.byteLength(data) > longest)
        throw new Error(`callback data of "${name}" is longer than ${longest} bytes: ${data}`);
      return data;
    },
    read: (data) => (data.startsWith(prefix) ? unpack(data.slice(prefix.length)) : undefined),
  };
}

/** A button's screen without any state. */
export const plainCallback = (name: string) =>
  defineCallback<null>(
    name,
    () => "",
    (text) => (text === "" ? null : undefined),
  );

/** Ids in base 36: six characters go up to two thousand million. */
export const packId = (id: number): string => id.toString(36);

/** A positive id that fits PostgreSQL's integer, or undefined. */
export function unpackId(text: string): number | undefined {
  if (!/^[0-9a-z]{1,6}$/.test(text)) return undefined;
  const id = Number.parseInt(text, 36);
  return id > 0 && id <= 2_147_483_647 ? id : undefined;
}
