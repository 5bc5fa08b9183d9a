package io.github.bigidtestkit.internal.journal;

/** The style sheet of the page, without the characters that HTML and XML read differently. */
final class PageStyle {

  static final String CSS =
      """
      :root { color-scheme: light dark; --page: #ffffff; --text: #1f2328; --soft: #59636e; --line: #c4cbd3;
        --band: #f1f4f8; --call: #0550ae; --ok: #116329; --refused: #b3121e; --fault: #8a4b00; --none: #6b2fa8; }
      @media screen and (prefers-color-scheme: dark) {
        :root { --page: #0d1117; --text: #e6edf3; --soft: #9aa5b1; --line: #3d4650;
          --band: #1b222b; --call: #79b8ff; --ok: #56d364; --refused: #ff8a80; --fault: #ffb454; --none: #d2a8ff; }
      }
      body { margin: 0 auto; max-width: 900px; padding: 16px; background: var(--page); color: var(--text);
        font: 14px/1.45 system-ui, "Segoe UI", "Liberation Sans", Arial, sans-serif; }
      h1 { font-size: 22px; margin: 0 0 8px; overflow-wrap: anywhere; }
      h2 { font-size: 16px; margin: 24px 0 8px; }
      .counts { list-style: none; margin: 0 0 8px; padding: 0; display: flex; flex-wrap: wrap; gap: 8px; }
      .counts li { border: 2px solid; border-radius: 6px; padding: 2px 10px; font-weight: 600; }
      .counts .refused { border-style: dashed; }
      .counts .fault { border-style: double; border-width: 4px; padding: 0 8px; }
      .counts .none { border-style: dotted; }
      .ok { --ink: var(--ok); }
      .refused { --ink: var(--refused); --dash: 8 4; }
      .fault { --ink: var(--fault); --dash: 12 4 2 4; }
      .none { --ink: var(--none); --dash: 2 5; }
      .counts li, td.ending, tspan.ok, tspan.refused, tspan.fault, tspan.none, text.reason { color: var(--ink); fill: var(--ink); }
      .note { color: var(--soft); margin: 0 0 8px; }
      svg { display: block; max-width: 100%; height: auto; margin: 0 auto 12px; break-inside: avoid; }
      svg text { font-size: 13px; fill: var(--text); white-space: pre; }
      svg .call, svg .name, svg .time { font-family: ui-monospace, "Liberation Mono", Menlo, Consolas, monospace; font-size: 12px; }
      svg .ending { font-size: 14px; }
      svg .name, svg .method, svg .ending, svg .span { font-weight: 700; }
      svg .method { fill: var(--call); }
      svg .soft, svg .time { fill: var(--soft); font-weight: 400; }
      svg .time { font-size: 11px; }
      svg .head { fill: var(--band); stroke: var(--soft); rx: 4px; }
      svg .life { stroke: var(--line); stroke-width: 2; }
      svg .gap { stroke-dasharray: 2 6; }
      svg .flight { fill: var(--soft); }
      svg .pause { fill: var(--band); stroke: var(--line); }
      svg .arrow { stroke: var(--ink, var(--call)); stroke-width: 2; stroke-dasharray: var(--dash, none); fill: none; }
      svg .tip { fill: var(--ink, var(--call)); }
      svg path.arrow { stroke-dasharray: none; }
      .scroll { overflow-x: auto; }
      table { border-collapse: collapse; table-layout: fixed; width: 100%; min-width: 720px; font-size: 12px; }
      th:nth-child(1) { width: 5%; } th:nth-child(2) { width: 11%; } th:nth-child(3) { width: 9%; } th:nth-child(4) { width: 18%; }
      th:nth-child(5) { width: 10%; } th:nth-child(6) { width: 18%; } th:nth-child(7) { width: 20%; } th:nth-child(8) { width: 9%; }
      caption { text-align: left; color: var(--soft); padding: 0 0 6px; }
      th, td { border: 1px solid var(--line); padding: 3px 6px; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
      thead th { background: var(--band); overflow-wrap: normal; }
      td.ending { font-weight: 600; }
      td.took { white-space: nowrap; }
      tr { break-inside: avoid; }
      @media print { body { max-width: none; padding: 0; } .scroll { overflow: visible; } table { min-width: 0; }
        * { print-color-adjust: exact; -webkit-print-color-adjust: exact; } h2 { break-after: avoid; } }
      """;

  private PageStyle() {}
}
