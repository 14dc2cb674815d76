/** The style sheet inside `outcome.html`: the sign of the square, chalk for what is new, and A4 in black on white. */

export const style = `
:root{color-scheme:light;--ink:#14181b;--paper:#fff;--soft:#f2f3f1;--line:#aeb4af;--quiet:#454d52;--sign:#113d8c;--chalk:#ffd95a;--old:#9b1c1c}
*{box-sizing:border-box}
body{margin:0 auto;max-width:46rem;padding:1.5rem 1rem 4rem;background:var(--paper);color:var(--ink);font:1.0625rem/1.55 system-ui,sans-serif;overflow-wrap:anywhere}
h1,h2,h3{line-height:1.25;margin:2.25rem 0 .75rem}
h1{margin-top:0}
h2{border-top:2px solid var(--line);padding-top:1.25rem}
a{color:inherit;text-underline-offset:.15em}
a:focus-visible,summary:focus-visible,button:focus-visible,.scroll:focus-visible{outline:3px solid var(--sign);outline-offset:2px}
ul,ol{padding-left:1.4rem}
li{margin:.35rem 0}
.text{white-space:pre-wrap;margin:0}
.story{padding:0;list-style:none}
.story>li{margin:0 0 2.5rem}
.plate{margin:.5rem 0;padding:1rem 1.25rem;border-radius:.5rem;outline:2px solid #fff;outline-offset:-6px;background:var(--sign);color:#fff}
.plate .text{font-size:1.25em;font-weight:600;line-height:1.3}
.was{margin:0 0 .25rem;padding:0 .25rem;color:var(--quiet)}
.sources>li{margin:.25rem 0}
summary{cursor:pointer}
.replay{display:flex;flex-wrap:wrap;gap:.5rem;align-items:center;margin:1rem 0}
.replay[hidden],.replay [hidden]{display:none}
.replay .where{margin:0;font-weight:600}
button{min-height:3rem;padding:.5rem 1rem;border:2px solid var(--ink);border-radius:.5rem;background:#fff;color:var(--ink);font:inherit;cursor:pointer}
button[data-do=play],button[data-do=next]{background:var(--ink);color:#fff}
button[aria-disabled=true]{border-color:var(--line);background:#fff;color:var(--quiet);cursor:default}
.practice{margin:0 0 1.5rem;padding:.25rem 0;border-bottom:3px dashed var(--ink)}
.practice .word{font-weight:700;letter-spacing:.14em;text-transform:uppercase}
.facts,.quiet{color:var(--quiet)}
.facts{margin:.5rem 0}
ins{padding:0 .1em;border-radius:.1em;background:var(--chalk);color:var(--ink);text-decoration:none;font-weight:700}
del{color:var(--old)}
.for-ears{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;margin:1rem 0}
caption{text-align:left;font-weight:600;padding:.25rem 0}
th,td{border-bottom:1px solid var(--line);padding:.4rem .5rem;text-align:left;vertical-align:top}
thead th{background:var(--soft);overflow-wrap:normal}
td.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
meter{width:4rem;margin-left:.5rem}
tbody th{font-weight:400;min-width:9rem}
@media screen{.replaying .story>li:has(.step:not(.here)){display:none}.replaying .plate .text{font-size:1.6em}.replaying .was{font-size:1.1em}}
@media screen and (prefers-reduced-motion:no-preference){.replaying .was del{animation:strike .7s both}.replaying .was~.plate{animation:hang .6s .7s both}.replaying .plate ins{animation:chalk .6s 1.4s both}}
@keyframes strike{from{text-decoration-color:transparent;color:inherit}}
@keyframes hang{from{opacity:0;transform:translateY(-.5rem)}}
@keyframes chalk{from{background:transparent;color:inherit}}
@page{size:A4;margin:18mm 16mm}
@media print{:root{--ink:#000;--quiet:#333;--old:#000}body{max-width:none;padding:0;font-size:11pt}nav,.replay{display:none}.plate{outline:0;border:2px solid #000;background:#fff;color:#000}.now .plate{border-width:4px}ins{background:none;color:inherit;text-decoration:underline}details>summary{list-style:none}h2,h3,h4,.was{break-after:avoid}li,tr,.plate{break-inside:avoid}.story>li{break-inside:avoid}.scroll{overflow:visible}}
`
