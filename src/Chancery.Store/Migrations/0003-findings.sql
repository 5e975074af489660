-- One row for each id and content: two versions that agree share it, two that differ keep both.
CREATE TABLE finding (
  key        INTEGER PRIMARY KEY,
  id         TEXT NOT NULL,
  digest     TEXT NOT NULL,
  kind       TEXT NOT NULL,
  report_id  TEXT NOT NULL REFERENCES report (id),
  span_start INTEGER NOT NULL,
  span_end   INTEGER NOT NULL,
  actor      TEXT,
  place      TEXT,
  when_from  TEXT,
  when_to    TEXT,
  current    INTEGER NOT NULL,
  payload    TEXT NOT NULL,
  UNIQUE (id, digest)
);

CREATE INDEX finding_report ON finding (report_id, current, kind, span_start);
CREATE INDEX finding_when ON finding (kind, when_from) WHERE current = 1;
CREATE INDEX finding_actor ON finding (kind, actor) WHERE current = 1;
CREATE INDEX finding_place ON finding (kind, place) WHERE current = 1;

CREATE TABLE reading_finding (
  reading_key INTEGER NOT NULL REFERENCES reading (key),
  finding_key INTEGER NOT NULL REFERENCES finding (key),
  PRIMARY KEY (reading_key, finding_key)
);

CREATE INDEX reading_finding_back ON reading_finding (finding_key);
