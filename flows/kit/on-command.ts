import type { BotContext } from "../../bot/context.ts";
import { handledBy, type Screen } from "./screen.ts";

/** A command as Telegram has it: its name, the bot that it is meant for, and what is written behind. */
const command = /^\/(?<name>\w+)(?:@(?<bot>\w+))?(?!\S)\s*(?<rest>.*)$/su;

/** The command that a message begins with, in small letters; undefined where there is none, or it is for another bot. */
function commandIn({ message, me }: BotContext): { name: string; rest: string } | undefined {
  if (message?.text?.startsWith("/") !== true) return undefined;
  const { name, bot, rest = "" } = command.exec(message.text)?.groups ?? {};
  if (name === undefined || (bot !== undefined && bot.toLowerCase() !== me.username.toLowerCase())) return undefined;
  return { name: name.toLowerCase(), rest };
}

const byCommand = handledBy((ctx) => commandIn(ctx)?.name);

/** Handles a command, or several that do the same; `rest` is what is written behind it. */
export function onCommand(
  composer: Screen,
  commands: string | readonly string[],
  handle: (ctx: BotContext, rest: string) => Promise<void>,
): void {
  for (const name of [commands].flat()) byCommand(composer, name, (ctx) => handle(ctx, commandIn(ctx)?.rest ?? ""));
}
