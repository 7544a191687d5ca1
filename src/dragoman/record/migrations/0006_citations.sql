-- Moves cited a sentence by claim, document, quote and source; a citation says of which kind it is and where it stands.
-- A line's hash is made in another way now: by the old ones nobody can tell whether a line was written anew.
DROP TRIGGER moves_keep;
UPDATE moves SET
    definition = iif(kind = 'line', '', definition),
    sentences = (
        SELECT json_group_array(json_object(
            'kind', iif(json_extract(old.value, '$.document') IS NULL, 'ledger', 'sentence'),
            'quote', json_extract(old.value, '$.quote'),
            'claim', json_extract(old.value, '$.claim'),
            'document', (SELECT json(d.head) FROM documents d WHERE d.id = json_extract(old.value, '$.document')),
            'start', (SELECT c.start FROM claims c WHERE c.id = json_extract(old.value, '$.claim')),
            'end', (SELECT c."end" FROM claims c WHERE c.id = json_extract(old.value, '$.claim')),
            'source', json_extract(old.value, '$.source')
        )) FROM json_each(moves.sentences) old
    );
CREATE TRIGGER moves_keep BEFORE UPDATE ON moves BEGIN SELECT RAISE(ABORT, 'moves are append-only'); END;
