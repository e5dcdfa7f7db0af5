import type { Media, MediaDetails, MediaKind } from "../../../files/media.ts";
import { checkLink } from "../../../world/links.ts";
import type { World } from "../../../world/world.ts";
import { badRequest, Violation } from "../../api-failure.ts";
import type { Request } from "../../method.ts";

const wrongFile = "wrong file identifier/HTTP URL specified";

/**
 * The file that a parameter names – one uploaded with the request, an address on the web, or a file id – in the fields
 * that a message of `kind` has for it. Throws 400 if there is none, or if it is not of that kind.
 */
export function takeFile(
  world: World,
  { uploads }: Request,
  kind: MediaKind,
  reference: string,
  details: MediaDetails = {},
): Media {
  const part = /^attach:\/\/(.+)$/.exec(reference)?.[1];
  if (part !== undefined) {
    const upload = uploads.get(part);
    if (!upload) throw badRequest(wrongFile);
    return world.files.keep(upload, kind, details);
  }
  if (/^https?:/.test(reference)) {
    const link = checkLink(reference);
    if (link.kind === "invalid") throw badRequest("wrong HTTP URL specified");
    return world.files.keepUrl(link.url, kind, details);
  }
  return findAgain(world, kind, reference);
}

/** A file known by its id keeps its kind: "It is not possible to change the file type when resending by file_id". */
function findAgain(world: World, kind: MediaKind, fileId: string): Media {
  const file = world.files.find(fileId);
  const media = world.files.findMedia(fileId);
  if (!file || !media) throw badRequest(wrongFile);
  if (file.kind === kind) return media;
  const words = `can't use file of type ${typeNames[file.kind]} as ${typeNames[kind]}`;
  // Between the others Telegram goes by the file, not by the method: what was asked for as a video comes as a document.
  throw file.kind === "photo" || kind === "photo" ? badRequest(words) : new Violation(words);
}

/** Types of files as tdlib writes them. */
const typeNames: Readonly<Record<MediaKind, string>> = {
  photo: "Photo",
  video: "Video",
  animation: "Animation",
  audio: "Audio",
  voice: "VoiceNote",
  document: "Document",
};
