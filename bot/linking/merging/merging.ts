/** Two people on their way to being one: who stays, and who becomes the same as them. */
export interface Merging {
  keptId: number;
  goneId: number;
  now: Date;
}
