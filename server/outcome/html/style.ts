/** The style sheet inside `outcome.html`. Its hash stands in the page's own policy, so nothing else can style or run there. */
import { createHash } from 'node:crypto'

export const style = `
:root{color-scheme:light;--ink:#14181b;--paper:#fff;--soft:#f2f3f1;--line:#aeb4af;--quiet:#454d52;--sign:#113d8c;--chalk:#ffd95a;--old:#9b1c1c}
*{box-sizing:border-box}
body{margin:0 auto;max-width:46rem;padding:1.5rem 1rem 4rem;background:var(--paper);color:var(--ink);font:1.0625rem/1.55 system-ui,sans-serif;overflow-wrap:anywhere}
h1,h2,h3{line-height:1.25;margin:2.25rem 0 .75rem}
h1{margin-top:0}
h2{border-top:2px solid var(--line);padding-top:1.25rem}
a{color:inherit;text-underline-offset:.15em}
a:focus-visible,.scroll:focus-visible{outline:3px solid var(--sign);outline-offset:2px}
ul,ol{padding-left:1.4rem}
li{margin:.35rem 0}
.text{white-space:pre-wrap;margin:0}
blockquote{margin:.5rem 0;padding:.75rem 1rem;background:var(--soft);border-left:4px solid var(--line)}
blockquote .text{font-size:1.2em}
.now blockquote{margin:.75rem 0;padding:1rem 1.25rem;border:0;border-radius:.5rem;outline:2px solid #fff;outline-offset:-6px;background:var(--sign);color:#fff;font-weight:600}
.practice{margin:0 0 1.5rem;padding:.25rem 0;border-bottom:3px dashed var(--ink)}
.practice .word{font-weight:700;letter-spacing:.14em;text-transform:uppercase}
.facts,.quiet{color:var(--quiet)}
.facts{padding:0;list-style:none}
ins{padding:0 .1em;background:var(--chalk);color:var(--ink);text-decoration:none;font-weight:600}
del{color:var(--old)}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;margin:1rem 0}
caption{text-align:left;font-weight:600;padding:.25rem 0}
th,td{border-bottom:1px solid var(--line);padding:.4rem .5rem;text-align:left;vertical-align:top}
thead th{background:var(--soft)}
td.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
meter{width:4rem;margin-left:.5rem}
tbody th{font-weight:400;min-width:9rem}
@media print{:root{--ink:#000;--quiet:#333;--old:#000}body{max-width:none;padding:0;font-size:11pt}nav{display:none}.now blockquote{outline:0;border:3px solid #000;background:#fff;color:#000}ins{text-decoration:underline}h2,h3{break-after:avoid}li,tr,blockquote{break-inside:avoid}.scroll{overflow:visible}}
`

export const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'`
