import { type Codec, fields, optional, page, whole } from "../../../bot/doors/telegram/screen/codec.ts";
import type { AuditFilter } from "../../../bot/staff/audit/audit-store.ts";
import { daysCodec } from "../days-codec.ts";

/** A page of the audit log, sifted. */
export interface AuditPage {
  page: number;
  filter: AuditFilter;
}

/** People by their ids, which are safe integers. */
export const personCodec = whole(1, Number.MAX_SAFE_INTEGER);

/** The filter by its letter. */
const filter: Codec<Exclude<AuditFilter, { kind: "all" }>> = {
  pattern: `~d${daysCodec.pattern}|~p${personCodec.pattern}|~k[a-z_]{1,20}|~s[a-z_]{1,20}:[\\w-]{1,20}`,
  encode(chosen) {
    switch (chosen.kind) {
      case "person":
        return `~p${personCodec.encode(chosen.personId)}`;
      case "subjects":
        return `~k${chosen.name}`;
      case "subject":
        return `~s${chosen.subject}`;
      case "days":
        return `~d${daysCodec.encode(chosen)}`;
    }
  },
  decode(data) {
    const value = data.slice(2);
    if (data.startsWith("~k")) return { kind: "subjects", name: value };
    if (data.startsWith("~d")) {
      const days = daysCodec.decode(value);
      return days && { kind: "days", ...days };
    }
    if (data.startsWith("~s")) return { kind: "subject", subject: value };
    const personId = personCodec.decode(value);
    return personId === undefined ? undefined : { kind: "person", personId };
  },
};

const sifted = fields("{page}{filter}", { page, filter: optional(filter) });

/** An audit page as it lies in a button. */
export const auditPageCodec: Codec<AuditPage> = {
  pattern: sifted.pattern,
  encode: ({ page, filter }) => sifted.encode({ page, filter: filter.kind === "all" ? null : filter }),
  decode(data) {
    const found = sifted.decode(data);
    return found && { page: found.page, filter: found.filter ?? { kind: "all" } };
  },
};
