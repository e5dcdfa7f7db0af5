/** The values of a list in a variable: separated by commas or spaces, none of them empty. */
export const partsOf = (text: string): string[] => text.split(/[\s,]+/).filter(Boolean);

export interface ZoomConfig {
  /** Accounts of Zoom; without any, tasks for Zoom wait. */
  accounts: { accountId: string; clientId: string; clientSecret: string }[];
  /** Secrets of Zoom's webhook; without any there is no webhook. */
  webhookSecrets: string[];
  apiRoot: string;
  oauthRoot: string;
}

/** Several accounts are lists of the same length: the second of each makes the second account. */
export function zoomProblems(given: Record<string, string | undefined>): string[] {
  const names = ["ZOOM_ACCOUNT_ID", "ZOOM_CLIENT_ID", "ZOOM_CLIENT_SECRET"];
  const lists = names.map((name) => partsOf(given[name] ?? ""));
  const missing = names.filter((_, index) => lists[index]?.length === 0);
  if (missing.length === names.length) return [];
  if (missing.length > 0) return [`Zoom needs ${names.join(", ")} together; missing: ${missing.join(", ")}.`];
  const lengths = lists.map(({ length }) => length);
  if (new Set(lengths).size > 1)
    return [`${names.join(", ")} must have equally many values, one an account; they have ${lengths.join(", ")}.`];
  if (new Set(lists[0]).size < (lengths[0] ?? 0)) return ["ZOOM_ACCOUNT_ID names an account twice."];
  return [];
}
