-- The raw articles of documents that came together share a body: it has the number of the first of them, and holds their JSON, one a line. Bodies that are there already hold one.
-- A batch's digest of a document covers its row and its claims as they are packed, and that of the batch also the texts that were numbered since the one before, up to the
-- number `words`. Without that number it is of an older program, which digested the JSON of the row.
ALTER TABLE batch ADD COLUMN words INTEGER;
