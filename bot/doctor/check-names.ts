import { editDistance } from "../text/edit-distance.ts";
import { type Finding, look } from "./finding.ts";

/** Variables that are nearly called like one of `known`, such as BOT_TOKN: nobody reads them, and nothing says so. */
export function checkNames(given: readonly string[], known: readonly string[]): Finding[] {
  return given
    .filter((name) => !known.includes(name))
    .flatMap((name) => {
      const near = known.find((one) => editDistance(name, one, 2) <= (one.length < 6 ? 0 : 2));
      return near === undefined
        ? []
        : [look("configuration", `${name} is read by nobody`, `Was ${near} meant? Change its name in .env.`)];
    });
}
