-- Saved queries. `filters` is JSON; one without an address is a query by name alone. Until it is `ready`, what it finds is taken as told already.
-- `holder` scans and sends for it until the moment `held`, in milliseconds since 1970, as all moments here.
CREATE TABLE watch (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE,
  filters TEXT NOT NULL,
  address TEXT,
  secret TEXT NOT NULL,
  private INTEGER NOT NULL,
  ready INTEGER NOT NULL,
  holder TEXT,
  held INTEGER NOT NULL DEFAULT 0
) STRICT;

-- What was told of each event, or is waiting to be told: a digest of it.
CREATE TABLE told (
  watch INTEGER NOT NULL REFERENCES watch ON DELETE CASCADE,
  event TEXT NOT NULL,
  digest TEXT NOT NULL,
  PRIMARY KEY (watch, event)
) STRICT, WITHOUT ROWID;

-- Messages, in their order. The body is kept until it has arrived.
CREATE TABLE message (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  watch INTEGER NOT NULL REFERENCES watch ON DELETE CASCADE,
  made INTEGER NOT NULL,
  changes INTEGER NOT NULL,
  body TEXT,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'delivered', 'failed')),
  attempts INTEGER NOT NULL,
  due INTEGER NOT NULL
) STRICT;
CREATE INDEX message_state ON message (watch, state, n);

-- The log: each time that a message was sent, and what came of it; null while, or where, no answer was noted.
CREATE TABLE attempt (
  message INTEGER NOT NULL REFERENCES message ON DELETE CASCADE,
  number INTEGER NOT NULL,
  at INTEGER NOT NULL,
  answer TEXT,
  PRIMARY KEY (message, number)
) STRICT, WITHOUT ROWID;
