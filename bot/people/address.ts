/** The messengers by which people come in and messages go out; main.ts opens some of them. */
export const doors = ["telegram", "max"] as const;
export type Door = (typeof doors)[number];

/** What the bot is called at messengers, for links to it. */
export type BotNames = Readonly<Partial<Record<Door, string>>>;

/** A person, as a messenger knows them. */
export interface ExternalAccount {
  door: Door;
  /** What the messenger calls them. */
  externalId: string;
}

/** A chat at a messenger. */
export interface Destination {
  door: Door;
  chatId: string;
}

/** The name of a chat in the database, "telegram:123": messengers number their chats without knowing of each other. */
export const chatKeyOf = ({ door, chatId }: Destination): string => `${door}:${chatId}`;

/** The name of an account for operators and staff, "telegram:123". */
export const formatAccount = ({ door, externalId }: ExternalAccount): string => `${door}:${externalId}`;

/** The messenger whose ids stand alone, because there was no other one for long. */
const unnamed: Door = "telegram";

/** Whether a text is an id of the messenger, for those messengers that Ishek speaks to. */
const isId: Partial<Record<Door, (id: string) => boolean>> = {
  // At most 52 significant bits: https://core.telegram.org/bots/api#user
  telegram: (id) => /^[1-9]\d{0,15}$/.test(id) && Number(id) < 2 ** 52,
  // 64 bits by its contract; what passes JavaScript's numbers was never seen.
  max: (id) => /^[1-9]\d{0,15}$/.test(id) && Number.isSafeInteger(Number(id)),
};

/** How operators write accounts, for messages about mistakes. */
export const accountForm = "123, telegram:123 or max:123";

/** Parses "123", "telegram:123" or "max:123"; undefined for anything else. */
export function parseAccount(text: string): ExternalAccount | undefined {
  const [externalId = "", name = unnamed, ...rest] = text.split(":").reverse();
  const door = doors.find((known) => known === name);
  if (door === undefined || rest.length > 0 || !isId[door]?.(externalId)) return undefined;
  return { door, externalId };
}
