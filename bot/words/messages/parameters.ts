import type { MessageFormatElement } from "@formatjs/icu-messageformat-parser";
import {
  isArgumentElement,
  isNumberElement,
  isPluralElement,
  isSelectElement,
} from "@formatjs/icu-messageformat-parser";

/** What a parameter of a message may be: any text, a number, or one of the options of a select. */
export type Parameter = { kind: "text" } | { kind: "number" } | { kind: "choice"; options: string[] };

/** Lists the parameters of a parsed message by name; the stricter kind wins where one is used twice. */
export function parametersOf(message: readonly MessageFormatElement[]): Map<string, Parameter> {
  const found = new Map<string, Parameter>();
  collect(message, found);
  return found;
}

function collect(elements: readonly MessageFormatElement[], found: Map<string, Parameter>): void {
  for (const element of elements) {
    if (isArgumentElement(element)) {
      if (!found.has(element.value)) found.set(element.value, { kind: "text" });
    } else if (isNumberElement(element)) {
      found.set(element.value, { kind: "number" });
    } else if (isPluralElement(element)) {
      found.set(element.value, { kind: "number" });
      for (const option of Object.values(element.options)) collect(option.value, found);
    } else if (isSelectElement(element)) {
      found.set(element.value, { kind: "choice", options: Object.keys(element.options) });
      for (const option of Object.values(element.options)) collect(option.value, found);
    }
  }
}
