"""A report as one web page that needs nothing else, and prints well.

There is no script in it, nothing is fetched, and every text is escaped.
"""

from __future__ import annotations

from html import escape

from engine.export.report import Item, Part, Report, Table, one_line

POLICY = "default-src 'none'; style-src 'unsafe-inline'"

STYLE = """
:root{color-scheme:light}
body{font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif;
  color:#1A2733;background:#fff;max-width:46rem;margin:0 auto;padding:1rem}
.banner{background:#FFF6DC;border:1px solid #C9A227;border-radius:.3rem;padding:.5rem .75rem;
  font-weight:600}
h1{font-size:1.5rem;line-height:1.25;margin:1.2rem 0 .5rem}
h2{font-size:1.1rem;margin:1.4rem 0 .3rem;border-bottom:1px solid #CBD3DC;padding-bottom:.15rem}
h3{font-size:1rem;margin:1rem 0 .2rem}
p{margin:.4rem 0}
ul,ol{margin:.3rem 0;padding-left:1.4rem}
li{margin:.15rem 0}
.scroll{overflow-x:auto}
table{border-collapse:collapse;margin:.4rem 0}
th,td{border:1px solid #CBD3DC;padding:.3rem .5rem;text-align:left;vertical-align:top}
thead th,tbody th{background:#F3F5F8}
footer{margin-top:1.5rem;border-top:1px solid #CBD3DC;padding-top:.5rem;font-size:.85rem;
  color:#45525F;overflow-wrap:anywhere}
@media print{
  @page{size:A4;margin:18mm 16mm}
  body{max-width:none;padding:0;font-size:10.5pt}
  h1,h2,h3{break-after:avoid}
  li,tr{break-inside:avoid}
  .page{break-before:page}
  .banner{-webkit-print-color-adjust:exact;print-color-adjust:exact}
}
"""


def as_web_page(report: Report) -> str:
    """The report as a complete HTML page."""
    parts = "\n".join(_part(part) for part in report.parts if not part.is_empty)
    lead = "\n".join(f"<p>{_text(line)}</p>" for line in report.lead)
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(POLICY)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_text(report.headline)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
        f'<header><p class="banner" role="note">{_text(report.banner)}</p></header>\n'
        f"<main>\n<h1>{_text(report.headline)}</h1>\n{lead}\n{parts}\n</main>\n"
        f"<footer>{_text(report.origin)}. {_text(report.banner)}</footer>\n</body>\n</html>\n"
    )


def _text(text: str) -> str:
    return escape(one_line(text), quote=True)


def _part(part: Part) -> str:
    tag, head = "ol" if part.numbered else "ul", "h3" if part.below else "h2"
    intro = f"<p>{_text(part.intro)}</p>\n" if part.intro else ""
    items = f"<{tag}>\n{''.join(map(_item, part.items))}</{tag}>\n" if part.items else ""
    if part.table is not None:
        items = _table(part.title, part.table)
    page = ' class="page"' if part.new_page else ""
    return f"<section{page}>\n<{head}>{_text(part.title)}</{head}>\n{intro}{items}</section>"


def _table(title: str, table: Table) -> str:
    """A table whose first cells are the headings of its rows, in a box that scrolls by itself."""
    head = "".join(f'<th scope="col">{_text(cell)}</th>' for cell in table.head)
    body = "".join(
        f'<tr><th scope="row">{_text(first)}</th>'
        f"{''.join(f'<td>{_text(cell)}</td>' for cell in cells)}</tr>\n"
        for first, *cells in table.rows
    )
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="{_text(title)}">\n<table>\n'
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>\n</div>\n"
    )


def _item(item: Item) -> str:
    under = f"\n<ul>\n{''.join(map(_item, item.under))}</ul>\n" if item.under else ""
    return f"<li>{_text(item.text)}{under}</li>\n"
