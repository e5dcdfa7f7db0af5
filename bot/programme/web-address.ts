/**
 * Whether an address may stand behind a button or a link, whoever wrote it: http or https, a host that has a dot, and nobody's
 * name and password in it. Telegram refuses the whole message for one that it does not like.
 */
export const isWebAddress = ({ protocol, hostname, username, password }: URL): boolean =>
  (protocol === "http:" || protocol === "https:") && hostname.includes(".") && username === "" && password === "";
