-- Lines computed from several reports: disposable, replaced as a whole.
CREATE TABLE derived (
  id          TEXT PRIMARY KEY,
  kind        TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  payload     TEXT NOT NULL
);

CREATE INDEX derived_kind ON derived (kind, id);
