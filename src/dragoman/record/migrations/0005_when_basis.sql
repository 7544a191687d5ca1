-- Events told in a sentence how their time was found (`when_how`); what was only assumed is now told by `when_basis`.
DROP TRIGGER claims_keep;
UPDATE claims
    SET value = json_set(value, '$.when_basis', iif(json_extract(value, '$.when_how') LIKE '%sentence before%', 'previous sentence', 'page'))
    WHERE kind = 'event' AND json_extract(value, '$.when_basis') IS NULL AND json_extract(value, '$.when_how') LIKE 'no time%';
CREATE TRIGGER claims_keep BEFORE UPDATE ON claims BEGIN SELECT RAISE(ABORT, 'claims are append-only: withdraw'); END;
