export const styles = `
:root {
  --surface: #ffffff; --ground: #f2f3f6; --text: #1b1d24; --muted: #545a68; --line: #c9cdd7;
  --accent: #2a3eb1; --on-accent: #ffffff; --good: #17663a; --bad: #a3211b; --notice: #fff3cf; --on-notice: #4f3a00;
}
@media (prefers-color-scheme: dark) {
  :root {
    --surface: #1d1f27; --ground: #13141a; --text: #eceef4; --muted: #a9afbd; --line: #414656;
    --accent: #a9b7ff; --on-accent: #10163f; --good: #7fd6a2; --bad: #ff9d95; --notice: #3a2f0c; --on-notice: #ffe49a;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text); font: 15px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
.notice { display: flex; flex-wrap: wrap; gap: 4px 24px; justify-content: space-between; padding: 8px 16px; background: var(--notice); color: var(--on-notice); font-size: 14px; }
.notice p { margin: 0; }
.notice a { color: inherit; margin-right: 12px; display: inline-block; min-height: 24px; }
main { max-width: 720px; margin: 0 auto; padding: 16px; }
main.wide { max-width: 1100px; }
h1 { font-size: 24px; line-height: 1.25; margin: 16px 0; }
h2 { font-size: 17px; margin: 0 0 8px; }
section, form.card, .card { background: var(--surface); border: 1px solid var(--line); border-radius: 10px; padding: 16px; margin: 0 0 16px; }
section form { margin: 0 0 12px; }
fieldset { border: 0; padding: 0; margin: 0 0 16px; min-width: 0; }
legend { font-weight: 600; padding: 0; margin-bottom: 8px; }
.field { margin-bottom: 12px; }
.field label { display: block; font-weight: 600; margin-bottom: 4px; }
input[type=text], select, textarea { width: 100%; min-height: 44px; padding: 8px 12px; border: 1px solid var(--muted); border-radius: 8px; background: var(--surface); color: var(--text); font: inherit; }
.choice { display: grid; grid-template-columns: 24px 1fr; gap: 0 12px; padding: 8px 0; border-top: 1px solid var(--line); align-items: center; }
.choice input { width: 22px; height: 22px; margin: 0; accent-color: var(--accent); }
.choice label { padding: 6px 0; cursor: pointer; }
.choice p { grid-column: 2; margin: 0; }
.row { display: flex; flex-wrap: wrap; gap: 8px; align-items: end; }
.row > .field { flex: 1 1 180px; margin: 0; }
button, .button { min-height: 44px; padding: 8px 16px; border-radius: 8px; border: 1px solid var(--muted); background: transparent; color: var(--text); font: inherit; font-weight: 600; cursor: pointer; text-decoration: none; display: inline-block; }
button.primary { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
button.small { min-height: 32px; padding: 2px 10px; font-weight: 500; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
a { color: var(--accent); }
.jump { display: inline-block; min-height: 24px; margin-right: 12px; }
.muted, small { color: var(--muted); font-size: 13px; font-weight: 400; }
.good { color: var(--good); font-weight: 600; } .bad { color: var(--bad); font-weight: 600; }
summary { cursor: pointer; padding: 8px 0; font-weight: 600; }
ol.log, ul.plain { list-style: none; margin: 0; padding: 0; }
ol.log > li, ul.plain > li { border-top: 1px solid var(--line); padding: 8px 0; }
ol.log > li:first-child, ul.plain > li:first-child { border-top: 0; }
ol.attempts { margin: 4px 0 0; padding-left: 20px; color: var(--muted); font-size: 13px; }
code { font-family: ui-monospace, monospace; font-size: 13px; }
pre { overflow: auto; max-height: 240px; font-size: 12px; white-space: pre-wrap; }
`;
