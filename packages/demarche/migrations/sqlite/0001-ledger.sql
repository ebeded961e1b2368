-- Documents are stored raw before they are coded; claims, marker and dirty blocks of a document are written in one transaction.
CREATE TABLE document (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  path TEXT NOT NULL,
  item INTEGER,
  known TEXT,
  title TEXT,
  publisher TEXT,
  uri TEXT,
  hash TEXT NOT NULL,
  raw BLOB NOT NULL,
  state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'coded', 'refused')),
  coder TEXT,
  row BLOB,
  failure TEXT
) STRICT;
CREATE INDEX document_state ON document (state, n);

CREATE TABLE claim (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  document INTEGER NOT NULL REFERENCES document (n),
  block TEXT NOT NULL,
  report TEXT NOT NULL
) STRICT;
CREATE INDEX claim_block ON claim (block);
CREATE INDEX claim_document ON claim (document);
CREATE INDEX claim_id ON claim (id);

CREATE VIRTUAL TABLE sentence USING fts5 (text, content='', contentless_delete=1);

CREATE TABLE event (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  block TEXT NOT NULL,
  type TEXT,
  quad INTEGER,
  status TEXT NOT NULL,
  historical INTEGER NOT NULL,
  first TEXT,
  last TEXT,
  known TEXT,
  row TEXT NOT NULL
) STRICT;
CREATE INDEX event_block ON event (block);
CREATE INDEX event_first ON event (first);

-- A party of an event, on the side of the actors (0) or the recipients (1).
CREATE TABLE event_party (
  party TEXT NOT NULL,
  first TEXT NOT NULL,
  event INTEGER NOT NULL REFERENCES event (n) ON DELETE CASCADE,
  side INTEGER NOT NULL,
  PRIMARY KEY (party, first, event, side)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_party_event ON event_party (event);

-- Unordered pairs of the parties of an event, a < b.
CREATE TABLE event_pair (
  a TEXT NOT NULL,
  b TEXT NOT NULL,
  first TEXT NOT NULL,
  event INTEGER NOT NULL REFERENCES event (n) ON DELETE CASCADE,
  PRIMARY KEY (a, b, first, event)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_pair_event ON event_pair (event);

CREATE TABLE event_claim (
  claim TEXT NOT NULL,
  document TEXT NOT NULL,
  event INTEGER NOT NULL REFERENCES event (n) ON DELETE CASCADE,
  PRIMARY KEY (claim, document)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_claim_event ON event_claim (event);

-- Which relations an event changes: a relation is its kind and its sides.
CREATE TABLE change (
  relation TEXT NOT NULL,
  event INTEGER NOT NULL REFERENCES event (n) ON DELETE CASCADE,
  PRIMARY KEY (relation, event)
) STRICT, WITHOUT ROWID;
CREATE INDEX change_event ON change (event);

CREATE TABLE entry (
  n INTEGER PRIMARY KEY,
  relation TEXT NOT NULL,
  since TEXT,
  until TEXT,
  row TEXT NOT NULL
) STRICT;
CREATE INDEX entry_relation ON entry (relation);
CREATE TABLE entry_side (
  side TEXT NOT NULL,
  entry INTEGER NOT NULL REFERENCES entry (n) ON DELETE CASCADE,
  PRIMARY KEY (side, entry)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_side_entry ON entry_side (entry);

CREATE TABLE party (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  country TEXT,
  sector TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE dirty_block (block TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE dirty_relation (relation TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

-- Human corrections: a log that is only added to and survives re-coding.
CREATE TABLE correction (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  line TEXT NOT NULL
) STRICT;

-- A hash chain over committed batches: what was altered later does not fit.
CREATE TABLE batch (
  n INTEGER PRIMARY KEY,
  previous TEXT NOT NULL,
  digest TEXT NOT NULL,
  documents TEXT NOT NULL
) STRICT;

CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
