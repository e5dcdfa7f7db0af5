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

/** The merging of two people, the first of whom stays: their doubles, of which one can stay, and settings that come to hold for both. */
export interface Singles {
  /** How they will stand in the journal; null: in none. */
  journalName: string | null;
  hasTwoDigests: boolean;
  hasTwoCalendars: boolean;
  /** Both are in one group, or in its line. */
  sharesGroup: boolean;
  /** Whether the person who stays has rights of staff. */
  isStaff: boolean;
}
