/** What people see of theirs in the bot; each is counted once, whoever of several people has it. */
export interface Belongings {
  /** By events. */
  reminders: number;
  /** Places in groups that go on. */
  classes: number;
  /** Groups that are waited for. */
  lines: number;
  ratings: number;
  wishes: number;
  threads: number;
  certificates: number;
}

/** Of two people of whom the first stays: what there is twice and can stay only once, and what comes to hold for both. */
export interface Singles {
  /** How they will stand in the journal; null: in none. */
  journalName: string | null;
  hasTwoDigests: boolean;
  hasTwoCalendars: boolean;
  /** Both are in one group, or in its line. */
  sharesGroup: boolean;
  /** Whoever stays has rights of staff. */
  isStaff: boolean;
}
