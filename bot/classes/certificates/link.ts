/** Where the bot is found from outside. */
export interface Whereabouts {
  publicUrl: string | undefined;
  botUsername: string;
}

/** The address that tells anybody whether a certificate is real: the page where there is one, or else the bot. */
export const checkLink = ({ publicUrl, botUsername }: Whereabouts, code: string): string =>
  publicUrl === undefined ? `https://t.me/${botUsername}?start=c_${code}` : `${publicUrl}/certificate/${code}`;
