/** The names of packages that are missing or of another version, below the folder at `root`, a URL that ends in "/". */
export function staleModules(root: URL): string[];
