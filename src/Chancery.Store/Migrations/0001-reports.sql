-- Bytes as they came, compressed; never changed.
CREATE TABLE raw (
  sha256     TEXT PRIMARY KEY,
  length     INTEGER NOT NULL,
  coding     TEXT NOT NULL,
  bytes      BLOB NOT NULL,
  media_type TEXT,
  address    TEXT,
  retrieved  TEXT
);

-- One row for each report; the columns that describe it are those of its current reading.
CREATE TABLE report (
  id             TEXT PRIMARY KEY,
  sha256         TEXT NOT NULL,
  source         TEXT NOT NULL,
  title          TEXT,
  outlet         TEXT,
  published_from TEXT,
  published_to   TEXT,
  rendition_key  INTEGER
);

CREATE INDEX report_order ON report ((published_from IS NULL), published_from, source, id);

-- Every name under which the report's bytes came.
CREATE TABLE report_source (
  report_id TEXT NOT NULL REFERENCES report (id),
  source    TEXT NOT NULL,
  appended  TEXT NOT NULL,
  PRIMARY KEY (report_id, source)
);

-- What intake made of the bytes: another version may make another text of them, and findings point into theirs.
CREATE TABLE rendition (
  key       INTEGER PRIMARY KEY,
  report_id TEXT NOT NULL REFERENCES report (id),
  digest    TEXT NOT NULL,
  text_hash TEXT NOT NULL,
  blocks    TEXT NOT NULL,
  payload   TEXT NOT NULL,
  UNIQUE (report_id, digest)
);
