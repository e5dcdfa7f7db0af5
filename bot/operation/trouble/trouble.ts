/**
 * Something that does not work and that a human has to know of: a timed job that failed twice in a row, messages that stand in
 * the queue, a feed whose trouble was told to its maker, an announcement that paused by itself. It is told once when it begins
 * and once when it is over.
 */
export type OperatingTrouble =
  | { kind: "job"; job: string }
  | { kind: "queue" }
  | { kind: "feed"; feedId: number }
  | { kind: "announcement"; announcementId: number };

/** The name by which a trouble is known from one look to the next: "job:digests", "queue", "feed:3", "announcement:12". */
export function nameTrouble(trouble: OperatingTrouble): string {
  switch (trouble.kind) {
    case "job":
      return `job:${trouble.job}`;
    case "queue":
      return "queue";
    case "feed":
      return `feed:${trouble.feedId}`;
    case "announcement":
      return `announcement:${trouble.announcementId}`;
  }
}

/** Reads the name of a trouble; undefined for what is none. */
export function parseTrouble(name: string): OperatingTrouble | undefined {
  const [, kind, which = ""] = /^(job|queue|feed|announcement)(?::(.+))?$/u.exec(name) ?? [];
  const id = /^[1-9]\d{0,8}$/u.test(which) ? Number(which) : undefined;
  if (kind === "job" && which !== "") return { kind, job: which };
  if (kind === "queue" && which === "") return { kind };
  if (kind === "feed" && id !== undefined) return { kind, feedId: id };
  if (kind === "announcement" && id !== undefined) return { kind, announcementId: id };
  return undefined;
}
