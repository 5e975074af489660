-- One run over one report; the newest appended one of a report is current.
CREATE TABLE reading (
  key           INTEGER PRIMARY KEY,
  report_id     TEXT NOT NULL REFERENCES report (id),
  fingerprint   TEXT NOT NULL,
  rendition_key INTEGER NOT NULL REFERENCES rendition (key),
  source        TEXT NOT NULL,
  digest        TEXT NOT NULL,
  current       INTEGER NOT NULL,
  appended      TEXT NOT NULL,
  UNIQUE (report_id, fingerprint)
);

CREATE UNIQUE INDEX reading_current ON reading (report_id) WHERE current = 1;

CREATE TABLE problem (
  reading_key INTEGER NOT NULL REFERENCES reading (key),
  ordinal     INTEGER NOT NULL,
  code        TEXT NOT NULL,
  detail      TEXT NOT NULL,
  PRIMARY KEY (reading_key, ordinal)
);
