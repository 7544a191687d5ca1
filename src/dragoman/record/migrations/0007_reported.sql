-- An event without a stated time is dated by the page as "reported" there, no longer as happened on the page's day.
DROP TRIGGER claims_keep;
UPDATE claims SET value = json_set(value, '$.when_basis', 'reported')
    WHERE kind = 'event' AND json_extract(value, '$.when_basis') = 'page';
CREATE TRIGGER claims_keep BEFORE UPDATE ON claims BEGIN SELECT RAISE(ABORT, 'claims are append-only: withdraw'); END;
