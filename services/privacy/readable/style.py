"""How the copy looks: in the colours that the reader has, on a phone, and on paper."""

STYLE = """
:root { color-scheme: light dark; background: Canvas; color: CanvasText; }
body { font: 1.125rem/1.6 system-ui, sans-serif; max-width: 64rem; margin: 0 auto; padding: 1rem; }
body { overflow-wrap: anywhere; }
h1, h2, h3, h4 { line-height: 1.25; margin: 2.5rem 0 0.75rem; }
h1 { margin-top: 1rem; }
h2 { border-top: 3px solid; padding-top: 1rem; }
h3 { margin-top: 1.75rem; font-size: 1.25rem; }
h4 { margin-top: 1.25rem; font-size: 1.125rem; }
p, li, .lines { max-width: 70ch; }
nav ul { columns: 18rem; padding-inline-start: 1.25rem; }
nav li { margin-block-end: 0.25rem; break-inside: avoid; }
nav a { display: inline-block; min-height: 1.5rem; vertical-align: top; }
dl { margin: 0; }
dl > div { display: grid; grid-template-columns: minmax(8rem, 16rem) 1fr; gap: 0 1rem; padding: 0.25rem 0; }
dt { font-weight: bold; }
dd { margin: 0; }
.wide { overflow-x: auto; margin-block: 1rem; overflow-wrap: normal; }
table { border-collapse: collapse; }
caption { text-align: start; font-weight: bold; padding-block: 0.25rem; }
th, td { border: 1px solid; padding: 0.25rem 0.5rem; text-align: start; vertical-align: top; }
td { min-width: 7rem; }
.lines { white-space: pre-wrap; }
a:focus-visible, .wide:focus-visible { outline: 3px solid; outline-offset: 2px; }
@media (max-width: 36rem) { dl > div { display: block; } }
@media print {
  body { max-width: none; padding: 0; font-size: 11pt; }
  nav { display: none; }
  .wide { overflow: visible; }
  h2, h3, h4 { break-after: avoid; }
  .record, tr { break-inside: avoid; }
}
"""
