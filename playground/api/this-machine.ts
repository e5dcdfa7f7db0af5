const loopbackNames = ["127.0.0.1", "localhost", "[::1]"];

/** What a request says of where it comes from. */
export interface Sender {
  host: string | undefined;
  origin: string | undefined;
  /** `Sec-Fetch-Site`, which browsers write and pages cannot. */
  site: string | undefined;
}

/** Whether a request is for a name of this machine. A foreign one is DNS rebinding: a web site whose name was made to point here. */
export const isForThisMachine = ({ host }: Sender): boolean =>
  loopbackNames.includes(URL.parse(`http://${host ?? ""}`)?.hostname ?? "");

/** Whether a web site asks that is not the playground's own page. */
export const isFromElsewhere = ({ host, origin, site }: Sender): boolean =>
  (origin !== undefined && origin !== `http://${host}`) || site === "cross-site";
