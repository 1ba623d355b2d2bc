package dev.parable.output;

/** The report's style sheet: one accent, one serif for stories, light and dark. */
final class ReportStyle {

    static final String CSS = """
            :root {
              color-scheme: light dark;
              --paper: #fbfaf7; --ink: #1c1e20; --soft: #62666a; --line: #e3e0d8; --wash: #f2f0ea;
              --accent: #22695f; --on-accent: #ffffff; --mid: #1c1e20; --accent-text: #1c5a52;
            }
            @media (prefers-color-scheme: dark) {
              :root {
                --paper: #141618; --ink: #e7e5df; --soft: #a0a3a6; --line: #2d3033; --wash: #1c1f21;
                --accent: #6fc0b3; --on-accent: #0d1917; --mid: #0d1917; --accent-text: #86cfc3;
              }
            }
            * { box-sizing: border-box; }
            html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
            body {
              margin: 0 auto; max-width: 60rem; padding: 4rem 1.5rem 6rem;
              background: var(--paper); color: var(--ink);
              font: 1rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif;
              font-variant-numeric: tabular-nums; overflow-wrap: break-word;
            }
            header { margin-bottom: 4rem; }
            .kind { margin: 0; color: var(--accent-text); font-size: .875rem; font-weight: 600; }
            h1 { margin: .25rem 0 1rem; font-size: 2.25rem; line-height: 1.15; font-weight: 650; letter-spacing: -.015em; }
            .lead { max-width: 42rem; margin: 0; font-size: 1.125rem; color: var(--soft); }
            .lead strong { color: var(--ink); font-weight: 600; }
            .stats {
              display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: 1.5rem 2rem;
              margin: 2.5rem 0 0; padding: 1.5rem 0; border-block: 1px solid var(--line);
            }
            .stats div { display: flex; flex-direction: column-reverse; justify-content: flex-end; }
            .stats dt { color: var(--soft); font-size: .875rem; }
            .stats dd { margin: 0; font-size: 1.5rem; font-weight: 600; line-height: 1.3; letter-spacing: -.01em; }
            nav { margin-top: 1.5rem; font-size: .9375rem; }
            nav a { display: inline-block; padding: .25rem 0; margin-right: 1.25rem; }
            a { color: var(--accent-text); text-underline-offset: .2em; text-decoration-thickness: 1px; }
            section { margin-top: 4.5rem; }
            h2 { margin: 0 0 .5rem; font-size: 1.375rem; font-weight: 650; letter-spacing: -.01em; }
            h3 { margin: 2.5rem 0 .25rem; font-size: 1rem; font-weight: 600; }
            p.note { max-width: 42rem; margin: 0 0 1.25rem; color: var(--soft); }
            figure { margin: 1.5rem 0 2.5rem; }
            figcaption, caption { color: var(--soft); font-size: .875rem; text-align: left; }
            figcaption { margin-top: .5rem; max-width: 42rem; }
            caption { padding-bottom: .375rem; }
            .scroll { overflow-x: auto; -webkit-overflow-scrolling: touch; }
            .scroll:focus-visible, summary:focus-visible, a:focus-visible {
              outline: 2px solid var(--accent); outline-offset: 3px; border-radius: 2px;
            }
            svg { display: block; width: 100%; height: auto; font: inherit; }
            svg text { fill: var(--ink); font-size: 13px; }
            svg .soft { fill: var(--soft); font-size: 12px; }
            svg .mark { fill: var(--accent); }
            svg .lost { fill: var(--accent); opacity: .2; }
            svg .whisker { stroke: var(--ink); stroke-width: 1.5; }
            svg .limit { stroke: var(--ink); stroke-width: 1.5; stroke-dasharray: 2 2; }
            svg .axis { stroke: var(--line); stroke-width: 1; }
            svg .on { fill: var(--on-accent); }
            svg .mid { fill: var(--mid); }
            svg .none { fill: var(--soft); opacity: .75; }
            svg .cell { fill: var(--accent); }
            svg .empty { fill: none; stroke: var(--line); }
            table { border-collapse: collapse; font-size: .9375rem; }
            th, td { padding: .5rem 2.25rem .5rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
            th:last-child, td:last-child { padding-right: 0; }
            thead th { color: var(--soft); font-size: .875rem; font-weight: 500; vertical-align: bottom; }
            tbody th { font-weight: 500; }
            .n { text-align: right; white-space: nowrap; }
            td:last-child:not(.n) { min-width: 14rem; }
            .bar { display: inline-block; width: 9rem; height: .5rem; margin-right: .75rem; background: var(--wash); border-radius: 1px; position: relative; }
            .bar::before { content: ""; position: absolute; inset: 0 auto 0 0; width: var(--v); background: var(--accent); border-radius: 1px; }
            .of { display: inline-block; min-width: 3.5rem; }
            .columns table { width: 100%; }
            .columns th, .columns td { padding-right: 1rem; }
            .columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr)); gap: 2rem 3rem; }
            .columns h3 { margin-top: 1rem; }
            details { border-bottom: 1px solid var(--line); }
            summary { padding: .875rem 0; cursor: pointer; }
            summary .id { font-weight: 600; }
            summary .first { display: block; color: var(--soft); font-size: .9375rem; }
            details[open] summary .first { display: none; }
            .plan { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; margin: 0 0 1.5rem; font-size: .875rem; }
            .plan div { display: flex; gap: .4rem; }
            .plan dt { color: var(--soft); }
            .plan dd { margin: 0; }
            .story { max-width: 36rem; margin: 0 auto 3rem; font: 1.125rem/1.65 "Iowan Old Style", "Palatino Linotype", Palatino, Charter, Georgia, serif; }
            .story p { margin: 0 0 1em; white-space: pre-line; }
            code { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: .875em; overflow-wrap: anywhere; }
            footer { margin-top: 5rem; padding-top: 1.5rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .875rem; }
            @media (max-width: 40rem) {
              body { padding: 2rem 1.125rem 4rem; }
              h1 { font-size: 1.75rem; }
              section { margin-top: 3.5rem; }
              th, td { padding-right: 1.25rem; }
              .bar { width: 4rem; }
            }
            @media print { body { max-width: none; padding: 0; } nav { display: none; } }
            """;

    private ReportStyle() {}
}
