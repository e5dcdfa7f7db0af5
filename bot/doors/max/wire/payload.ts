import type { Readable } from "node:stream";
import { z } from "zod";
import type { GrammyCall } from "../../telegram/client/client.ts";

const number = z.union([
  z.number(),
  z
    .string()
    .regex(/^-?\d+$/)
    .transform(Number),
]);
const flag = z.union([z.boolean(), z.enum(["true", "false"]).transform((word) => word === "true")]);

/** A form carries structures as JSON. */
const json = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (typeof value === "string" ? tryJson(value) : value), schema);

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const entities = json(z.array(z.looseObject({ type: z.string(), offset: z.int(), length: z.int() })));

const inlineButton = z.object({
  text: z.string(),
  callback_data: z.string().optional(),
  url: z.string().optional(),
  copy_text: z.object({ text: z.string() }).optional(),
});

const replyButton = z.union([
  z.string().transform((text) => ({ text, request_contact: undefined, request_location: undefined })),
  z.object({ text: z.string(), request_contact: z.boolean().optional(), request_location: z.boolean().optional() }),
]);

const markup = json(
  z.object({
    inline_keyboard: z.array(z.array(inlineButton)).optional(),
    keyboard: z.array(z.array(replyButton)).optional(),
  }),
);

const media = json(
  z.object({
    type: z.string(),
    media: z.string(),
    caption: z.string().optional(),
    parse_mode: z.string().optional(),
    caption_entities: entities.optional(),
  }),
);

/** What the calls of flows carry, all of them together; what is not here changes nothing at MAX. */
const shape = z.object({
  chat_id: number.optional(),
  message_id: number.optional(),
  message_ids: json(z.array(number)).optional(),
  text: z.string().optional(),
  caption: z.string().optional(),
  parse_mode: z.string().optional(),
  entities: entities.optional(),
  caption_entities: entities.optional(),
  reply_markup: markup.optional(),
  link_preview_options: json(z.object({ url: z.string().optional(), is_disabled: z.boolean().optional() })).optional(),
  disable_notification: flag.optional(),
  photo: z.string().optional(),
  video: z.string().optional(),
  animation: z.string().optional(),
  audio: z.string().optional(),
  voice: z.string().optional(),
  document: z.string().optional(),
  media: z.union([json(z.array(media)), media]).optional(),
  question: z.string().optional(),
  options: json(z.array(z.object({ text: z.string() }))).optional(),
  latitude: z.union([z.number(), z.string().transform(Number)]).optional(),
  longitude: z.union([z.number(), z.string().transform(Number)]).optional(),
  title: z.string().optional(),
  address: z.string().optional(),
  callback_query_id: z.string().optional(),
  show_alert: flag.optional(),
  commands: json(z.array(z.object({ command: z.string(), description: z.string() }))).optional(),
  scope: z.unknown().optional(),
  language_code: z.string().optional(),
});

export type Payload = z.output<typeof shape>;
export type Media = z.output<typeof media>;

/** A file that comes with a call. */
export interface Part {
  name: string;
  bytes: Uint8Array;
}

/** A call of Telegram's: what it carries, and its files by the names that "attach://" gives. */
export interface WireCall {
  method: string;
  payload: Payload;
  parts: ReadonlyMap<string, Part>;
}

/** Reads what grammY would have sent to Telegram. Throws where it is not as grammY writes it. */
export async function readCall(address: string, { headers = {}, body }: GrammyCall): Promise<WireCall> {
  const method = address.slice(address.lastIndexOf("/") + 1);
  if (body === undefined) return { method, payload: {}, parts: new Map() };
  if (typeof body === "string") return { method, payload: shape.parse(JSON.parse(body)), parts: new Map() };
  const { fields, parts } = await readForm(body, headers["content-type"] ?? "");
  return { method, payload: shape.parse(fields), parts };
}

/** Reads a form as grammY writes it (grammy/core/payload), which is not quite as the standard has it. */
async function readForm(body: Readable, contentType: string) {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  const boundary = `\r\n--${/boundary=(.+)$/.exec(contentType)?.[1] ?? ""}`;
  const fields: Record<string, string> = {};
  const parts = new Map<string, Part>();
  // The first border has no line before it.
  for (let begin = boundary.length - 2; ; ) {
    const head = bytes.indexOf("\r\n\r\n", begin);
    const end = bytes.indexOf(boundary, begin);
    if (head === -1 || end === -1) return { fields, parts };
    const headers = bytes.subarray(begin, head).toString();
    const content = bytes.subarray(head + 4, end);
    const name = /;name="([^"]*)"/.exec(headers)?.[1] ?? "";
    // Without quotation marks, whatever is in it.
    const fileName = /;filename=(.+?)\r?$/m.exec(headers)?.[1];
    if (fileName === undefined) fields[name] = content.toString();
    else parts.set(name, { name: fileName, bytes: content });
    begin = end + boundary.length;
  }
}
