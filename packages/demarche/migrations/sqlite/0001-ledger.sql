-- Documents are stored raw before they are coded; claims, marker and dirty blocks of a document are written in one transaction.
-- Texts that come again and again (ids, names, rules, the keys of a row) are numbered; days are numbers from 2000-01-01; packed values are as `src/store/pack` writes them.
CREATE TABLE word (n INTEGER PRIMARY KEY, hash INTEGER NOT NULL, text TEXT NOT NULL) STRICT;
CREATE INDEX word_hash ON word (hash);

CREATE TABLE document (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  -- Half of the SHA-256 of its raw article.
  hash BLOB NOT NULL,
  path INTEGER NOT NULL,
  item INTEGER
) STRICT;
CREATE TABLE body (n INTEGER PRIMARY KEY, raw BLOB NOT NULL) STRICT;

-- What was read from a document but for its article, which is its body, and its claims, which stand by themselves. A document that waits is not here.
CREATE TABLE coded (
  n INTEGER PRIMARY KEY,
  coder INTEGER NOT NULL,
  -- Why it was refused, if it was.
  failure TEXT,
  -- Day of publication and publisher, as the coder read them.
  known INTEGER,
  source INTEGER,
  -- Its claims are numbered from here on.
  first INTEGER,
  claims INTEGER NOT NULL,
  sketch BLOB,
  row BLOB
) STRICT;
-- How many documents a version of the coder has seen is answered from this index alone.
CREATE INDEX coded_coder ON coded (coder);

CREATE TABLE claim (
  n INTEGER PRIMARY KEY,
  document INTEGER NOT NULL,
  -- Hash of the type and the parties; none for a claim that people said is no event.
  block INTEGER,
  -- The event that it was merged into. A claim that begins an event has none: the event bears its number.
  event INTEGER,
  key INTEGER NOT NULL,
  -- A newer coder or a correction replaced it; its event still shows it until its block is settled.
  gone INTEGER NOT NULL DEFAULT 0,
  claim BLOB NOT NULL,
  report BLOB
) STRICT;
-- Where claims are found. Blocks and keys lie anywhere, so many are added at once and in order, when they are settled.
CREATE TABLE block_claim (block INTEGER NOT NULL, claim INTEGER NOT NULL, PRIMARY KEY (block, claim)) STRICT, WITHOUT ROWID;
CREATE TABLE claim_key (key INTEGER NOT NULL, claim INTEGER NOT NULL, PRIMARY KEY (key, claim)) STRICT, WITHOUT ROWID;
-- Claims that are new or gone since their blocks were settled.
CREATE TABLE unsettled (claim INTEGER PRIMARY KEY) STRICT;

CREATE VIRTUAL TABLE sentence USING fts5 (text, content='', contentless_delete=1);

-- An event bears the number of its first claim, and is made of its claims whenever it is read.
CREATE TABLE event (
  n INTEGER PRIMARY KEY,
  key INTEGER NOT NULL,
  first INTEGER NOT NULL,
  last INTEGER,
  known INTEGER,
  -- Day on which its newest report was known.
  told INTEGER,
  type INTEGER,
  status INTEGER NOT NULL,
  historical INTEGER NOT NULL,
  place INTEGER,
  country INTEGER,
  -- Packed: its claims after the first, its parties, the relations that it changes.
  members BLOB,
  parties BLOB NOT NULL,
  relations BLOB
) STRICT;
CREATE INDEX event_first ON event (first, key);
CREATE INDEX event_key ON event (key);

-- Who takes part: sides is 1 for an actor, 2 for a recipient, 4 for another role or the place.
CREATE TABLE event_party (
  party INTEGER NOT NULL,
  first INTEGER NOT NULL,
  key INTEGER NOT NULL,
  event INTEGER NOT NULL,
  sides INTEGER NOT NULL,
  PRIMARY KEY (party, first, key, event)
) STRICT, WITHOUT ROWID;
-- Unordered pairs of the parties of an event, the smaller number first.
CREATE TABLE event_pair (
  a INTEGER NOT NULL,
  b INTEGER NOT NULL,
  first INTEGER NOT NULL,
  key INTEGER NOT NULL,
  event INTEGER NOT NULL,
  PRIMARY KEY (a, b, first, key, event)
) STRICT, WITHOUT ROWID;

-- Which relations an event changes: a relation is its kind and its sides.
CREATE TABLE change (relation INTEGER NOT NULL, event INTEGER NOT NULL, PRIMARY KEY (relation, event)) STRICT, WITHOUT ROWID;

CREATE TABLE entry (n INTEGER PRIMARY KEY, relation INTEGER NOT NULL, since INTEGER, row BLOB NOT NULL) STRICT;
CREATE INDEX entry_relation ON entry (relation);
-- Each side with each other one; a side that stands alone with 0.
CREATE TABLE entry_side (
  side INTEGER NOT NULL,
  other INTEGER NOT NULL,
  entry INTEGER NOT NULL REFERENCES entry (n) ON DELETE CASCADE,
  PRIMARY KEY (side, other, entry)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_side_entry ON entry_side (entry);

CREATE TABLE party (n INTEGER PRIMARY KEY, name TEXT NOT NULL, country TEXT, sector TEXT) STRICT;

-- In order of arrival: claims of neighbours lie together.
CREATE TABLE dirty_block (n INTEGER PRIMARY KEY, block INTEGER NOT NULL) STRICT;
CREATE TABLE dirty_relation (relation INTEGER PRIMARY KEY) STRICT;

-- Human corrections: a log that is only added to and survives re-coding.
CREATE TABLE correction (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, line TEXT NOT NULL) STRICT;

-- A hash chain over committed batches: what was altered later does not fit. Documents: packed pairs of number and digest.
CREATE TABLE batch (n INTEGER PRIMARY KEY, previous BLOB NOT NULL, digest BLOB NOT NULL, documents BLOB NOT NULL) STRICT;
