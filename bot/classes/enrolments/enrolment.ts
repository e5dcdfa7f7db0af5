/**
 * A person in a group or in its line.
 *
 *            seated at once ─────────────────────────────┐
 *   (enrol) ─┤                                           ▼
 *            waiting ──── a place is free ──► offered ─ accept ─► enrolled
 *              │                                │                   │
 *              │ leave, the group closes        │ decline, expire   │ leave
 *              ▼                                ▼                   ▼
 *            left ◄───────────────────────── left ◄────────────── left
 *
 * - **enrol** takes a place if one is free and nobody waits, else a number in the line: one guarded statement, so that
 *   no instance gives a place twice. Whoever is enrolled leaves the other groups of the course, and their lines.
 * - **A place is free** when somebody leaves, declines or lets an offer run out, or when the group becomes larger. It is
 *   offered to the lowest ticket; whoever blocked the bot cannot be asked, and keeps their number until they are back. If
 *   nobody is left in the own line, it is offered to who waits longest for a full group of the same course, level and
 *   language: an enrolment `offered` here beside their `waiting` there. Accepting leaves the other line, anything else
 *   keeps it. Whoever was in the group before is not asked again in this way.
 * - **offered** holds the place until the offer expires; by then the job has taken it back, or the answer is refused.
 * - **Who changes the group** joins the line of a full one beside their seat, and leaves that seat in the transaction that
 *   seats them in the other (change-store.ts).
 * - **left** is the end: whoever comes back gets a new row, and a new ticket.
 *
 * A group counts along in the same statement: `taken` is enrolled and offered, `waiting` is waiting. Places may be free
 * while people wait only where no offer is possible (offer-time.ts); newcomers then join the line.
 */
export type EnrolmentState = "waiting" | "offered" | "enrolled" | "left";

/** open → accepted | declined | expired, each once; withdrawn when its owner leaves or is enrolled in another group. */
export type OfferState = "open" | "accepted" | "declined" | "expired" | "withdrawn";

/** What came of enrolling. `already` may be in another group of the course; a position of 1 is the next to be offered. */
export type Enrolling =
  | { kind: "enrolled"; enrolmentId: number }
  | { kind: "waiting"; enrolmentId: number; position: number }
  | { kind: "already"; enrolmentId: number; groupId: number; state: EnrolmentState }
  | { kind: "closed" };

/** `gone`: no such enrolment, or somebody else's. */
export type Leaving = { kind: "left"; groupId: number } | { kind: "gone" };

/** What an offer says to a tap, however often it is pressed. `gone`: withdrawn, somebody else's, or left since. */
export type OfferAnswer =
  | { kind: "accepted"; groupId: number; enrolmentId: number }
  | { kind: "declined"; groupId: number }
  | { kind: "late"; groupId: number; expiresAt: Date }
  | { kind: "gone" };

/** `too few`: so many places are taken already. */
export type Resizing = { kind: "changed"; offered: number } | { kind: "too few"; taken: number } | { kind: "gone" };
