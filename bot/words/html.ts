/**
 * Text that is safe to send with `parse_mode: "HTML"`.
 * A class and not a branded string: only a value that differs at run time can be told from plain text and left unescaped.
 * `String(text)` at the wire gives the markup.
 */
export class Html {
  readonly #markup: string;

  private constructor(markup: string) {
    this.#markup = markup;
  }

  /** Marks markup as safe; only for markup that this code wrote or has escaped itself. */
  static trusted(markup: string): Html {
    return new Html(markup);
  }

  toString(): string {
    return this.#markup;
  }
}

export type HtmlValue = Html | string | number;

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Escapes text for Telegram's HTML, quotes included so that it may stand in an attribute. */
export function escapeHtml(text: string): Html {
  return Html.trusted(escapeMarkup(text));
}

/** Builds HTML from a template: plain values are escaped, Html stays as it is. */
export function html(strings: TemplateStringsArray, ...values: HtmlValue[]): Html {
  return Html.trusted(strings.map((part, index) => part + toMarkup(values[index] ?? "")).join(""));
}

/** Joins lines, leaving out those that are null, undefined or false; an empty string is an empty line. */
export function joinLines(...lines: (HtmlValue | null | undefined | false)[]): Html {
  const present = lines.filter((line) => line !== null && line !== undefined && line !== false);
  return Html.trusted(present.map(toMarkup).join("\n"));
}

/** The markup of a value: a plain one escaped, Html as it is. */
export function toMarkup(value: HtmlValue): string {
  return value instanceof Html ? String(value) : escapeMarkup(String(value));
}

function escapeMarkup(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
