-- Which stories and which events are the same: judgements are kept, all below them is derived and can be rebuilt.
CREATE TABLE judgements (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('story', 'event')),
    one TEXT NOT NULL,        -- the lesser id
    other TEXT NOT NULL,
    score INTEGER NOT NULL,   -- 0 to 100
    reasons TEXT NOT NULL,    -- JSON list
    who TEXT NOT NULL         -- 'rule' or a person
);
CREATE INDEX judgements_by_one ON judgements (one);
CREATE INDEX judgements_by_other ON judgements (other);
CREATE TRIGGER judgements_keep BEFORE UPDATE ON judgements BEGIN SELECT RAISE(ABORT, 'judgements are append-only: withdraw'); END;
CREATE TRIGGER judgements_stay BEFORE DELETE ON judgements BEGIN SELECT RAISE(ABORT, 'judgements are append-only: withdraw'); END;

CREATE VIEW standing_judgements AS
    SELECT * FROM judgements j WHERE j.id NOT IN (SELECT target FROM withdrawn);

CREATE TABLE bands (          -- derived: where the sketches of two documents agree
    band INTEGER NOT NULL,
    document INTEGER NOT NULL,
    PRIMARY KEY (band, document)
) WITHOUT ROWID;

CREATE TABLE stories (        -- derived: documents that tell one story in the same words
    document INTEGER PRIMARY KEY,
    id TEXT NOT NULL,         -- the document's
    story TEXT NOT NULL       -- the least id of its documents
);
CREATE INDEX stories_by_story ON stories (story);
CREATE INDEX stories_by_id ON stories (id);

CREATE TABLE events (         -- derived: the event claims that stand
    claim INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    document INTEGER NOT NULL,
    event TEXT NOT NULL,      -- the least id of the claims that tell of the same event
    event_type TEXT NOT NULL,
    act TEXT NOT NULL,
    status TEXT NOT NULL,
    first TEXT,
    last TEXT,
    sort TEXT NOT NULL,
    deed TEXT NOT NULL,       -- act, mode, parties and whether it is done: what must agree
    sentence TEXT NOT NULL,
    traits TEXT NOT NULL      -- JSON: what else is compared
);
CREATE UNIQUE INDEX events_by_id ON events (id);
-- Holds all that a filter looks at, so that a question reads the index alone.
CREATE INDEX events_by_time ON events (sort, id, event, event_type, status, last, document);
CREATE INDEX events_by_event ON events (event);
CREATE INDEX events_by_document ON events (document);
CREATE INDEX events_by_deed ON events (deed, first);
CREATE INDEX events_by_sentence ON events (deed, sentence);

CREATE TABLE parties (        -- derived: who takes part in an event
    code TEXT NOT NULL,
    claim INTEGER NOT NULL,
    side TEXT NOT NULL,       -- actor or recipient
    PRIMARY KEY (code, claim, side)
) WITHOUT ROWID;
CREATE INDEX parties_by_claim ON parties (claim);
