-- What the watch saw: each change of a red line's status or of an alarm's band is a row, never changed.
CREATE TABLE moves (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('line', 'alarm')),
    name TEXT NOT NULL,       -- of the line, or of the dyad
    definition TEXT NOT NULL, -- hash of the line as it was written then
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    day TEXT NOT NULL,        -- the day that was asked for (ISO)
    noticed TEXT NOT NULL,    -- UTC, seconds
    why TEXT NOT NULL,
    sentences TEXT NOT NULL   -- JSON: the sentences it stands on
);
CREATE INDEX moves_by_name ON moves (kind, name);
CREATE TRIGGER moves_keep BEFORE UPDATE ON moves BEGIN SELECT RAISE(ABORT, 'moves are append-only'); END;
CREATE TRIGGER moves_stay BEFORE DELETE ON moves BEGIN SELECT RAISE(ABORT, 'moves are append-only'); END;

CREATE TABLE looks (          -- when somebody looked, and what had been read by then
    number INTEGER PRIMARY KEY,
    reading INTEGER NOT NULL, -- number of the last reading
    day TEXT NOT NULL,        -- the day that was asked for (ISO)
    noticed TEXT NOT NULL     -- UTC, seconds
);

CREATE TABLE deliveries (     -- which move was sent where
    move TEXT NOT NULL REFERENCES moves (id),
    address TEXT NOT NULL,
    sent TEXT NOT NULL,       -- UTC, seconds
    PRIMARY KEY (move, address)
) WITHOUT ROWID;

CREATE TABLE credits (        -- derived: the agency that a stretch of a document's text is taken from
    document INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    agency TEXT NOT NULL,
    PRIMARY KEY (document, start, "end", agency)
) WITHOUT ROWID;
