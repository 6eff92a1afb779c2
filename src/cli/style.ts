/**
 * The style of the HTML view. The six hues are those of Okabe and Ito, which people with any colour vision tell apart;
 * the line below a name differs by type too, so that no meaning hangs on colour alone.
 */
export const STYLE = `:root{color-scheme:light dark;--paper:#fff;--ink:#1b1b1b;--dim:#666;--line:#ddd;--accent:#0072b2;--lit:#ffe680;--on-lit:#111;--tint:22%}
@media (prefers-color-scheme:dark){:root{--paper:#16181b;--ink:#e6e6e6;--dim:#9a9a9a;--line:#333;--accent:#56b4e9;--lit:#6b5900;--on-lit:#fff;--tint:35%}}
*{box-sizing:border-box}
body{margin:0;display:grid;grid-template-columns:minmax(0,3fr) minmax(18rem,2fr);height:100vh;background:var(--paper);color:var(--ink);font:17px/1.6 Georgia,serif}
main,aside{overflow:auto;padding:2rem}
main>*{max-width:42rem;margin-inline:auto}
aside{border-left:1px solid var(--line);font:14px/1.45 system-ui,sans-serif}
h1{font-size:1.7rem;line-height:1.2;margin:0 auto .4rem}
h2{font-size:1rem;margin:1.2rem 0 .3rem}h3{font-size:.85rem;color:var(--dim);margin:.9rem 0 .2rem}
.about,small,.credit{color:var(--dim)}.about{margin:0;font:14px system-ui,sans-serif}
p{white-space:pre-wrap}.headline{font-weight:bold}
ul{list-style:none;margin:0;padding:0}li{border-radius:4px}
li a{display:block;padding:.2rem .4rem}li a:hover,li a:focus-visible{background:color-mix(in srgb,var(--accent) 14%,transparent)}
li a>small{display:block}
.plain li{padding:.2rem .4rem}
a{color:inherit;text-decoration:none}
i[id]{scroll-margin:40vh}
em{font-style:normal;font-size:.85em;border:1px solid var(--dim);border-radius:3px;padding:0 .3em;white-space:nowrap}
.person{--hue:#0072b2;border-bottom:2px solid var(--hue)}
.organization{--hue:#e69f00;border-bottom:3px double var(--hue)}
.place{--hue:#009e73;border-bottom:2px dashed var(--hue)}
.product{--hue:#cc79a7;border-bottom:2px dotted var(--hue)}
.event{--hue:#d55e00;border-bottom:3px dotted var(--hue)}
.group{--hue:#56b4e9;border-bottom:1px solid var(--hue)}
.name{background:color-mix(in srgb,var(--hue) var(--tint),transparent);border-radius:2px}
.value{border-bottom:1px dotted currentColor;font-variant-numeric:tabular-nums}
@media (max-width:50rem){body{display:block;height:auto}aside{border-left:0;border-top:1px solid var(--line)}}
@media print{body{display:block;height:auto}}`
