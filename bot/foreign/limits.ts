/**
 * Bounds on one reading. Time is that of the processor and not of the clock on the wall, so that a busy machine refuses
 * nothing that an idle one would take. Megabytes, milliseconds.
 */
export const limits = {
  /** V8's heap. A hundred thousand records of a city take less than half. */
  heap: 384,
  /** The whole process, with what lies outside the heap. */
  memory: 800,
  /** A pasted poster takes some 30 ms at worst. */
  text: 2_000,
  /** The text of a poster as PDF: a page of many drawings takes some hundreds. */
  pdf: 10_000,
  /** A file without a new record. */
  record: 20_000,
  /** A whole file, however steadily its records come: 100 MB of JSON take one minute. */
  file: 600_000,
} as const;
