-- Inputs from which no report could be made; sha256 is empty where there were no bytes.
CREATE TABLE refusal (
  source   TEXT NOT NULL,
  sha256   TEXT NOT NULL,
  code     TEXT NOT NULL,
  detail   TEXT NOT NULL,
  appended TEXT NOT NULL,
  PRIMARY KEY (source, sha256, code, detail)
);
