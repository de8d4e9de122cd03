"""Which few rules of style go beyond what the theme can say?

Colours use `light-dark()`: Streamlit sets `color-scheme` on the page, so one sheet serves both themes.
"""

import streamlit as st

_SHEET = """
<style>
:root {
  --cpor-muted: light-dark(#566270, #A3AFBD);
  --cpor-ink: light-dark(#323D4A, #CBD4DE);
  --cpor-line: light-dark(#DDE3E9, #2B3542);
  --cpor-good: light-dark(#1C7453, #5CC79C);
  --cpor-bad: light-dark(#B8402A, #F08A70);
  --cpor-late: light-dark(#8A5300, #E8B45C);
  --cpor-late-ground: light-dark(#FDF3E1, #2E2618);
  --cpor-raised: light-dark(#FFFFFF, #1E2631);
  --cpor-focus: light-dark(#0B6B87, #58BFDC);
  --cpor-quiet: light-dark(#F4F6F8, #1A212B);
}
.stMainBlockContainer { padding: 4rem 2.5rem; max-width: 1400px; }
.js-plotly-plot text { fill: var(--cpor-ink) !important; }
.st-key-scope_bar [data-testid="stButtonGroup"] button { min-height: 2.42rem; }
[data-testid="stLayoutWrapper"]:has(> :is([class*="st-key-codes_in_url"], .st-key-history)) { display: none; }
a:focus-visible, [data-testid="stElementToolbar"] button:focus-visible { outline: 2px solid var(--cpor-focus) !important;
  outline-offset: 1px; }
[data-testid="stElementToolbar"] button[aria-label^="Download as CSV"],
[class*="_paged"] [data-testid="stElementToolbar"] button[aria-label^="Search"] { display: none; }
[data-testid="stSidebarNavItems"] > div { margin-top: 8px; }
[data-testid="stNavSectionHeader"] { margin: 4px 0 2px; }
[data-testid="stPageLink"] a { white-space: normal; height: auto; align-items: flex-start; }
[data-testid="stPageLink"] a * { white-space: normal; overflow: visible; line-height: 1.4; }
.stCheckbox label p, .stButton button, .stButton button p { white-space: normal; overflow: visible; text-align: left; }
[data-testid^="stBaseButton-primary"]:not(:disabled) * { color: light-dark(#FFFFFF, #08161B); }
[data-testid="stCaptionContainer"], [data-testid="stCaptionContainer"] p { color: var(--cpor-muted); opacity: 1; }
.stExpander summary, .stExpander summary * { opacity: 1; color: var(--cpor-muted) !important; }
.cpor-head h2 { font-size: 1.06rem; font-weight: 600; line-height: 1.35; margin: 0; padding: 2px 0; }
.cpor-head p { font-size: .86rem; line-height: 1.4; margin: 0; color: var(--cpor-muted); }
.cpor-head p.late { color: var(--cpor-late); font-weight: 600; }
.cpor-kpis { display: flex; flex-wrap: wrap; gap: 22px 0; padding: 4px 0 8px; }
.cpor-kpi { padding: 0 14px 0 16px; display: flex; flex-direction: column; min-width: 140px; box-sizing: border-box;
  flex: 1 1 calc(100% / var(--columns) - 2px); border-left: 1px solid var(--cpor-line); }
.cpor-kpi-label { position: relative; display: flex; gap: 6px; align-items: center; font-size: .86rem;
  color: var(--cpor-muted); min-height: 1.5rem; }
.cpor-kpi-label button { all: unset; cursor: help; border-bottom: 1px dotted currentColor; line-height: 1.3; }
.cpor-kpi-label button:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; border-radius: 2px; }
.cpor-mark { font-size: .72rem; padding: 0 5px; border: 1px solid var(--cpor-line); border-radius: 4px;
  line-height: 1.4; }
.cpor-tip { display: none; position: absolute; z-index: 20; top: calc(100% + 6px); left: -6px;
  width: max-content; max-width: min(290px, 78vw); padding: 10px 12px; border-radius: 8px; font-size: .84rem;
  line-height: 1.45; color: light-dark(#1B2430, #E4E9EF); background: var(--cpor-raised);
  border: 1px solid var(--cpor-line); box-shadow: 0 8px 24px rgb(0 0 0 / .16); }
.cpor-kpi-label button:hover ~ .cpor-tip, .cpor-kpi-label button:focus ~ .cpor-tip { display: block; }
.cpor-kpi-value { font-size: 1.72rem; font-weight: 650; letter-spacing: -.015em; line-height: 1.25;
  font-variant-numeric: tabular-nums; }
.cpor-kpi-of { font-size: .84rem; color: var(--cpor-muted); min-height: 1.3em; }
.cpor-kpi-delta { font-size: .84rem; color: var(--cpor-muted); min-height: 1.3em; }
.cpor-good { color: var(--cpor-good); font-weight: 600; } .cpor-bad { color: var(--cpor-bad); font-weight: 600; }
.cpor-even { font-weight: 600; }
.cpor-kpi-trend { margin-top: auto; padding-top: 8px; }
.cpor-kpi-trend img { width: 120px; height: 30px; display: block; }
.cpor-asof { font-size: .86rem; color: var(--cpor-muted); line-height: 1.5; margin: 0; }
.cpor-asof .late { color: var(--cpor-late); font-weight: 600; }
.cpor-facts { display: flex; flex-wrap: wrap; gap: 8px 28px; margin: 0; padding: 0 !important; }
.st-key-customer_head [data-testid="stCode"] pre { padding: 6px 40px 6px 10px; min-height: 0; }
.cpor-table { border-collapse: collapse; width: 100%; font-size: .9rem; line-height: 1.45; }
.cpor-table th, .cpor-table td { text-align: left; vertical-align: top; padding: 7px 14px 7px 0;
  border-bottom: 1px solid var(--cpor-line); }
.cpor-table thead th { color: var(--cpor-muted); font-weight: 500; font-size: .84rem; }
.cpor-table tbody th { font-weight: 600; min-width: 8.5rem; }
.cpor-facts div { min-width: 0; } .cpor-facts dt { font-size: .8rem; color: var(--cpor-muted); }
.cpor-facts dd { margin: 0; font-weight: 550; overflow-wrap: anywhere; }
.st-key-sample_banner { background: var(--cpor-late-ground); border-radius: 8px; padding: 8px 14px; }
@media (max-width: 640px) {
  .stMainBlockContainer { padding: 4rem 1rem 3rem; }
  .js-plotly-plot .heatmap-label { display: none; }
  .cpor-table thead { display: none; }
  .cpor-table tr { display: block; padding: 8px 0; border-bottom: 1px solid var(--cpor-line); }
  .cpor-table tbody th, .cpor-table td { display: block; border: 0; padding: 1px 0; }
  .cpor-table td:nth-child(n+3) { display: inline; padding-right: 12px; font-size: .84rem; }
  .cpor-table td:nth-child(n+3)::before { content: attr(data-label) ": "; color: var(--cpor-muted); }
  .stElementContainer:is(.st-key-heatmap, .st-key-month_heatmap, .st-key-cohorts) { overflow-x: auto; }
  .stElementContainer:is(.st-key-heatmap, .st-key-month_heatmap, .st-key-cohorts) > * { min-width: 640px; }
  .cpor-kpi { padding: 0 8px 0 12px; flex-basis: calc(50% - 1px); } .cpor-kpi-value { font-size: 1.45rem; }
}
@media print { .stSidebar, .st-key-scope_bar, .stExpander { display: none !important; } }
</style>
"""


def dress() -> None:
    """Put the sheet on the page; it takes no space."""
    st.html(_SHEET)
