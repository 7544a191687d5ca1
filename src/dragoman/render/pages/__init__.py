"""The pages that go out: each file takes what the desk answers and describes its page as a `Sheet`.

`brief`, `relations`, `watch` and `precedents` are pages; `outlook` and `alarms` are parts that pages share, and
`source_text` numbers and marks the passages of a document. `why` gives plain lines, for it has no page.
"""
