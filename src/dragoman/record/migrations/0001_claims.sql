-- Documents, what was read out of them, and what was withdrawn. All but `documents` and the last time of reading is append-only.
CREATE TABLE documents (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    head TEXT NOT NULL,       -- JSON: the document without its text, as last read
    published TEXT,           -- EDTF
    reading TEXT NOT NULL     -- the reading that counts
);

CREATE TABLE readings (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    document TEXT NOT NULL REFERENCES documents (id),
    head TEXT NOT NULL,       -- JSON: the document without its text, as read then
    rest TEXT NOT NULL,       -- JSON: time expressions and notices
    coder TEXT NOT NULL,
    vocabulary TEXT NOT NULL,
    first_read TEXT NOT NULL, -- UTC, seconds
    last_read TEXT NOT NULL
);
CREATE INDEX readings_by_document ON readings (document);

CREATE TABLE claims (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    document TEXT NOT NULL REFERENCES documents (id),
    kind TEXT NOT NULL CHECK (kind IN ('event', 'ordinal', 'treaty', 'level', 'check', 'rejected')),
    value TEXT NOT NULL,      -- JSON
    wording TEXT NOT NULL,    -- as printed: text[start:end] of the document
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    happened TEXT,            -- EDTF
    happened_first TEXT,      -- first day
    happened_last TEXT,       -- last day
    published TEXT,           -- EDTF
    coder TEXT NOT NULL,
    vocabulary TEXT NOT NULL
);
CREATE INDEX claims_by_document ON claims (document);

CREATE TABLE reading_claims (
    reading TEXT NOT NULL REFERENCES readings (id),
    kind TEXT NOT NULL,
    place INTEGER NOT NULL,   -- in the order of the reading
    claim TEXT NOT NULL REFERENCES claims (id),
    PRIMARY KEY (reading, kind, place)
) WITHOUT ROWID;
CREATE INDEX reading_claims_by_claim ON reading_claims (claim);

CREATE TABLE withdrawals (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    target TEXT NOT NULL,     -- a claim, a judgement, or a withdrawal that is taken back
    who TEXT NOT NULL,
    why TEXT NOT NULL,
    day TEXT NOT NULL
);
CREATE INDEX withdrawals_by_target ON withdrawals (target);

CREATE VIEW withdrawn AS
    SELECT w.target, w.id, w.who FROM withdrawals w
    WHERE NOT EXISTS (SELECT 1 FROM withdrawals u WHERE u.target = w.id);

CREATE TRIGGER claims_keep BEFORE UPDATE ON claims BEGIN SELECT RAISE(ABORT, 'claims are append-only: withdraw'); END;
CREATE TRIGGER claims_stay BEFORE DELETE ON claims BEGIN SELECT RAISE(ABORT, 'claims are append-only: withdraw'); END;
CREATE TRIGGER withdrawals_keep BEFORE UPDATE ON withdrawals BEGIN SELECT RAISE(ABORT, 'withdrawals are append-only'); END;
CREATE TRIGGER withdrawals_stay BEFORE DELETE ON withdrawals BEGIN SELECT RAISE(ABORT, 'withdrawals are append-only'); END;
CREATE TRIGGER documents_keep BEFORE UPDATE OF number, id, text ON documents BEGIN SELECT RAISE(ABORT, 'a document keeps its text'); END;
CREATE TRIGGER documents_stay BEFORE DELETE ON documents BEGIN SELECT RAISE(ABORT, 'documents stay'); END;
