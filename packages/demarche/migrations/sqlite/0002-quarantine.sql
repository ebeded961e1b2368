-- Inputs of which no document came: what they were called and why. Documents that were refused stand in their own table with their state.
CREATE TABLE refusal (
  id TEXT PRIMARY KEY,
  path TEXT NOT NULL,
  item INTEGER,
  failure TEXT NOT NULL
) STRICT, WITHOUT ROWID;
