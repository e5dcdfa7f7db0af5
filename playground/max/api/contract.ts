import { z } from "zod";

/**
 * The bodies of MAX's requests, by its contract of 1 July 2026 (schema 0.0.32), narrowed to what bots are told in its pages on
 * keyboards. Objects are strict: a field that MAX does not know would be lost in silence there.
 */

/** The longest text, markup and all. */
export const longestText = 4_000;

const text = z.string().min(1).max(128);
const callback = z.strictObject({ type: z.literal("callback"), text, payload: z.string().min(1).max(1_024) });
const link = z.strictObject({ type: z.literal("link"), text, url: z.url({ protocol: /^(https?|max)$/ }).max(2_048) });
const message = z.strictObject({ type: z.literal("message"), text });
const clipboard = z.strictObject({ type: z.literal("clipboard"), text, payload: z.string().min(1).max(1_024) });
const requestContact = z.strictObject({ type: z.literal("request_contact"), text });
const requestLocation = z.strictObject({
  type: z.literal("request_geo_location"),
  text,
  quick: z.exactOptional(z.boolean()),
});
const openApp = z.strictObject({
  type: z.literal("open_app"),
  text,
  web_app: z.exactOptional(z.string()),
  contact_id: z.exactOptional(z.int()),
  payload: z.exactOptional(z.string().max(512)),
});

const button = z.discriminatedUnion("type", [
  callback,
  link,
  message,
  clipboard,
  requestContact,
  requestLocation,
  openApp,
]);

export type MaxButton = z.output<typeof button>;

const token = z.strictObject({ token: z.string().min(1) });

const image = z.strictObject({
  type: z.literal("image"),
  payload: z.union([
    z.strictObject({ url: z.url({ protocol: /^https?$/ }) }),
    token,
    z.strictObject({ photos: z.record(z.string(), token) }),
  ]),
});
const media = (type: "video" | "audio" | "file") => z.strictObject({ type: z.literal(type), payload: token });
const location = z.strictObject({
  type: z.literal("location"),
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
});
const share = z.strictObject({ type: z.literal("share"), payload: z.strictObject({ url: z.url() }) });
const keyboard = z.strictObject({
  type: z.literal("inline_keyboard"),
  payload: z.strictObject({ buttons: z.array(z.array(button).min(1)).min(1) }),
});

const attachment = z.discriminatedUnion("type", [
  image,
  media("video"),
  media("audio"),
  media("file"),
  location,
  share,
  keyboard,
]);

export type AttachmentRequest = z.output<typeof attachment>;

/** What may be said: null and absent leave a message as it is when it is edited. */
export const newMessageBody = z.strictObject({
  text: z.string().max(longestText, "size must be between 0 and 4000").nullish(),
  attachments: z.array(attachment).nullish(),
  link: z.strictObject({ type: z.enum(["reply", "forward"]), mid: z.string().min(1) }).nullish(),
  notify: z.boolean().optional(),
  format: z.enum(["html", "markdown"]).nullish(),
});

export type NewMessageBody = z.output<typeof newMessageBody>;

export const callbackAnswer = z.strictObject({
  message: newMessageBody.nullish(),
  notification: z.string().nullish(),
});

export const subscriptionRequest = z.strictObject({
  url: z.url(),
  update_types: z.array(z.string()).optional(),
  secret: z
    .string()
    .regex(/^[\w-]{5,256}$/)
    .optional(),
});

const command = z.strictObject({
  name: z.string().min(1).max(64),
  description: z.string().min(1).max(128).nullish(),
});

export const commandsRequest = z.strictObject({ commands: z.array(command).max(32) });

export type MaxCommand = z.output<typeof command>;

export const actionRequest = z.strictObject({
  action: z.enum(["typing_on", "sending_photo", "sending_video", "sending_audio", "sending_file"]),
});

export const uploadType = z.enum(["image", "video", "audio", "file"]);
export type UploadType = z.output<typeof uploadType>;
