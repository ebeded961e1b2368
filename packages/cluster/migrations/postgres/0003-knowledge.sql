-- When an event was first told and when last, so that what was known on a day is read and not merged anew: `told` is 9999-12-31 where a report has no day. `others` are
-- participants of other roles, and the place.
ALTER TABLE event ADD COLUMN known text COLLATE "C", ADD COLUMN told text COLLATE "C", ADD COLUMN others text[] COLLATE "C" NOT NULL DEFAULT '{}';
CREATE INDEX event_others ON event USING gin (others);
CREATE INDEX event_known ON event (known);
-- Events that stand there already have none of these: they are written again by the next who settles.
INSERT INTO dirty_block (name) SELECT DISTINCT block FROM event;

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
