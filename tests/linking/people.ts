/** The payload of the link that somebody sees. */
export function startPayload(screen: string): string {
  const payload = /\?start=([\w-]+)/.exec(screen)?.[1];
  if (payload === undefined) throw new Error(`there is no link in:\n${screen}`);
  return payload;
}
