import { z } from "zod";

/**
 * What MAX tells, as far as it is read (contract of 1 July 2026). Fields that it calls required are absent where they would be
 * null, so nearly nothing is demanded. `seq` passes the numbers of JavaScript and is not read at all.
 */

const user = z.object({
  user_id: z.int(),
  first_name: z.string().default(""),
  last_name: z.string().nullish(),
  username: z.string().nullish(),
  is_bot: z.boolean().default(false),
});

export type MaxSender = z.output<typeof user>;

const markup = z.object({
  type: z.string(),
  from: z.int().min(0),
  length: z.int().min(1),
  url: z.string().nullish(),
});

export type MaxMarkup = z.output<typeof markup>;

const media = z.object({ token: z.string().nullish(), url: z.string().nullish() });

const attachment = z.discriminatedUnion("type", [
  z.object({ type: z.literal("image"), payload: media }),
  z.object({ type: z.literal("video"), payload: media }),
  z.object({ type: z.literal("audio"), payload: media }),
  z.object({ type: z.literal("file"), payload: media, filename: z.string().nullish(), size: z.number().nullish() }),
  z.object({
    type: z.literal("contact"),
    payload: z.object({
      vcf_info: z.string().nullish(),
      hash: z.string().nullish(),
      max_info: user.nullish(),
    }),
  }),
  z.object({ type: z.literal("location"), latitude: z.number(), longitude: z.number() }),
  z.object({ type: z.literal("sticker") }),
]);

export type MaxAttachment = z.output<typeof attachment>;

/** What is attached in a way that this program does not know is passed over; that something was attached is not. */
const attachments = z
  .array(z.unknown())
  .nullish()
  .transform((all) =>
    (all ?? []).map((each): MaxAttachment | { type: "unknown" } => {
      const known = attachment.safeParse(each);
      return known.success ? known.data : { type: "unknown" };
    }),
  );

const body = z.object({
  mid: z.string(),
  text: z.string().nullish(),
  attachments,
  markup: z.array(markup).nullish().catch(null),
});

const message = z.object({
  sender: user.nullish(),
  recipient: z.object({ chat_id: z.int().nullish(), chat_type: z.string().default("dialog") }),
  timestamp: z.number(),
  body: body.nullish(),
  link: z.object({ type: z.string().nullish(), message: body.nullish() }).nullish(),
});

export type MaxMessage = z.output<typeof message>;

const common = { timestamp: z.number(), user_locale: z.string().nullish() };
const dialog = { ...common, chat_id: z.int().nullish(), user };

const several = { ...common, chat_id: z.int(), user, is_channel: z.boolean().default(false) };

const updates = z.discriminatedUnion("update_type", [
  z.object({ update_type: z.literal("message_created"), ...common, message: message.nullish() }),
  z.object({ update_type: z.literal("message_edited"), ...common, message: message.nullish() }),
  z.object({
    update_type: z.literal("message_callback"),
    ...common,
    callback: z.object({ timestamp: z.number(), callback_id: z.string(), payload: z.string().nullish(), user }),
    message: message.nullish(),
  }),
  z.object({ update_type: z.literal("bot_started"), ...dialog, payload: z.string().nullish() }),
  z.object({ update_type: z.literal("bot_stopped"), ...dialog }),
  z.object({ update_type: z.literal("dialog_removed"), ...dialog }),
  z.object({ update_type: z.literal("bot_added"), ...several }),
  z.object({ update_type: z.literal("bot_removed"), ...several }),
  z.object({ update_type: z.literal("dialog_muted"), ...dialog, muted_until: z.number().nullish() }),
  z.object({ update_type: z.literal("dialog_unmuted"), ...dialog }),
]);

export type MaxTold = z.output<typeof updates>;

/** The kinds of updates that the bot asks MAX for. */
export const wanted: readonly string[] = updates.options.map((option) => option.shape.update_type.value);

/** Reads an update; undefined: of a kind that the bot does not ask for, or malformed. */
export function parseMaxUpdate(value: unknown): MaxTold | undefined {
  const read = updates.safeParse(value);
  return read.success ? read.data : undefined;
}

/** Whether something is an update of whatever kind. */
export const isMaxUpdate = (value: unknown): value is { update_type: string } =>
  typeof value === "object" && value !== null && "update_type" in value && typeof value.update_type === "string";
