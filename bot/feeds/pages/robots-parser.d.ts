/** The package tells its types as if it were an ES module, which Node.js does not find it to be. */
declare module "robots-parser" {
  export default function robotsParser(
    url: string,
    robotstxt: string,
  ): { isAllowed(url: string, agent?: string): boolean | undefined };
}
