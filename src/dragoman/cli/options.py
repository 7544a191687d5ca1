"""The options that several commands have."""

from __future__ import annotations

from pathlib import Path

import click

from dragoman.model.reading import READERS

FILE = click.Path(path_type=Path)

date_option = click.option(
    "--date", "published", metavar="D", help="The pages' date, over their own: 2024-06-19, 2024-06 or 2024."
)
db_option = click.option("--db", metavar="FILE", type=FILE, help="The record's file, over the setting `db`.")
html_option = click.option("--html", metavar="FILE", type=FILE, help="Write it as one HTML file with charts.")
json_option = click.option("--json", "as_json", is_flag=True, help="Print all of it as JSON.")
ledger_option = click.option(
    "--ledger", metavar="FILE", type=FILE, help="A ledger file to read beside the shipped treaties."
)
reader_option = click.option(
    "--reader",
    type=click.Choice(READERS),
    help="Who reads, over the setting `reader`: frames and the trained reader, or frames alone: faster, less sure.",
)
markdown_option = click.option("--markdown", "form", flag_value="markdown", help="Print it as Markdown.")
mail_option = click.option("--mail", "form", flag_value="mail", help="Print it as the HTML body of a mail.")
until_option = click.option("--until", metavar="D", help="Only what had begun by D: 2024-06-19, 2024-06 or 2024.")
output_option = click.option("-o", "--output", required=True, metavar="OUT", type=FILE, help="The file to write.")
