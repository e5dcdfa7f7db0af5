/** Where a group meets that is not at Zoom, as its learners are told. */
export interface MeetingPlace {
  title: string;
  /** Null: nobody has written it down. */
  address: string | null;
  /** Degrees, WGS 84; null: not on the map. */
  latitude: number | null;
  longitude: number | null;
}
