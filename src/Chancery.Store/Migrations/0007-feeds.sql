-- One row for each answer of the web that something was made of: where the bytes came from, and how.
CREATE TABLE fetch (
  key       INTEGER PRIMARY KEY,
  sha256    TEXT NOT NULL,
  address   TEXT NOT NULL,
  final     TEXT NOT NULL,
  status    INTEGER NOT NULL,
  redirects TEXT NOT NULL,
  headers   TEXT NOT NULL,
  retrieved TEXT NOT NULL,
  UNIQUE (sha256, address, retrieved)
);

CREATE INDEX fetch_address ON fetch (address, retrieved);

-- Under which addresses the words of a report stood, from when to when; its own are those it was asked for at.
CREATE TABLE report_address (
  address    TEXT NOT NULL,
  report_id  TEXT NOT NULL REFERENCES report (id),
  is_own     INTEGER NOT NULL,
  first_seen TEXT NOT NULL,
  last_seen  TEXT NOT NULL,
  PRIMARY KEY (address, report_id)
);

CREATE INDEX report_address_report ON report_address (report_id);

-- Which report revises which is said by the report itself; this only finds the other end.
ALTER TABLE rendition ADD COLUMN revises TEXT
  GENERATED ALWAYS AS (CASE WHEN json_valid(payload) THEN json_extract(payload, '$.revises') END) VIRTUAL;

CREATE INDEX rendition_revises ON rendition (revises) WHERE revises IS NOT NULL;

-- What is fetched again and again. Validators are those of the newest copy that was read to its end.
CREATE TABLE feed (
  address       TEXT PRIMARY KEY,
  title         TEXT,
  added         TEXT NOT NULL,
  etag          TEXT,
  last_modified TEXT,
  sha256        TEXT,
  has_bad_ids   INTEGER NOT NULL DEFAULT 0,
  is_gone       INTEGER NOT NULL DEFAULT 0,
  failures      INTEGER NOT NULL DEFAULT 0,
  said          TEXT,
  visited       TEXT,
  next_visit    TEXT NOT NULL
);

-- Every item of a feed that was ever seen; an item without a report waits for its page.
CREATE TABLE feed_item (
  feed       TEXT NOT NULL REFERENCES feed (address) ON UPDATE CASCADE ON DELETE CASCADE,
  item       TEXT NOT NULL,
  digest     TEXT NOT NULL,
  address    TEXT,
  report_id  TEXT REFERENCES report (id),
  seen       TEXT NOT NULL,
  PRIMARY KEY (feed, item)
);

CREATE INDEX feed_item_report ON feed_item (report_id);

-- Pages that an item only sums up, to be fetched; the feed's stored bytes hold the item until then.
CREATE TABLE wanted_page (
  feed       TEXT NOT NULL,
  item       TEXT NOT NULL,
  address    TEXT NOT NULL,
  sha256     TEXT NOT NULL,
  attempts   INTEGER NOT NULL DEFAULT 0,
  next_visit TEXT NOT NULL,
  PRIMARY KEY (feed, item),
  FOREIGN KEY (feed, item) REFERENCES feed_item (feed, item) ON UPDATE CASCADE ON DELETE CASCADE
);

CREATE INDEX wanted_page_next ON wanted_page (next_visit);
