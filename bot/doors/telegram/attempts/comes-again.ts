/** An update that could not be handled now and must come again: it was not confirmed. */
export class ComesAgain extends Error {
  override readonly name = "ComesAgain";
  /** Milliseconds before which it makes no sense. */
  readonly after: number | undefined;

  constructor(what: string, after?: number) {
    super(what);
    this.after = after;
  }
}
