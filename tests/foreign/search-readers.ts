/** Exported functions of the search, and of what is done with letters, that no foreign text reaches, and why. */
export const othersOfSearch: Readonly<Record<string, string>> = {
  "bot/text/edit-distance.ts editDistance": "two words, of which the query's has at most 80 characters",
  "bot/text/edit-distance.ts forgivableEdits": "two words, of which the query's has at most 80 characters",
  "bot/text/expand.ts expand": "patterns of the lexicon",
  "bot/programme/search/index/facets.ts titleFacet": "puts a sign before a word",
  "bot/programme/search/index/document.ts markReading": "puts a sign before a word",
  "bot/programme/search/index/document.ts markSound": "puts a sign before a word",
  "bot/programme/search/index/facets.ts addressFacet": "puts a sign before a word",
  "bot/programme/search/lexicon/lexicon.ts idleAt": "words compared with phrases of the program",
  "bot/programme/search/lexicon/lexicon.ts isStreetAt": "words compared with phrases of the program",
  "bot/programme/search/lexicon/lexicon.ts learningAt": "words compared with phrases of the program",
  "bot/programme/search/lexicon/lexicon.ts nearestTo": "words compared with phrases of the program",
  "bot/programme/search/query/parse-price.ts parsePriceAt": "at most six words of a query",
  "bot/programme/search/query/query-word.ts readingsOf": "at most twelve words of a query",
  "bot/programme/search/lexicon/lexicon.ts lookUp": "words compared with phrases of the program",
  "bot/programme/search/lexicon/lexicon.ts lookUpWhole": "words compared with phrases of the program",
  "bot/programme/search/lexicon/lexicon.ts lookUpMistyped":
    "a word of at most 80 characters, compared as far as one slip",
  "bot/text/loan-words.ts otherSpellings": "a word of at most 80 characters",
  "bot/programme/search/query/relaxation.ts relaxations": "a query that was understood",
  "bot/text/stop-words.ts isStopWord": "a look into a Set",
  "bot/programme/search/query/text-query.ts wordConditions": "at most twelve words of a query",
};
