/** The numbers of things that do not belong to whoever forges buttons, by the letter that stands for them in a shape. */
export interface Things {
  /** Dates and events: a draft, one that publishes itself tomorrow, one withdrawn. */
  o: number[];
  e: number[];
  /** Courses: a draft, one withdrawn, and one that is open. Groups and lessons of each. */
  c: number[];
  g: number[];
  l: number[];
  /** Enrolments, offers, materials. */
  n: number[];
  f: number[];
  m: number[];
  /** Announcements: a draft and a proposal. */
  a: number[];
  /** An institution; roles of colleagues; lines of the audit log; people. */
  i: number[];
  r: number[];
  u: number[];
  p: number[];
  /** Searches, and the beginnings of invitations: texts. */
  s: string[];
  h: string[];
  /** Threads: a question, and one about a group. Wishes, votes. */
  t: number[];
  w: number[];
  v: number[];
  /** Ideas: one declined and one held back, of which the text is its author's, and one whose text was taken away. */
  J: number[];
  /** An evening that a resident keeps, and its piece. */
  P: number[];
  R: number[];
  /** A comment that waits. */
  Q: number[];
  /** Questions to guests: of a draft and of an event that was withdrawn; one that is hidden, and one that is held. */
  K: number[];
  /** A feed of the institution, a news entry of it; two channels and their posts; a pair of events that may be one. */
  d: number[];
  y: number[];
  H: number[];
  T: number[];
  b: string[];
  /** News and a review: a draft and one that was withdrawn. */
  A: number[];
  /** What has no date: a draft and one that was withdrawn, and their stops. */
  q: number[];
  j: number[];
  /** Collections: a draft, one withdrawn, and one that is open and holds what nobody may see; members of the first two. */
  z: number[];
  Z: number[];
  /** A place of others, whose name staff may read, and one merged into it; a load of a file. */
  k: number[];
  x: number[];
}

/** A resident who uses everything, and an admin who writes everything; both spoke to the bot before. */
export interface Owners {
  resident: number;
  admin: number;
}
