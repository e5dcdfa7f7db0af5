import type { BotCommandScope } from "@grammyjs/types";
import { z } from "zod";
import type { World } from "../../world/world.ts";
import { badRequest } from "../api-failure.ts";
import { findRoom } from "../destination.ts";
import { method } from "../method.ts";
import { chatId, integer, json, languageCode } from "../values.ts";

const command = z.strictObject({ command: z.string(), description: z.string() });

const scope: z.ZodType<BotCommandScope> = json(
  z.discriminatedUnion("type", [
    z.strictObject({ type: z.literal("default") }),
    z.strictObject({ type: z.literal("all_private_chats") }),
    z.strictObject({ type: z.literal("all_group_chats") }),
    z.strictObject({ type: z.literal("all_chat_administrators") }),
    z.strictObject({ type: z.literal("chat"), chat_id: chatId }),
    z.strictObject({ type: z.literal("chat_administrators"), chat_id: chatId }),
    z.strictObject({ type: z.literal("chat_member"), chat_id: chatId, user_id: integer }),
  ]),
);

const where = { scope: z.exactOptional(scope), language_code: languageCode } as const;
const everywhere: BotCommandScope = { type: "default" };

export const setMyCommands = method(
  { commands: json(z.array(command)), ...where },
  (world, { commands, scope = everywhere, language_code = "" }) => {
    if (commands.length > 100) throw badRequest("BOT_COMMANDS_TOO_MUCH");
    for (const { command, description } of commands) {
      if (!/^[a-z0-9_]{1,32}$/.test(command)) throw badRequest("BOT_COMMAND_INVALID");
      if (description.length < 1 || description.length > 256) throw badRequest("BOT_COMMAND_DESCRIPTION_INVALID");
    }
    if ("chat_id" in scope) findRoom(world, scope.chat_id);
    world.profile.setCommands(scope, language_code, commands);
    return changed(world);
  },
);

export const getMyCommands = method(where, (world, { scope = everywhere, language_code = "" }) =>
  world.profile.commands(scope, language_code),
);

export const deleteMyCommands = method(where, (world, { scope = everywhere, language_code = "" }) => {
  world.profile.setCommands(scope, language_code, []);
  return changed(world);
});

const inLanguage = { language_code: languageCode } as const;

export const setMyName = method(
  { name: z.exactOptional(z.string()), ...inLanguage },
  (world, { name = "", language_code = "" }) => {
    if (name.length > 64) throw badRequest("BOT_TITLE_INVALID");
    world.profile.names.set(language_code, name);
    return changed(world);
  },
);

export const getMyName = method(inLanguage, (world, { language_code = "" }) => ({
  name: world.profile.in(language_code).name,
}));

export const setMyDescription = method(
  { description: z.exactOptional(z.string()), ...inLanguage },
  (world, { description = "", language_code = "" }) => {
    if (description.length > 512) throw badRequest("BOT_DESCRIPTION_INVALID");
    world.profile.descriptions.set(language_code, description);
    return changed(world);
  },
);

export const getMyDescription = method(inLanguage, (world, { language_code = "" }) => ({
  description: world.profile.in(language_code).description,
}));

export const setMyShortDescription = method(
  { short_description: z.exactOptional(z.string()), ...inLanguage },
  (world, { short_description = "", language_code = "" }) => {
    if (short_description.length > 120) throw badRequest("BOT_SHORT_DESCRIPTION_INVALID");
    world.profile.shortDescriptions.set(language_code, short_description);
    return changed(world);
  },
);

export const getMyShortDescription = method(inLanguage, (world, { language_code = "" }) => ({
  short_description: world.profile.in(language_code).shortDescription,
}));

const menuButton = json(
  z.discriminatedUnion("type", [
    z.strictObject({ type: z.literal("default") }),
    z.strictObject({ type: z.literal("commands") }),
    z.strictObject({
      type: z.literal("web_app"),
      text: z.string().min(1),
      web_app: z.strictObject({ url: z.url({ protocol: /^https$/ }) }),
    }),
  ]),
);

export const setChatMenuButton = method(
  { chat_id: z.exactOptional(integer), menu_button: z.exactOptional(menuButton) },
  (world, { chat_id, menu_button = { type: "default" as const } }) => {
    if (chat_id !== undefined) findRoom(world, chat_id);
    world.profile.menuButtons.set(chat_id, menu_button);
    return changed(world);
  },
);

export const getChatMenuButton = method(
  { chat_id: z.exactOptional(integer) },
  ({ profile: { menuButtons } }, { chat_id }) =>
    menuButtons.get(chat_id) ?? menuButtons.get(undefined) ?? { type: "default" },
);

function changed(world: World): true {
  world.changes.tell({ kind: "profile" });
  return true;
}
