"""The one style sheet of the screens: what the theme cannot say.

Colour never stands alone: every state also has its own mark, its own word and its own line.
"""

from engine.export.palette import TONES

_TONES = "\n".join(
    f".cds-{name}{{--ink:{tone.ink};--ground:{tone.ground};--line:{tone.line}}}"
    for name, tone in TONES.items()
)

CSS = (
    _TONES
    + """
.stHtml ul.cds-list,.stHtml ul.cds-list ul{list-style:none;margin:0;padding:0}
.cds-list ul{margin-left:.7rem!important;padding-left:.85rem!important;
  border-left:1px solid #CBD3DC}
.cds-list li{display:block;padding:.2rem 0;line-height:1.5}
.cds-row{display:grid;grid-template-columns:1.35rem 1fr;column-gap:.35rem;align-items:baseline}
.cds-mark{color:var(--ink);font-weight:700;text-align:center}
.cds-badge{display:inline-block;color:var(--ink);background:var(--ground);font-weight:600;
  border:1px var(--line) var(--ink);border-radius:.4rem;padding:.05rem .55rem;white-space:nowrap;
  line-height:1.6}
.cds-double{border-width:3px}
.cds-small{font-size:.875rem}
.cds-muted{color:#4A5568}
.cds-id{font-weight:600;white-space:nowrap}
.cds-lead{font-size:1.125rem;line-height:1.5;margin:.5rem 0 0}
.cds-text{margin:.25rem 0;line-height:1.5}
.cds-note{border-left:4px var(--line) var(--ink);background:var(--ground);color:#0B1219;
  border-radius:.25rem;padding:.5rem .8rem;margin:.35rem 0;line-height:1.5}
.cds-h{font-size:1rem;font-weight:600;line-height:1.4;margin:.9rem 0 .15rem;padding:0}
.cds-h:first-child{margin-top:0}
.cds-title{font-size:1.125rem;font-weight:600;line-height:1.4;margin:0 0 .3rem;padding:0}
.cds-conditions{margin:0;white-space:pre-wrap;font:inherit;line-height:1.55;background:#F3F5F8;
  border-radius:.25rem;padding:.4rem .7rem}
.cds-card{border:1px solid #CBD3DC;border-radius:.5rem;padding:.9rem 1rem;margin:0}
.cds-chosen{border:2px solid #0B5CAD;padding:calc(.9rem - 1px) calc(1rem - 1px)}
.cds-block{padding:.55rem .8rem;border-left:3px solid #CBD3DC;margin:0}
.cds-block.cds-chosen{border:0;border-left:5px solid #0B5CAD;background:#E6F0FA;
  border-radius:0 .3rem .3rem 0}
.cds-scroll{overflow-x:auto;max-width:100%}
.cds-tall{max-height:44rem;overflow-y:auto}
.cds-tall thead th{position:sticky;top:0}
.stMainBlockContainer .stHeading h2{padding-bottom:.35rem}
.cds-hash{overflow-wrap:anywhere}
.stHtml .cds-items{margin:.2rem 0;padding-left:1.35rem}
.stHtml .cds-items li{margin:.2rem 0;line-height:1.5}
.cds-table{border-collapse:collapse;width:100%;font-size:.9375rem;line-height:1.45}
.cds-table th,.cds-table td{text-align:left;vertical-align:top;padding:.4rem .6rem;
  border-bottom:1px solid #DDE3EA}
.cds-table thead th{background:#F3F5F8;font-weight:600}
.cds-table tr.cds-here td,.cds-table tr.cds-here th{background:#E6F0FA}
.cds-table caption{text-align:left;color:#4A5568;padding:.2rem 0;caption-side:top}
.cds-legend{display:flex;flex-wrap:wrap;gap:.3rem .6rem;margin:0;padding:0!important;
  list-style:none}
.cds-key{font-size:.875rem}
.cds-off{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);
  white-space:nowrap}
.cds-banner{color:#5C4300;background:#FFF7E0;border-bottom:1px solid #E3C65B;
  padding:.45rem .8rem;font-weight:600;border-radius:.3rem;line-height:1.4}
.cds-banner span{font-weight:400}
.stElementContainer:has(.cds-banner){position:sticky;top:0;z-index:99;background:#FFF}
.stHtml details>summary{cursor:pointer;color:#0B5CAD;padding:.2rem 0}
.stHtml details>summary:focus-visible{outline:2px solid #0B5CAD;outline-offset:2px}
[class*="st-key-rules_of_"] button{min-height:1.75rem;padding:.1rem .3rem;text-align:left}
[class*="st-key-rules_of_"] button *{text-align:left;justify-content:flex-start}
.st-key-conclusion button *{white-space:normal;overflow:visible}
.st-key-conclusion button{height:auto}
.stPageLink a *{white-space:normal;overflow:visible}
@media (max-width:640px){.cds-wide{display:none!important}
  .cds-table{font-size:.875rem}
  .cds-table th,.cds-table td{padding:.3rem .35rem}
  .cds-stack,.cds-stack caption,.cds-stack tbody,.cds-stack tr,.cds-stack tbody th,.cds-stack td{
    display:block;width:auto;border:0}
  .cds-stack thead{position:absolute;clip-path:inset(50%);height:1px;overflow:hidden}
  .cds-stack tr{border-top:1px solid #D5DAE1;padding:.3rem 0}
  .cds-stack tbody th,.cds-stack td{padding:.1rem .35rem}
  .cds-stack td::before{content:attr(data-title) ": ";font-weight:600}
  .cds-badge{white-space:normal}}
@media print{
  header,nav,.stSidebar,.stTabs [role=tablist],.stButton,.stDownloadButton,.stPageLink,
  .stButtonGroup,.stSelectbox,.stMainMenu,.stAppToolbar,
  .st-key-into_rules,.stTextInput{display:none!important}
  .stElementContainer:has(.cds-banner){position:static}
  .stApp,.stMain,.stAppViewContainer{position:static!important;overflow:visible!important;
    height:auto!important}
  .cds-card,.cds-row,.cds-table tr{break-inside:avoid}
}
"""
)
