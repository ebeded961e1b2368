-- Claims of a block in the order of their days, so that only neighbours are compared: `span` is as `src/store/sqlite/span.ts` makes it. Of claims that are there
-- already it says that they may be near to any other.
ALTER TABLE block_claim RENAME TO block_claim_before;
CREATE TABLE block_claim (
  block INTEGER NOT NULL,
  span INTEGER NOT NULL,
  claim INTEGER NOT NULL,
  PRIMARY KEY (block, span, claim)
) STRICT, WITHOUT ROWID;
INSERT INTO block_claim SELECT block, -1099511627776, claim FROM block_claim_before ORDER BY block, claim;
DROP TABLE block_claim_before;

-- Blocks that were found dirty and not settled: those of their claims that are of no event yet, or no longer of any, are unsettled again.
INSERT OR IGNORE INTO unsettled SELECT claim.n FROM dirty_block JOIN block_claim ON block_claim.block = dirty_block.block JOIN claim ON claim.n = block_claim.claim
  WHERE claim.gone = 1 OR (claim.event IS NULL AND NOT EXISTS (SELECT 1 FROM event WHERE event.n = claim.n));
DELETE FROM block_claim WHERE claim IN (SELECT claim FROM unsettled) AND claim NOT IN (SELECT n FROM claim WHERE gone = 1);
DROP TABLE dirty_block;

-- What a claim is found by stands in `claim_key` alone.
ALTER TABLE claim DROP COLUMN key;

-- An id is found by its first 24 bits, and told from the few others that share them by the rest.
DROP INDEX event_key;
CREATE INDEX event_key ON event (key >> 24);

-- How many documents a version of the coder has seen.
DROP INDEX coded_coder;
CREATE TABLE coder (coder INTEGER PRIMARY KEY, documents INTEGER NOT NULL) STRICT;
INSERT INTO coder SELECT coder, count(*) FROM coded GROUP BY coder;

-- The sides of an entry are those of its relation, by which they are taken away.
ALTER TABLE entry_side RENAME TO entry_side_before;
CREATE TABLE entry_side (side INTEGER NOT NULL, other INTEGER NOT NULL, entry INTEGER NOT NULL, PRIMARY KEY (side, other, entry)) STRICT, WITHOUT ROWID;
INSERT INTO entry_side SELECT side, other, entry FROM entry_side_before;
DROP TABLE entry_side_before;
