"""How our pages look: on a screen by day and by night, on A4 paper.

Every colour of text has a contrast of at least 4.5 to its ground, in either scheme; nothing is said by colour alone.
"""

from __future__ import annotations

STYLE = """\
:root {
  color-scheme: light dark;
  --paper: #ffffff; --ink: #1c2128; --quiet: #57606a; --line: #c9d1d9; --wash: #f3f5f8;
  --link: #0b4f9c; --good: #14653a; --warn: #8a4b00; --bad: #a11d28; --accent: #17406d;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #14181d; --ink: #e3e8ee; --quiet: #a3adb8; --line: #39424d; --wash: #1d232a;
    --link: #8ab8f5; --good: #7fd0a0; --warn: #efb566; --bad: #ff9c9c; --accent: #9cc3ee;
  }
}
@font-face { font-family: "Page Serif"; src: local("DejaVu Serif"); size-adjust: 88%; }
@font-face { font-family: "Page Serif"; font-weight: 600 700; src: local("DejaVu Serif Bold"); size-adjust: 88%; }
@font-face { font-family: "Page Serif"; font-style: italic; src: local("DejaVu Serif Italic"); size-adjust: 88%; }
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); -webkit-text-size-adjust: 100%; }
body {
  margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 52rem; overflow-wrap: break-word; hyphens: manual;
  font: 1rem/1.5 Charter, "Bitstream Charter", "Sitka Text", Cambria, "Palatino Linotype", "Liberation Serif", "Page Serif", serif;
}
h1, h2, h3, h4, th, caption, .label, .sans, nav, footer {
  font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif;
}
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0 0 .3rem; }
h2 {
  font-size: .85rem; letter-spacing: .06em; text-transform: uppercase; color: var(--accent);
  border-bottom: 1px solid var(--line); margin: 1.6rem 0 .5rem; padding-bottom: .15rem;
}
h3 { font-size: 1rem; line-height: 1.35; margin: 1rem 0 .15rem; }
h4 { font-size: .9rem; margin: .8rem 0 .1rem; }
p { margin: .25rem 0; }
ul, ol { margin: .25rem 0; padding-left: 1.3rem; }
li { margin: .12rem 0; }
a { color: var(--link); text-underline-offset: .15em; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 1rem; top: .5rem; background: var(--paper); padding: .3rem .6rem; }
.quiet { color: var(--quiet); }
.good { color: var(--good); } .warn { color: var(--warn); } .bad { color: var(--bad); } .accent { color: var(--accent); }
.title, .strong { font-weight: 600; } .muted { color: var(--quiet); }
.label { font-size: .8em; font-weight: 600; color: var(--quiet); }
.mark {
  font: 600 .72rem/1.3 system-ui, "Segoe UI", "Liberation Sans", Arial, sans-serif; color: var(--quiet);
  border: 1px solid var(--line); border-radius: .6rem; padding: .02rem .45rem; white-space: nowrap;
}
.mark.good { color: var(--good); border-color: currentcolor; } .mark.warn { color: var(--warn); border-color: currentcolor; }
sup { font-size: .68em; line-height: 0; }
sup a { text-decoration: none; padding: 0 .08em; }
:target { background: var(--wash); outline: 2px solid var(--line); }
.wide { overflow-x: auto; margin: .5rem 0; }
table { border-collapse: collapse; width: 100%; font-size: .85em; line-height: 1.35; }
caption { text-align: left; font-weight: 600; font-size: .95em; padding: .2rem 0; }
th, td { text-align: left; vertical-align: top; padding: .25rem .5rem; border-bottom: 1px solid var(--line); }
thead th { border-bottom: 2px solid var(--line); }
th { font-weight: 600; }
code, .code { font-family: ui-monospace, "Cascadia Mono", Menlo, "Liberation Mono", monospace; font-size: .88em; }
figure { margin: 1rem 0; } figcaption { font-size: .85em; color: var(--quiet); }
svg { display: block; max-width: 100%; height: auto; }
details > summary { cursor: pointer; }
footer { margin-top: 2rem; font-size: .8rem; color: var(--quiet); }
@page { size: A4; margin: 13mm 14mm 14mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #57606a; } }
@media print {
  html { font-size: 8.8pt; }
  body { line-height: 1.28; max-width: none; padding: 0; }
  a { color: inherit; text-decoration: none; }
  h2, h3, h4, caption, thead { break-after: avoid; }
  li, tr, figure, .together { break-inside: avoid; }
  thead { display: table-header-group; }
  .skip, nav { display: none; }
  .wide { overflow: visible; }
}
"""
