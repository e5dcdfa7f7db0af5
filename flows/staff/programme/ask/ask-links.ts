import type { FlowContext } from "../../../../bot/context.ts";
import { parseTypedAddress } from "../../../../bot/net/web-address.ts";
import type { LinkKind } from "../../../../bot/programme/event.ts";
import { html } from "../../../../bot/words/html.ts";
import type { Translate } from "../../../../bot/words/messages/translator.ts";
import { ask } from "../../../kit/ask/ask.ts";
import { choose, inRows } from "../../../kit/ask/choose.ts";
import { type Conversation, typed } from "../../../kit/conversation.ts";
import { type Answer, answered, mapAnswer } from "../../../kit/steps/answer.ts";
import { meant, type ReadText } from "../../../kit/steps/understand.ts";
import { confirm } from "./pick-dates.ts";

export interface WebLink {
  kind: LinkKind;
  url: string;
}

/** Links of any kind in one message; what each is for is told by its words or its host. None: skipped. */
export function askLinks(conversation: Conversation, canGoBack: boolean): Promise<Answer<WebLink[]>> {
  const { t } = conversation.ctx.reader;
  return ask<WebLink[]>(conversation, {
    text: html`${t("programme.ask.links")}`,
    again: html`${t("programme.again.links")}`,
    choices: [[{ label: t("programme.button.skip"), value: [] }]],
    readForeign: async (said, readText) => {
      const links = await linksIn(said, readText);
      const only = parseTypedAddress(typed(said));
      if (links.length === 0 && only !== undefined) return meant([{ kind: "site" as const, url: only }]);
      return meant(links.length > 0 ? links : undefined);
    },
    canGoBack,
  });
}

/** Telegram marks an address without https:// too. */
async function linksIn({ message }: FlowContext, readText: ReadText): Promise<WebLink[]> {
  const found = await readText("links", { text: message?.text ?? "", entities: message?.entities ?? [] });
  return found.map(({ value }) => value);
}

/** One address of a kind that is known. */
export async function askAddress(conversation: Conversation, kind: LinkKind): Promise<Answer<WebLink>> {
  const { t } = conversation.ctx.reader;
  const answer = await ask<string>(conversation, {
    text: html`${t(`programme.ask.link.${kind}`)}`,
    again: html`${t("programme.again.links")}`,
    readForeign: async (said, readText) =>
      meant(parseTypedAddress(typed(said)) ?? (await linksIn(said, readText))[0]?.url),
  });
  return answer.kind === "answer" ? answered({ kind, url: answer.value }) : answer;
}

/** All links as they shall be: one more, one in place of another of its kind, or one less. */
export async function askLinksAnew(conversation: Conversation, links: readonly WebLink[]): Promise<Answer<WebLink[]>> {
  const { t } = conversation.ctx.reader;
  const kinds = ["stream", "ticket", "site"] as const;
  const answer = await choose<{ set: LinkKind } | { drop: WebLink }>(
    conversation,
    t("programme.ask.which_link"),
    [
      ...inRows(
        kinds.map((kind) => ({ label: t(`programme.link.${kind}`), value: { set: kind } })),
        3,
      ),
      ...links.map((link) => [
        { label: t("programme.button.drop_link", { link: nameOf(link, t) }), value: { drop: link } },
      ]),
    ],
    false,
  );
  if (answer.kind !== "answer") return answer;
  const { value } = answer;
  if ("drop" in value) {
    const { kind, url } = value.drop;
    const text = t("programme.confirm.drop_link", { kind: t(`programme.link.${kind}`), url });
    const agreed = await confirm(conversation, { text, yes: t("programme.button.without") });
    if (agreed.kind === "back") return askLinksAnew(conversation, links);
    return mapAnswer(agreed, () => links.filter((link) => link.kind !== kind || link.url !== url));
  }
  const link = await askAddress(conversation, value.set);
  if (link.kind !== "answer") return link;
  return answered([...links.filter(({ kind }) => kind !== value.set), link.value]);
}

/** "Tickets: kassa.example /12": a label is cut at a space, so that the path tells two of one site apart. */
function nameOf({ kind, url }: WebLink, t: Translate): string {
  const where = url
    .replace(/^https?:\/\/(?:www\.)?/u, "")
    .replace(/\/$/u, "")
    .replace("/", " /");
  return t("programme.link_label", { kind: t(`programme.link.${kind}`), where });
}
