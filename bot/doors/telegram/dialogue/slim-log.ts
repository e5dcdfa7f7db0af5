/**
 * What a dialogue's log keeps of messages: which one it was. Telegram's answers and the messages under pressed buttons repeat what
 * the bot said, keyboards and all, some 10 kB with each question about a long text, and nothing in a dialogue reads that again.
 */
export function slimLog(key: string, part: unknown): unknown {
  if (key === "result" && isSent(part)) return which(part);
  if (key === "callback_query" && hasMessage(part)) return { ...part, message: which(part.message) };
  return part;
}

interface Sent {
  message_id: number;
  date: number;
  chat: { id: number; type: string };
}

const isSent = (part: unknown): part is Sent =>
  typeof part === "object" && part !== null && "message_id" in part && "chat" in part && "date" in part;

const hasMessage = (part: unknown): part is { message: Sent } =>
  typeof part === "object" && part !== null && "message" in part && isSent(part.message);

const which = ({ message_id, date, chat: { id, type } }: Sent): Sent => ({ message_id, date, chat: { id, type } });
