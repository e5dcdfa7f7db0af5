/**
 * Milliseconds after which a test takes "soon" for "never". Where all is well nothing waits for it, and a machine that is
 * busy with something else may need a good part of it; how fast the program is, `npm run bench` measures.
 */
export const patience = 180_000;
