-- Which documents a version of the coder has not seen is answered from this index alone. A document that waits has no coder.
CREATE INDEX document_coder ON document (coder);
