/** How the page looks: light, dark, narrow, and on A4. Text, as the policy of the page names its hash. */
export const style = `
:root {
  --page: #fff; --box: #f3f6f9; --text: #17202b; --soft: #4c5866; --grid: #c3ccd6; --link: #0b5394;
  --now: #0b5cab; --on-now: #fff; --proven: #00734d; --past: #8a5200; --plan: #a3188a; --peers: #66717d;
  --lost: #b3261e; --caution: #fff3d6; --caution-edge: #a86a00;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --page: #11161c; --box: #1b232c; --text: #e9eef3; --soft: #b3bfcb; --grid: #46525f; --link: #8cc4ff;
    --now: #6db3f8; --on-now: #08131f; --proven: #4fd1a1; --past: #e6b552; --plan: #f29ade; --peers: #a3afbb;
    --lost: #ff9c92; --caution: #3a2e12; --caution-edge: #e0ac45;
  }
}
* { box-sizing: border-box; }
html { color-scheme: light dark; scroll-padding-top: 1rem; }
body { margin: 0; background: var(--page); color: var(--text); font: 1rem/1.5 "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif; overflow-wrap: anywhere; }
main, footer { max-width: 76rem; margin: 0 auto; padding: 1rem; }
main:focus { outline: none; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0; }
h2 { font-size: 1.3rem; line-height: 1.3; margin: 0 0 .75rem; }
h3 { font-size: 1.05rem; margin: 0 0 .35rem; }
h4 { font-size: .95rem; margin: .5rem 0 .2rem; }
p { margin: 0 0 .5rem; }
ol, ul { margin: 0 0 .5rem; padding-left: 1.4rem; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--now); outline-offset: 2px; }
main > section { margin-top: 2.25rem; padding-top: 1.25rem; border-top: 1px solid var(--grid); }
.soft, .title p { color: var(--soft); }
.unseen, .skip:not(:focus) { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip:focus { display: inline-block; padding: .5rem 1rem; }
.title { margin-bottom: 1rem; }
.title p { margin: .15rem 0 0; }

.opening { display: grid; grid-template-columns: minmax(15rem, 1fr) 2fr; gap: 1rem; }
.index, .costly { background: var(--box); border-radius: .5rem; padding: 1rem 1.25rem; }
.opening h2 { font-size: 1.05rem; margin-bottom: .4rem; }
.index .figure { font-size: 3.6rem; line-height: 1; font-weight: 700; color: var(--now); margin: 0; }
.index .verdict { font-size: 1.3rem; font-weight: 600; margin: .25rem 0 .6rem; }
.bands { list-style: none; padding: 0; margin: 0; font-size: .85rem; color: var(--soft); }
.bands li { display: flex; justify-content: space-between; padding: .05rem .4rem; border-left: .25rem solid transparent; }
.bands .ours { color: var(--text); font-weight: 600; border-left-color: var(--now); }
.bands span { white-space: nowrap; }
.bands span::before { content: "mulai "; }
.costly ol { padding-left: 1.3rem; margin: 0; }
.costly li { margin-bottom: .55rem; }
.costly p { margin: 0; }
.lost { color: var(--lost); font-weight: 600; }
.situation { margin-top: 1rem; }
.caution { background: var(--caution); border-left: .25rem solid var(--caution-edge); padding: .4rem .75rem; }
nav ul { display: flex; flex-wrap: wrap; gap: .3rem 1.1rem; list-style: none; padding: 0; margin: 1rem 0 0; }
.decisions li { margin-bottom: .5rem; }

.charts, .aspects { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr)); gap: 1rem 2rem; align-items: start; }
figure { margin: 0 0 1rem; min-width: 0; }
figcaption, caption { font-weight: 600; text-align: left; margin-bottom: .4rem; }
.drawing { display: block; max-width: 100%; height: auto; }
summary { cursor: pointer; padding: .2rem 0; }
.figures { font-size: .9rem; margin-top: .35rem; }

.scroll { overflow-x: auto; margin-bottom: .75rem; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; }
caption { padding-bottom: .3rem; }
th, td { text-align: left; vertical-align: top; padding: .3rem .5rem; border-bottom: 1px solid var(--grid); font-weight: 400; overflow-wrap: break-word; }
thead th { font-weight: 600; vertical-align: bottom; background: var(--box); }
.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.domain { font-weight: 600; }
.aspect { display: block; padding-left: 1rem; }
.place { overflow-wrap: anywhere; color: var(--soft); }
th button { font: inherit; font-weight: 600; color: inherit; background: none; border: 0; padding: 0; text-align: inherit; cursor: pointer; }
th button:disabled { cursor: auto; }
th button:enabled { text-decoration: underline dotted; text-underline-offset: .2em; }
[aria-sort="ascending"] button::after { content: " \\25b2" / ""; }
[aria-sort="descending"] button::after { content: " \\25bc" / ""; }
.level { display: inline-block; min-width: 2rem; padding: 0 .4rem; border-radius: .2rem; text-align: center; color: #17202b; background: #e3e7ec; }
.s0 { background: #17202b; color: #fff; border: 1px solid #b3bfcb; }
.s1 { background: #f3b3a6; } .s2 { background: #fad7a5; } .s3 { background: #f5efb5; } .s4 { background: #c9e6cd; } .s5 { background: #8fd0ab; }
.filter { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: end; margin-bottom: .75rem; }
.filter[hidden] { display: none; }
.filter p { margin: 0; min-width: 0; max-width: 100%; }
.filter label { display: block; font-size: .9rem; }
.filter input, .filter select { font: inherit; color: inherit; background: var(--page); border: 1px solid var(--soft); border-radius: .25rem; padding: .3rem .5rem; width: 20rem; max-width: 100%; }

.aspect-card { background: var(--box); border-radius: .5rem; padding: .75rem 1rem; }
.aspect-card ul { padding-left: 1.1rem; }
.indicator { border-bottom: 1px solid var(--grid); }
.indicator summary { padding: .45rem 0; }
.indicator h3 { display: inline; }
.indicator summary:hover h3 { text-decoration: underline; }
.indicator-body { padding: .25rem 0 1rem 1.1rem; }
dl { margin: 0; }
dl > div { display: grid; grid-template-columns: 12rem 1fr; gap: 0 1rem; padding: .3rem 0; }
dt { font-weight: 600; }
dd { margin: 0; min-width: 0; overflow-wrap: anywhere; }
.documents li { margin-bottom: .5rem; }
.documents p { margin: 0; }
.status { font-size: .85rem; border: 1px solid currentcolor; border-radius: .25rem; padding: 0 .35rem; white-space: nowrap; }
.refused, .doubtful, .revise { color: var(--lost); }
footer { color: var(--soft); font-size: .9rem; border-top: 1px solid var(--grid); }

@media screen and (max-width: 44rem) {
  .opening { grid-template-columns: 1fr; }
  .index .figure { font-size: 2.6rem; display: inline-block; }
  .index .verdict { display: inline-block; margin: 0 0 .25rem .75rem; }
  .index .bands { display: none; }
  .canvas { overflow-x: auto; }
  [tabindex] > .drawing { min-width: 40rem; }
  dl > div { grid-template-columns: 1fr; }
}
@media screen and (min-width: 72rem) {
  .scroll:has(> .heat) { overflow: visible; }
    .heat td:not(.number) { min-width: 8rem; overflow-wrap: anywhere; }
  .heat thead th { position: sticky; top: 0; }
}

@page { size: A4; margin: 14mm 13mm; }
@media print {
  html { color-scheme: light; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  body { font-size: 9.5pt; line-height: 1.35; }
  main, footer { max-width: none; padding: 0; }
  .skip, nav, .filter, .figures { display: none; }
  h1 { font-size: 15pt; } h2 { font-size: 12.5pt; margin-bottom: 4pt; } h3 { font-size: 10.5pt; } h4 { font-size: 9.5pt; }
  h2, h3, h4, caption, figcaption, summary { break-after: avoid; }
  main > section { margin-top: 12pt; padding-top: 6pt; }
  .opening { grid-template-columns: 1fr 2fr; gap: 8pt; }
  .index, .costly, .aspect-card { padding: 6pt 9pt; }
  .index .figure { font-size: 34pt; }
  .charts, .aspects { grid-template-columns: 1fr 1fr; gap: 6pt 12pt; }
  figure, .aspect-card, tr, .documents li, dl > div { break-inside: avoid; }
  .scroll { overflow: visible; }
  table { font-size: 8.5pt; }
  .heat { font-size: 7.5pt; }
  tr[hidden] { display: table-row; }
  thead { display: table-header-group; }
  th, td { padding: 2pt 3pt; overflow-wrap: anywhere; }
  thead th { overflow-wrap: normal; }
  /* Chromium leaves a button out of a header that is repeated on the next page. */
  th button { display: contents; }
  [aria-sort] button::after { content: none; }
  .level { min-width: 0; padding: 0 3pt; }
  a { color: inherit; text-decoration: none; }
  .indicator summary { list-style: none; padding: 3pt 0 1pt; }
  .indicator-body { padding: 0 0 4pt 6pt; }
  dl > div { grid-template-columns: 100pt 1fr; padding: 1pt 0; }
  dd ul { margin-bottom: 0; padding-left: 12pt; }
  dd p { margin-bottom: 2pt; }
  .drawing { max-height: 235mm; }
  footer { margin-top: 10pt; padding-top: 4pt; font-size: 8pt; }
  .pimpinan main > section { margin-top: 6pt; padding-top: 4pt; }
  .pimpinan .situation { margin-top: 5pt; }
  .pimpinan p, .pimpinan li { margin-bottom: 2.5pt; }
  .pimpinan main { display: flex; flex-direction: column; max-height: 258mm; }
  .pimpinan figure { margin: 6pt 0 0; flex: 0 1 auto; min-height: 0; display: flex; flex-direction: column; overflow: hidden; }
  .pimpinan .canvas { flex: 1; min-height: 0; }
  .pimpinan .drawing { max-height: 100%; }
}
`;
