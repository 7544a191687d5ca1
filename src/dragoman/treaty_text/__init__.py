"""A treaty's own text: its parties, dates, articles, terms, and what each sentence obliges to."""
