-- Records are found under further keys (halves of a family name, a rare first name), and names of
-- the article AL are read as one word: made anew by the worker when it starts, for every record
-- without this.
truncate record_facets;
