import type { MessageEntity } from "@grammyjs/types";

const command = /(?<![\w/<>])\/[a-zA-Z0-9_]{1,64}(?:@\w{3,32})?(?![\w/])/g;
const url = /https?:\/\/[^\s<>"«»]*[^\s<>"«».,:;!?)\]]/g;
const mention = /(?<!\w)@\w{3,32}/g;
const hashtag = /(?<![\p{L}\p{N}_])#[\p{L}\p{N}_]+/gu;

/** The commands of a text, as `entities` to spread into a message; nothing if there are none. */
export function detectCommands(text: string): { entities?: MessageEntity[] } {
  const entities = find(text, "bot_command", command);
  return entities.length > 0 ? { entities } : {};
}

/** Adds what Telegram finds by itself – commands, addresses, mentions, hashtags – where `entities` leave it free. */
export function addDetectedEntities(text: string, entities: readonly MessageEntity[]): MessageEntity[] {
  const taken = entities.filter((entity) => ["code", "pre", "text_link", "text_mention"].includes(entity.type));
  const detected: MessageEntity[] = [];
  for (const entity of [
    ...find(text, "url", url),
    ...find(text, "bot_command", command),
    ...find(text, "mention", mention),
    ...find(text, "hashtag", hashtag),
  ]) {
    if (![...taken, ...detected].some((other) => overlap(entity, other))) detected.push(entity);
  }
  return [...entities, ...detected].sort((one, other) => one.offset - other.offset || other.length - one.length);
}

type Detected = "bot_command" | "url" | "mention" | "hashtag";

function find(text: string, type: Detected, pattern: RegExp): MessageEntity[] {
  return [...text.matchAll(pattern)].map((match) => ({ type, offset: match.index, length: match[0].length }));
}

function overlap(one: MessageEntity, other: MessageEntity): boolean {
  return one.offset < other.offset + other.length && other.offset < one.offset + one.length;
}
