-- Text compares by bytes, as in the embedded store, so that every order is the same.
-- A document's marker is small and stands in one table; what it holds stands beside it, a partition a month of publication.
CREATE SEQUENCE document_n;
CREATE TABLE document (
  n bigint PRIMARY KEY,
  id text COLLATE "C" NOT NULL UNIQUE,
  month date NOT NULL,
  state text COLLATE "C" NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'coded', 'refused')),
  coder text COLLATE "C",
  result text COLLATE "C",
  failure text COLLATE "C"
);
CREATE INDEX document_coder ON document (coder, n);
CREATE INDEX document_waiting ON document (n) WHERE state = 'waiting';
CREATE INDEX document_refused ON document (n) WHERE state = 'refused';

CREATE TABLE body (
  n bigint NOT NULL,
  month date NOT NULL,
  path text COLLATE "C" NOT NULL,
  item integer,
  hash text COLLATE "C" NOT NULL,
  raw bytea NOT NULL,
  row bytea,
  PRIMARY KEY (n, month)
) PARTITION BY RANGE (month);

CREATE TABLE claim (
  month date NOT NULL,
  known text COLLATE "C",
  id text COLLATE "C" NOT NULL,
  document bigint NOT NULL,
  block text COLLATE "C" NOT NULL,
  report text COLLATE "C" NOT NULL,
  words tsvector NOT NULL
) PARTITION BY RANGE (month);
CREATE INDEX claim_block ON claim (block);
CREATE INDEX claim_document ON claim (document);
CREATE INDEX claim_id ON claim (id);
CREATE INDEX claim_words ON claim USING gin (words);

-- Parties, pairs (two ids joined by a tab), claims (the id, and the document and the id joined by a tab) and relations of an event are lists in its row.
CREATE TABLE event (
  id text COLLATE "C" NOT NULL,
  month date NOT NULL,
  block text COLLATE "C" NOT NULL,
  type text COLLATE "C",
  status text COLLATE "C" NOT NULL,
  historical boolean NOT NULL,
  first text COLLATE "C",
  last text COLLATE "C",
  place text COLLATE "C",
  country text COLLATE "C",
  parties text[] COLLATE "C" NOT NULL,
  pairs text[] COLLATE "C" NOT NULL,
  claims text[] COLLATE "C" NOT NULL,
  relations text[] COLLATE "C" NOT NULL,
  row text COLLATE "C" NOT NULL,
  PRIMARY KEY (id, month)
) PARTITION BY RANGE (month);
CREATE INDEX event_block ON event (block);
CREATE INDEX event_first ON event ((coalesce(first, '')), id);
CREATE INDEX event_parties ON event USING gin (parties);
CREATE INDEX event_relations ON event USING gin (relations);

CREATE TABLE entry (
  n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  relation text COLLATE "C" NOT NULL,
  since text COLLATE "C",
  sides text[] COLLATE "C" NOT NULL,
  row text COLLATE "C" NOT NULL
);
CREATE INDEX entry_relation ON entry (relation);
CREATE INDEX entry_sides ON entry USING gin (sides);

CREATE TABLE party (
  id text COLLATE "C" PRIMARY KEY,
  name text COLLATE "C" NOT NULL,
  country text COLLATE "C",
  sector text COLLATE "C"
);

-- What must be settled is only added to: whoever commits never waits for whoever settles. A row stands until everything that was committed before it is settled.
CREATE TABLE dirty_block (n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text COLLATE "C" NOT NULL);
CREATE TABLE dirty_relation (n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text COLLATE "C" NOT NULL);

CREATE TABLE correction (
  n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id text COLLATE "C" NOT NULL UNIQUE,
  line text COLLATE "C" NOT NULL
);

CREATE TABLE batch (
  n bigint PRIMARY KEY,
  previous text COLLATE "C" NOT NULL,
  digest text COLLATE "C" NOT NULL,
  documents text COLLATE "C" NOT NULL
);

-- Events that changed since a read model last followed; written only where one follows.
CREATE TABLE follower (name text COLLATE "C" PRIMARY KEY, place xid8 NOT NULL);
CREATE TABLE event_change (
  n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  transaction xid8 NOT NULL DEFAULT pg_current_xact_id(),
  event text COLLATE "C" NOT NULL
);
CREATE INDEX event_change_transaction ON event_change (transaction);
