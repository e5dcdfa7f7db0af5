import { BlockList, isIPv6 } from "node:net";

/** Addresses that are not on the public internet: https://www.iana.org/assignments/iana-ipv4-special-registry and -ipv6-. */
const ipv4: [string, number][] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
];

/** 2000::/3 is all there is of the public IPv6 internet; the exceptions inside it carry IPv4 addresses or lead nowhere. */
const ipv6: [string, number][] = [
  ["::", 3],
  ["4000::", 2],
  ["8000::", 1],
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
];

// Two lists: in one, the IPv6 rule "::/3" would also catch every IPv4 address, as ::ffff:a.b.c.d.
const blocked = { ipv4: new BlockList(), ipv6: new BlockList() };
for (const [network, prefix] of ipv4) blocked.ipv4.addSubnet(network, prefix, "ipv4");
for (const [network, prefix] of ipv6) blocked.ipv6.addSubnet(network, prefix, "ipv6");

/** Tells whether an IP address is on the public internet: not loopback, private, link-local or reserved. */
export function isPublicAddress(address: string): boolean {
  const family = isIPv6(address) ? "ipv6" : "ipv4";
  return !blocked[family].check(address, family);
}
