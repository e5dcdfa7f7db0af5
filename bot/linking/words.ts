import type { Door } from "../people/address.ts";
import type { OwnAddress } from "../people/address-store.ts";
import { capitalise } from "../words/capitalise.ts";
import { type Html, html, joinLines } from "../words/html.ts";
import type { Translate } from "../words/messages/translator.ts";
import type { Belongings, Singles } from "./belongings.ts";
import { linkMinutes } from "./linking.ts";

const kinds = ["classes", "lines", "reminders", "ratings", "wishes", "threads", "certificates"] as const;

/** "2 classes, 3 reminders": what somebody has; null: nothing of that. */
function formatBelongings(belongings: Belongings, t: Translate): string | null {
  const has = kinds.filter((kind) => belongings[kind] > 0);
  return has.length === 0 ? null : has.map((kind) => t(`link.count.${kind}`, { count: belongings[kind] })).join(", ");
}

/** At which messengers somebody has accounts, and where they are written to. */
export function formatAddresses(addresses: readonly OwnAddress[], there: Door | undefined, t: Translate): Html {
  const written = addresses.find(({ isPreferred }) => isPreferred) ?? addresses[0];
  const spare = addresses.find(({ door }) => door !== written?.door);
  const title = html`<b>${t("link.title")}</b>`;
  if (written === undefined) return title;
  if (spare === undefined)
    return joinLines(
      title,
      "",
      t("link.only", { here: t(`door.at.${written.door}`) }),
      "",
      there === undefined ? t("link.no_other") : t("link.offer", { there: t(`door.at.${there}`) }),
    );
  const [one, other] = [t(`door.at.${written.door}`), t(`door.at.${spare.door}`)];
  return joinLines(
    title,
    "",
    t("link.both", { one, other }),
    "",
    t("link.written", { to: t(`door.to.${written.door}`) }),
    spare.isReachable && written.isReachable ? t("link.spare", { to: t(`door.to.${spare.door}`) }) : null,
    ...[written, spare].map((address) =>
      address.isReachable ? null : capitalise(t("link.closed", { at: t(`door.at.${address.door}`) })),
    ),
  );
}

/** What to do with a link. */
export const formatHowToLink = (url: string, leadsTo: Door, t: Translate): Html =>
  joinLines(
    t.html("link.follow.how", { there: t(`door.at.${leadsTo}`) }),
    "",
    t("link.follow.address", { url }),
    "",
    t("link.follow.secret", { minutes: linkMinutes }),
  );

/** Asks whoever followed a link whether it is theirs, and says what they bring. */
export function formatIsItYou(
  { maker, madeAt, brings }: { maker: string; madeAt: Door; brings: Belongings },
  t: Translate,
): Html {
  const list = formatBelongings(brings, t);
  return joinLines(
    t.html("link.ask.who", { name: maker, of: t(`door.of.${madeAt}`) }),
    "",
    t("link.ask.beware"),
    "",
    list === null ? t("link.ask.brings_nothing") : t("link.ask.brings", { list }),
  );
}

/** Asks whoever made a link for the number, and says what they will have. */
export function formatConfirm(
  { follower, leadsTo, both, singles }: { follower: string; leadsTo: Door; both: Belongings; singles: Singles },
  t: Translate,
): Html {
  const at = t(`door.at.${leadsTo}`);
  const list = formatBelongings(both, t);
  const { journalName, hasTwoDigests, hasTwoCalendars, isStaff, sharesGroup } = singles;
  return joinLines(
    t.html("link.confirm.who", { name: follower, of: t(`door.of.${leadsTo}`) }),
    "",
    t("link.confirm.how", { at }),
    "",
    list === null ? t("link.confirm.have_nothing") : t("link.confirm.have", { list }),
    t("link.confirm.settings"),
    sharesGroup ? t("link.confirm.place") : null,
    journalName === null ? null : t("link.confirm.journal", { name: journalName }),
    hasTwoDigests ? t("link.confirm.digest") : null,
    hasTwoCalendars ? t("link.confirm.calendar") : null,
    isStaff ? t("link.confirm.staff", { at }) : null,
    "",
    html`<b>${t("link.confirm.ask", { at })}</b>`,
  );
}

/** Asks whether an account is to go its own way, and says what stays where. */
export function formatPart(
  { here, leaving, stays, isStaff }: { here: Door; leaving: Door; stays: Belongings; isStaff: boolean },
  t: Translate,
): Html {
  const list = formatBelongings(stays, t);
  return joinLines(
    t.html("link.part.ask", { one: t(`door.name.${here}`), other: t(`door.name.${leaving}`) }),
    "",
    list === null ? t("link.part.stays_nothing") : t("link.part.stays", { list }),
    capitalise(t("link.part.begins", { at: t(`door.at.${leaving}`) })),
    isStaff ? t("link.part.staff") : null,
  );
}
