-- The current lines that can be searched; the full-text index keeps words and no text.
CREATE TABLE search_line (
  key       INTEGER PRIMARY KEY,
  line_id   TEXT NOT NULL,
  kind      TEXT NOT NULL,
  report_id TEXT NOT NULL REFERENCES report (id),
  day_from  TEXT,
  day_to    TEXT
);

CREATE INDEX search_line_report ON search_line (report_id, line_id);
CREATE INDEX search_line_day ON search_line (day_from DESC, report_id, kind, line_id);

CREATE VIRTUAL TABLE search USING fts5 (
  title, body, actors, places, outlet,
  content = '', contentless_delete = 1,
  tokenize = 'porter unicode61 remove_diacritics 2'
);
