/** What an operator is told who wrote something else. */
export const feedProxiesForm = "must be hosts with their proxies such as kassir.ru=http://10.0.0.2:3128";

/** Parses "kassir.ru=http://10.0.0.2:3128, example.org=http://…": hosts with the proxies by which they are read; undefined for anything else. */
export function parseFeedProxies(text: string): ReadonlyMap<string, string> | undefined {
  const entries = text.split(",").flatMap((part) => (part.trim() === "" ? [] : [part.trim().split(/=(.*)/su)]));
  const proxies = new Map<string, string>();
  for (const [host = "", proxy = ""] of entries) {
    const isProxy = /^https?:$/u.test(URL.parse(proxy)?.protocol ?? "");
    if (!/^[a-z\d.-]{1,253}$/iu.test(host) || !isProxy) return undefined;
    proxies.set(host.toLowerCase(), proxy);
  }
  return proxies;
}
