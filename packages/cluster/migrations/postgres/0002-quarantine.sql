-- Inputs of which no document came: what they were called and why. Documents that were refused stand in their own table with their state.
CREATE TABLE refusal (
  id text COLLATE "C" PRIMARY KEY,
  path text COLLATE "C" NOT NULL,
  item integer,
  failure text COLLATE "C" NOT NULL
);
