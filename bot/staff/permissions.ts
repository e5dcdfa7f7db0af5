/** Who may do what: one table, from which the tests are generated too. */

export const roles = ["owner", "admin", "editor", "moderator", "teacher"] as const;
export type Role = (typeof roles)[number];

/** A right somebody holds. */
export interface Grant {
  role: Role;
  /** The one institution whose events an editor edits; null: every one. */
  institutionId: number | null;
}

/** Somebody with their rights; no grants: not staff. */
export interface Staff {
  personId: number;
  grants: readonly Grant[];
}

/** What a permission may depend on, besides the role. */
export interface Target {
  /** The institution of an event, null for none; or the institution itself. */
  institutionId?: number | null;
  /** The teacher of a group; null for none. */
  teacherId?: number | null;
}

/** How far a role's right to an action reaches. */
type Reach = "all" | "own institution" | "own groups";

const everywhere = { owner: "all", admin: "all" } as const;

/** Everything that staff does, by the name that stands in the audit log. */
export const permissions = {
  /** Events, and what is there without a date: make, change, move, cancel, publish, withdraw. */
  "programme.edit": { ...everywhere, editor: "own institution" },
  /** Institutions: make them, and say where they are. */
  "institutions.manage": { ...everywhere },
  /** What an institution is called, and its address. */
  "institutions.edit": { ...everywhere, editor: "own institution" },
  /** Places: names, addresses, the point on the map, and which are the same. A place is a house's where all its events are. */
  "places.edit": { ...everywhere, editor: "own institution" },
  /** Whole files of events; an editor's are of their institution. */
  "programme.import": { ...everywhere, editor: "own institution" },
  /** Sources that are read by themselves: make, run, pause and delete them. */
  "feeds.manage": { ...everywhere, editor: "own institution" },
  /** Collections, festivals and Nights; an editor's are of their institution. */
  "collections.edit": { ...everywhere, editor: "own institution" },
  /** News and reviews: write, publish, withdraw; an editor's are of their institution and about its events. */
  "articles.edit": { ...everywhere, editor: "own institution" },
  /** Courses, groups and their lessons. */
  "classes.edit": { ...everywhere },
  /** Attendance, materials, roster, moving or cancelling a lesson, a message to the class. */
  "classes.teach": { ...everywhere, teacher: "own groups" },
  /** Threads with residents: answer, close, open again; a teacher's are those of their learners. */
  "threads.answer": { ...everywhere, moderator: "all", teacher: "own groups" },
  /** What several people wait for or looked for in vain: see it, and answer those who wait. */
  "wishes.answer": { ...everywhere, moderator: "all", editor: "all" },
  /** Comments of residents: let stand, reject, keep their authors from writing, and the rules for all of it. */
  "comments.moderate": { ...everywhere, moderator: "all" },
  /** An answer below a comment, in the name of the institution. */
  "comments.answer": { ...everywhere, editor: "own institution" },
  /** Votes: make them, see how they stand, end them. */
  "votes.manage": { ...everywhere, moderator: "all" },
  /** Residents' ideas: look at them, agree or decline with a reason, merge them, say what came of them. */
  "ideas.manage": { ...everywhere, moderator: "all", editor: "all" },
  /** Questions to the guest of a live conversation: take them up, answer, hide, merge them. */
  "questions.guide": { ...everywhere, moderator: "all", editor: "own institution" },
  /** Announcements: write, start, pause, stop; and agree to somebody else's. */
  "announcements.send": { ...everywhere },
  /** Plots and tables. */
  "numbers.read": { ...everywhere, moderator: "all", editor: "all" },
  /** Who is staff: see, invite, take back. What only owners may give or take: the roles of owner and admin. */
  "staff.manage": { ...everywhere },
  "staff.manage_admins": { owner: "all" },
  "audit.read": { owner: "all" },
} as const satisfies Record<string, Partial<Record<Role, Reach>>>;

export type Action = keyof typeof permissions;

/** The right that giving or taking a role needs. */
export const rightToGive = (role: Role): "staff.manage" | "staff.manage_admins" =>
  role === "owner" || role === "admin" ? "staff.manage_admins" : "staff.manage";

/** Whether somebody may do it to that. Without a target: whether there is anything at all that they may do it to. */
export function may(staff: Staff, action: Action, target?: Target): boolean {
  const reaches: Partial<Record<Role, Reach>> = permissions[action];
  return staff.grants.some(({ role, institutionId }) => {
    const reach = reaches[role];
    if (reach === undefined) return false;
    if (reach === "all" || target === undefined) return true;
    if (reach === "own groups") return target.teacherId === staff.personId;
    return institutionId === null || target.institutionId === institutionId;
  });
}

/** The institutions whose things somebody may do it to; null: all of them, and what is no institution's. */
export function reachOf(staff: Staff, action: Action): number[] | null {
  if (may(staff, action, { institutionId: null })) return null;
  const reaches: Partial<Record<Role, Reach>> = permissions[action];
  return staff.grants.flatMap(({ role, institutionId }) =>
    reaches[role] === "own institution" ? (institutionId ?? []) : [],
  );
}
