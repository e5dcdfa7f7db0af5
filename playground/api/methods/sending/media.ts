import { z } from "zod";
import { method } from "../../method.ts";
import { flag, integer, unmodelled } from "../../values.ts";
import { captionAbove, captionParameters, readCaption, spoiler } from "./captions.ts";
import { send, sendParameters } from "./send.ts";
import { takeFile } from "./take-file.ts";

const shared = { ...sendParameters, ...captionParameters } as const;
const file = z.string().min(1);
const count = z.exactOptional(integer);
const pixels = { width: count, height: count } as const;

export const sendPhoto = method({ ...shared, ...captionAbove, ...spoiler, photo: file }, (world, parameters, request) =>
  send(world, parameters, { ...takeFile(world, request, "photo", parameters.photo), ...readCaption(parameters) }),
);

export const sendDocument = method(
  { ...shared, document: file, thumbnail: unmodelled, disable_content_type_detection: z.exactOptional(flag) },
  (world, parameters, request) =>
    send(world, parameters, {
      ...takeFile(world, request, "document", parameters.document),
      ...readCaption(parameters),
    }),
);

export const sendVideo = method(
  {
    ...shared,
    ...captionAbove,
    ...spoiler,
    ...pixels,
    video: file,
    duration: count,
    thumbnail: unmodelled,
    cover: unmodelled,
    start_timestamp: unmodelled,
    supports_streaming: z.exactOptional(flag),
  },
  (world, parameters, request) =>
    send(world, parameters, {
      ...takeFile(world, request, "video", parameters.video, parameters),
      ...readCaption(parameters),
    }),
);

export const sendAnimation = method(
  { ...shared, ...captionAbove, ...spoiler, ...pixels, animation: file, duration: count, thumbnail: unmodelled },
  (world, parameters, request) =>
    send(world, parameters, {
      ...takeFile(world, request, "animation", parameters.animation, parameters),
      ...readCaption(parameters),
    }),
);

export const sendAudio = method(
  {
    ...shared,
    audio: file,
    duration: count,
    performer: z.exactOptional(z.string()),
    title: z.exactOptional(z.string()),
    thumbnail: unmodelled,
  },
  (world, parameters, request) =>
    send(world, parameters, {
      ...takeFile(world, request, "audio", parameters.audio, parameters),
      ...readCaption(parameters),
    }),
);

export const sendVoice = method({ ...shared, voice: file, duration: count }, (world, parameters, request) =>
  send(world, parameters, {
    ...takeFile(world, request, "voice", parameters.voice, parameters),
    ...readCaption(parameters),
  }),
);
