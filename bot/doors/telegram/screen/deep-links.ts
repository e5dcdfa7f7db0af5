import { invitationCodePattern } from "../../../staff/invitation.ts";
import { after, type Codec, id, text } from "./codec.ts";

/** A link to the bot, by the thing that it opens. A certificate's code is as somebody may have typed it. */
export type DeepLink =
  | { kind: "occurrence" | "event" | "course" | "group"; id: number }
  | { kind: "certificate" | "invitation"; code: string };

type Numbered = Extract<DeepLink, { id: number }>["kind"];
type Coded = Extract<DeepLink, { code: string }>["kind"];

/** Each kind by its letter, which is never given to another: links stay in chats, calendars and on posters. */
const numbered: Readonly<Record<Numbered, Codec<number>>> = {
  occurrence: after("o_", id),
  event: after("e_", id),
  course: after("k_", id),
  group: after("g_", id),
};

const coded: Readonly<Record<Coded, Codec<string>>> = {
  certificate: after("c_", text("[\\w-]*")),
  invitation: after("i_", text(invitationCodePattern)),
};

const isNumbered = (link: DeepLink): link is Extract<DeepLink, { id: number }> => "id" in link;

/** The address of a link into the bot; its payload has the 64 characters A–Z, a–z, 0–9, _ and - that Telegram allows. */
export function deepLink(botUsername: string, link: DeepLink): string {
  const payload = isNumbered(link) ? numbered[link.kind].encode(link.id) : coded[link.kind].encode(link.code);
  return `https://t.me/${botUsername}?start=${payload}`;
}

/** Parses the payload that follows /start; undefined when it is no link of ours. */
export function parseDeepLink(payload: string): DeepLink | undefined {
  for (const kind of ["occurrence", "event", "course", "group"] as const) {
    const found = numbered[kind].decode(payload);
    if (found !== undefined) return { kind, id: found };
  }
  for (const kind of ["certificate", "invitation"] as const) {
    const code = coded[kind].decode(payload);
    if (code !== undefined) return { kind, code };
  }
  return undefined;
}
