import { z } from "zod";
import type { Services } from "../context.ts";
import { memo } from "../database/memo.ts";
import type { DueDelivery, Recipient, Renderer, Rendering } from "../delivery/delivery.ts";
import { sections } from "../programme/event.ts";
import { findContent } from "./content-store.ts";
import { cadences, daysOf } from "./digest.ts";
import { digestKeyboard, formatDigest } from "./words.ts";

const day = 86_400_000;

/** What fan-out-store.ts puts into the outbox. */
const payloadShape = z.object({ cadence: z.enum(cadences), sections: z.array(z.enum(sections)) });

/** Writes digests. Most people chose the same and get theirs in the same minute: what is in it is looked up once. */
export function renderers({ database }: Pick<Services, "database">): Record<string, Renderer> {
  const remember = memo<string, Awaited<ReturnType<typeof findContent>>>(60_000);

  async function renderDigest({ payload, dueAt }: DueDelivery, recipient: Recipient): Promise<Rendering> {
    const { t, now } = recipient;
    const { cadence, sections: chosen } = payloadShape.parse(payload);
    const period = daysOf[cadence] * day;
    const until = new Date(now.getTime() + period);
    const newSince = new Date(dueAt.getTime() - period);
    const key = [t.language, cadence, newSince.getTime(), ...chosen].join(" ");
    const offer = await remember(key, now, () =>
      findContent(database, { sections: chosen, language: t.language, now, newSince, until }),
    );
    if (offer.streams.length + offer.inTown.length + offer.news.length === 0)
      return { kind: "nothing", reason: "nothing new and nothing on" };
    return {
      kind: "message",
      text: formatDigest(offer, cadence, until, recipient),
      keyboard: digestKeyboard(offer, recipient),
    };
  }

  return { digest: renderDigest };
}
