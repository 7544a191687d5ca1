"""The annotated texts, and what there is to count of them."""
