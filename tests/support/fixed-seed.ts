import fc from "fast-check";

// The suite says the same of the same code wherever it runs; `npm run torture` looks for new counterexamples.
fc.configureGlobal({ seed: 20_261_120 });
