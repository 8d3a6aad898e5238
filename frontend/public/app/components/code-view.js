/** A file with line numbers; problems stand directly under their lines. */

import { lineParts, stretches } from "../lib/code-lines.js";
import { plural } from "../lib/text.js";
import { html, useMemo, useState } from "../ui.js";
import { Button } from "./button.js";
import { Icon } from "./icon.js";
import { Sheet } from "./sheet.js";

/** @import { PipelineProblem } from "../api/types" */
/** @import { Child } from "../ui" */

/**
 * @typedef {PipelineProblem & { warning: boolean }} Note
 *
 * @param {{
 *   source: string, title?: Child, note?: Child, tools?: Child,
 *   problems?: readonly PipelineProblem[], warnings?: readonly PipelineProblem[]
 * }} props Lines have the ids `L1`, `L2`, …, for links
 */
export function CodeView({
  source,
  title = "project.yaml",
  note,
  tools,
  problems = [],
  warnings = [],
}) {
  const lines = useMemo(() => source.replace(/\n$/, "").split("\n"), [source]);
  const notes = useMemo(() => notesByLine(problems, warnings), [problems, warnings]);
  const parts = useMemo(() => stretches(lines.length, [...notes.keys()]), [lines, notes]);
  return html`
    <${Sheet} class="code-view" title=${html`<code>${title}</code>`} note=${note ?? plural(lines.length, "line")}
      tools=${html`<${ProblemSteps} problems=${problems} /> ${tools}`}>
      <ol class="code-view__lines">
        ${parts.map(
          (part) =>
            html`<${Stretch} key="${part.from}-${part.to}" ...${part} lines=${lines} notes=${notes} />`,
        )}
      </ol>
    <//>
  `;
}

/**
 * @param {readonly PipelineProblem[]} problems
 * @param {readonly PipelineProblem[]} warnings
 * @returns {Map<number, Note[]>}
 */
function notesByLine(problems, warnings) {
  /** @type {Map<number, Note[]>} */
  const notes = new Map();
  const all = [
    ...problems.map((problem) => ({ ...problem, warning: false })),
    ...warnings.map((problem) => ({ ...problem, warning: true })),
  ];
  for (const note of all) notes.set(note.line, [...(notes.get(note.line) ?? []), note]);
  return notes;
}

/** @param {{ from: number, to: number, folded: boolean, lines: readonly string[], notes: Map<number, Note[]> }} props */
function Stretch({ from, to, folded, lines, notes }) {
  const [open, setOpen] = useState(!folded);
  if (!open) {
    return html`
      <li class="code-view__fold">
        <span class="code-view__number" aria-hidden="true">…</span>
        <button type="button" class="link-button" onClick=${() => setOpen(true)}>Show lines ${from} to ${to}</button>
      </li>
    `;
  }
  return lines
    .slice(from - 1, to)
    .map(
      (text, i) =>
        html`<${Line} key=${from + i} number=${from + i} text=${text} notes=${notes.get(from + i)} />`,
    );
}

/** @param {{ number: number, text: string, notes?: readonly Note[] }} props */
function Line({ number, text, notes = [] }) {
  const worst = notes.find((note) => !note.warning) ?? notes[0];
  const tone = !worst ? "" : worst.warning ? "tone--held" : "tone--failed";
  return html`
    <li class="code-view__line ${worst ? "code-view__line--noted" : ""} ${tone}" id="L${number}" tabindex="-1">
      <span class="code-view__number" aria-hidden="true">${number}</span>
      <code class="code-view__text">
        ${lineParts(text, worst).map(
          (part, i) =>
            html`<span key=${i} class="code-view__part code-view__part--${part.kind} ${part.marked ? "code-view__part--marked" : ""}">${part.text}</span>`,
        )}
      </code>
      ${notes.map((note, i) => html`<${Message} key=${i} note=${note} />`)}
    </li>
  `;
}

/** @param {{ note: Note }} props */
function Message({ note: { warning, line, message } }) {
  const end = message.search(/\.(\s|$)/) + 1;
  const what = warning || !end ? "" : message.slice(0, end);
  return html`
    <p class="code-view__message ${warning ? "tone--held" : "tone--failed"}">
      ${warning ? html`<${Icon} name="warning" /> <strong>Warning.</strong>` : html`<strong>Line ${line}. ${what}</strong>`} ${message.slice(what.length)}
    </p>
  `;
}

/** @param {{ problems: readonly PipelineProblem[] }} props */
function ProblemSteps({ problems }) {
  const [current, setCurrent] = useState(0);
  if (!problems.length) return null;
  const handleStep = (/** @type {number} */ step) => {
    const next = (current + step + problems.length) % problems.length;
    setCurrent(next);
    const line = document.getElementById(`L${problems[next].line}`);
    line?.scrollIntoView({ block: "center" });
    line?.focus({ preventScroll: true });
  };
  const shown = Math.min(current, problems.length - 1) + 1;
  return html`
    <span class="sheet__note" aria-live="polite">Problem ${shown} of ${problems.length}</span>
    <${Button} small disabled=${problems.length < 2} onClick=${() => handleStep(-1)}>Previous<//>
    <${Button} small disabled=${problems.length < 2} onClick=${() => handleStep(1)}>Next<//>
  `;
}
