-- Claims have numbers: an event whose claims are those that it was made of is the same event, and need not be read.
CREATE SEQUENCE claim_n;
ALTER TABLE claim ADD COLUMN n bigint NOT NULL DEFAULT nextval('claim_n');

-- When an event was first told and when last, so that what was known on a day is read and not merged anew: `told` is 9999-12-31 where a report has no day. `others` are
-- participants of other roles, and the place; `members` the numbers of its claims, in their order.
ALTER TABLE event ADD COLUMN known text COLLATE "C", ADD COLUMN told text COLLATE "C", ADD COLUMN others text[] COLLATE "C" NOT NULL DEFAULT '{}',
  ADD COLUMN members bigint[];
-- One index for both lists: each that is written costs more than all that are read.
DROP INDEX event_parties;
CREATE INDEX event_parties ON event USING gin (parties, others);

-- Which relations an event changes.
CREATE TABLE event_relation (
  relation text COLLATE "C" NOT NULL,
  event text COLLATE "C" NOT NULL,
  month date NOT NULL,
  PRIMARY KEY (relation, event)
);
INSERT INTO event_relation SELECT DISTINCT unnest(relations), id, month FROM event;
DROP INDEX event_relations;

-- Events that stand there already have no members: they are written again by the next who settles.
INSERT INTO dirty_block (name) SELECT DISTINCT block FROM event;
CREATE INDEX dirty_block_name ON dirty_block (name);
CREATE INDEX dirty_relation_name ON dirty_relation (name);

-- What changed since a read model last followed, of events, relations and parties; written only where one follows. `place` is a transaction: what came before it was followed.
DROP TABLE event_change;
CREATE TABLE change (
  n bigint GENERATED ALWAYS AS IDENTITY,
  transaction xid8 NOT NULL DEFAULT pg_current_xact_id(),
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('event', 'relation', 'party')),
  name text COLLATE "C" NOT NULL,
  PRIMARY KEY (transaction, n)
);
-- Of two states that followers read, the one with the greater number is the newer.
CREATE SEQUENCE change_number;

-- What was made of a document stands beside it: a body is written once, and never again.
CREATE TABLE coded (n bigint NOT NULL, month date NOT NULL, row bytea NOT NULL, PRIMARY KEY (n, month)) PARTITION BY RANGE (month);
-- It is compressed already.
ALTER TABLE coded ALTER COLUMN row SET STORAGE EXTERNAL;
DO $$
DECLARE part record;
BEGIN
  FOR part IN SELECT relname, pg_get_expr(relpartbound, oid) AS bound FROM pg_class WHERE relispartition AND relkind = 'r' AND relname LIKE 'body\_%' LOOP
    EXECUTE format('CREATE TABLE %I PARTITION OF coded %s', 'coded' || substr(part.relname, 5), part.bound);
  END LOOP;
END $$;
INSERT INTO coded SELECT n, month, row FROM body WHERE row IS NOT NULL;
ALTER TABLE body DROP COLUMN row;
