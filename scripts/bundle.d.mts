/** Where it lies, below the root. */
export const bundleFolder: string;

/** What tells one state of a file from the next. `path` is below `root`, a URL that ends in "/". */
export function stateOf(path: string, root: URL): string;

/** The program in one piece; undefined when there is none, or a file of the repository in it is another by now. */
export function freshBundle(root: URL): URL | undefined;
