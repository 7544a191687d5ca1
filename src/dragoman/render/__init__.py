"""What the desk answers, as text and as HTML. The way of a page, for a brief:

    sheet = brief_sheet(reading, vocabulary)     pages/brief.py     what the desk answers → a `Sheet`
    print_sheet(sheet, console)                  text/              a sheet → lines in a terminal
    html_page([sheet])                           html.py            a sheet → one HTML page, by templates/ and assets/
    markdown(sheet), mail_page([sheet])          markdown.py, html.py   a sheet → Markdown, the body of a mail

A `Sheet` (sheet.py) describes a page plainly: title, sections of lines with the numbers of their citations, figures,
alarms, precedents, citations, notes; all in words. There is a file in pages/ for each page (`brief_sheet`,
`relations_sheet`, `watch_sheet`, `precedents_sheet`) and for each part that pages share. It takes its sentences from
words/, its figures from charts/ (SVG shapes, which one template writes), and orders, groups and numbers the lines.
Another way out is another function of a sheet; another page is another file in pages/.
"""
