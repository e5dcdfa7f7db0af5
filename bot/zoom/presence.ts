/** Somebody was there from then until then; null: still there. */
export interface PresenceSpan {
  joinedAt: Date;
  leftAt: Date | null;
}

export interface Movement {
  kind: "joined" | "left";
  at: Date;
}

/**
 * The spans after one more movement. Webhooks repeat and overtake each other, and somebody may come with two devices:
 * so the spans are made anew each time from all movements in the order of their times, and come out the same in
 * whichever order these were told. A leaving without a coming is kept as an empty span until the coming is told.
 */
export function addMovement(spans: readonly PresenceSpan[], movement: Movement): PresenceSpan[] {
  const movements = [...spans.flatMap(movementsOf), movement]
    .filter((one, index, all) => all.findIndex((other) => isSame(one, other)) === index)
    // "joined" before "left" within a second.
    .sort((a, b) => a.at.getTime() - b.at.getTime() || a.kind.localeCompare(b.kind));
  const open: PresenceSpan[] = [];
  const after: PresenceSpan[] = [];
  for (const { kind, at } of movements) {
    const begun = kind === "left" ? open.pop() : undefined;
    if (begun) begun.leftAt = at;
    else {
      const span: PresenceSpan = { joinedAt: at, leftAt: kind === "left" ? at : null };
      after.push(span);
      if (kind === "joined") open.push(span);
    }
  }
  return after;
}

function movementsOf({ joinedAt, leftAt }: PresenceSpan): Movement[] {
  if (leftAt === null) return [{ kind: "joined", at: joinedAt }];
  const left: Movement = { kind: "left", at: leftAt };
  return leftAt.getTime() === joinedAt.getTime() ? [left] : [{ kind: "joined", at: joinedAt }, left];
}

const isSame = (a: Movement, b: Movement) => a.kind === b.kind && a.at.getTime() === b.at.getTime();
