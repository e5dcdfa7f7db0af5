import type { FlowContext } from "../../../../bot/context.ts";
import type { LinkKind } from "../../../../bot/programme/event.ts";
import { html } from "../../../../bot/words/html.ts";
import type { Conversation } from "../../../kit/conversation.ts";
import { type Answer, answered } from "../../../kit/steps/answer.ts";
import { ask } from "../../../kit/steps/ask.ts";
import { choose, inRows } from "../../../kit/steps/choose.ts";
import { meant, type ReadText } from "../../../kit/steps/understand.ts";

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
    readForeign: async (said, readText) => meant((await linksIn(said, readText))[0]?.url),
  });
  return answer.kind === "answer" ? answered({ kind, url: answer.value }) : answer;
}

/** All links as they shall be: one more, one in place of another of its kind, or one less. */
export async function askLinksAnew(conversation: Conversation, links: readonly WebLink[]): Promise<Answer<WebLink[]>> {
  const { t } = conversation.ctx.reader;
  const kinds = ["stream", "ticket", "site"] as const;
  const answer = await choose<{ set: LinkKind } | { drop: string }>(
    conversation,
    t("programme.ask.which_link"),
    [
      ...inRows(
        kinds.map((kind) => ({ label: t(`programme.link.${kind}`), value: { set: kind } })),
        3,
      ),
      ...links.map(({ kind, url }) => [
        { label: t("button.drop", { label: `${t(`programme.link.${kind}`)} ${hostOf(url)}` }), value: { drop: url } },
      ]),
    ],
    false,
  );
  if (answer.kind !== "answer") return answer;
  const { value } = answer;
  if ("drop" in value) return answered(links.filter(({ url }) => url !== value.drop));
  const link = await askAddress(conversation, value.set);
  if (link.kind !== "answer") return link;
  return answered([...links.filter(({ kind }) => kind !== value.set), link.value]);
}

const hostOf = (url: string): string => URL.parse(url)?.hostname.replace(/^www\./u, "") ?? "";
