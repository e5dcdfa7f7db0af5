/** What people speak of: an event, by the date whose card is open, or a course. */
export interface VoiceTopic {
  kind: "event" | "course";
  /** Of an occurrence, or of a course. */
  id: number;
}
