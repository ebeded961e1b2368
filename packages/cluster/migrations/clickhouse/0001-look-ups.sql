-- Each thing is one row that holds it whole; of several rows of one key the one of the greatest version stands (FINAL), and `gone` strikes it off. So it does not matter how often,
-- or in which order, a part of the changes is written.
CREATE TABLE IF NOT EXISTS event (
  id String,
  version UInt64,
  gone UInt8,
  type LowCardinality(String),
  status LowCardinality(String),
  historical Bool,
  -- First and last day; empty without one.
  first LowCardinality(String),
  last LowCardinality(String),
  place String,
  country LowCardinality(String),
  quad UInt8,
  -- In hundredths.
  goldstein Nullable(Int16),
  -- Day of its first and of its last report; 9999-12-31 for what no day knows.
  known LowCardinality(String),
  told LowCardinality(String),
  parties Array(String),
  -- Participants of other roles, and the place.
  others Array(String),
  -- The id of each claim, and its document and id joined by a tab.
  claims Array(String),
  -- The words of each claim's sentence, with a space before, after and between.
  sentences Array(String),
  words Array(String),
  row String CODEC(ZSTD(3)),
  -- What it was before its last report, in order of knowledge, with the number of reports that were known.
  earlier Array(Tuple(
    known String, reports UInt32, type String, status String, historical Bool, first String, last String, place String, country String, quad UInt8,
    goldstein Nullable(Int16), parties Array(String), others Array(String), row String)),
  INDEX words words TYPE bloom_filter(0.01) GRANULARITY 1
) ENGINE = ReplacingMergeTree(version, gone) ORDER BY id
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;

-- Where events are found. These hold all that ever was: the event itself says whether it still is so.
CREATE TABLE IF NOT EXISTS event_party (party String, id String) ENGINE = ReplacingMergeTree ORDER BY (party, id);
CREATE TABLE IF NOT EXISTS event_claim (claim String, id String) ENGINE = ReplacingMergeTree ORDER BY (claim, id);
CREATE MATERIALIZED VIEW IF NOT EXISTS event_party_of TO event_party AS
  SELECT arrayJoin(arrayDistinct(arrayConcat(parties, others, arrayFlatten(earlier.others)))) AS party, id FROM event;
CREATE MATERIALIZED VIEW IF NOT EXISTS event_claim_of TO event_claim AS SELECT arrayJoin(claims) AS claim, id FROM event;

-- All entries of a relation, in their order.
CREATE TABLE IF NOT EXISTS relation (
  relation String,
  version UInt64,
  gone UInt8,
  sides Array(String),
  rows Array(String) CODEC(ZSTD(3)),
  INDEX sides sides TYPE bloom_filter(0.01) GRANULARITY 1
) ENGINE = ReplacingMergeTree(version, gone) ORDER BY relation
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;

CREATE TABLE IF NOT EXISTS party (id String, version UInt64, gone UInt8, name String, country String, sector LowCardinality(String))
ENGINE = ReplacingMergeTree(version, gone) ORDER BY id
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;

-- How far it has followed.
CREATE TABLE IF NOT EXISTS place (one UInt8, version UInt64, place String) ENGINE = ReplacingMergeTree(version) ORDER BY one
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;
