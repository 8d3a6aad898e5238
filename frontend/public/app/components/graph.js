/**
 * The pipeline as a graph, for looking and for choosing. Arrow keys follow the edges, Enter opens,
 * the space bar chooses; the list beside it offers the same to those who cannot see it.
 */

import { elbowPath, neighbourhood, nodeByKey } from "../lib/graph-layout.js";
import { formatNumber } from "../lib/numbers.js";
import { statusTone } from "../lib/statuses.js";
import { html, memo, useEffect, useMemo, useRef, useState } from "../ui.js";
import { IconButton } from "./button.js";
import { layOut, NODE } from "./graph-layout.js";
import { SPRITE } from "./icon.js";
import { Loading } from "./loading.js";
import { StatusShape } from "./status.js";

/** @import { DisplayStatus } from "../api/types" */
/** @import { Layout, PlacedEdge } from "./graph-layout.js" */

/**
 * @typedef {"chosen" | "needed" | "reused" | "active" | "not_part"} Part of an action in a request
 *
 * @typedef {object} GraphItem
 * @property {string} id name of the action
 * @property {readonly string[]} needs
 * @property {string} text the line under the name
 * @property {DisplayStatus} [status] for looking
 * @property {boolean} [critical] whether it decides when all of it ends
 * @property {Part} [part] for choosing
 */

const MOST_NODES = 150;
const ZOOM = { least: 0.4, most: 1.6, step: 1.25, first: 0.6 };
const NAME_LENGTH = 24;
const TEXT_LENGTH = 28;

/**
 * @param {{
 *   label: string, items: readonly GraphItem[], selected: string | null,
 *   onSelect: (id: string) => void, onOpen?: (id: string) => void, onToggle?: (id: string) => void
 * }} props With `onToggle` each node is a tick box. Above 150 nodes only the neighbours of the
 *   selected one are drawn
 */
export function Graph({ label, items, selected, onSelect, onOpen, onToggle }) {
  const many = items.length > MOST_NODES;
  const centre = selected ?? items[0]?.id;
  const shown = useMemo(
    () => (many ? neighbourhood(items, centre) : items),
    [items, many && centre],
  );
  const layout = useLayout(shown);
  const view = useView(layout);
  const hands = useHands({ layout, onSelect, onOpen, onToggle });
  if (!layout) return html`<${Loading} label="The graph is being drawn…" />`;

  const byId = new Map(shown.map((item) => [item.id, item]));
  const focusable = byId.has(selected ?? "") ? selected : shown[0]?.id;
  return html`
    <div class="graph">
      ${many && html`<p class="graph__note">${formatNumber(items.length)} actions are too many to draw; here are the neighbours of <code>${centre}</code>.</p>`}
      <div class="graph__view" ref=${view.ref} ...${view.drag}>
        <svg class="graph__drawing" role="group" aria-label=${label} width=${layout.width * view.zoom} height=${layout.height * view.zoom}
          viewBox="0 0 ${layout.width} ${layout.height}">
          <g aria-hidden="true">
            ${inFront(layout.edges, byId).map((edge) => html`<${EdgeLine} key="${edge.from}→${edge.to}" points=${edge.points} look=${edge.look} />`)}
          </g>
          ${layout.nodes.map(({ id, x, y }) => {
            const item = byId.get(id);
            return (
              item &&
              html`<${Node} key=${id} item=${item} x=${x - NODE.width / 2} y=${y - NODE.height / 2} selected=${id === selected}
                focusable=${id === focusable} choosing=${Boolean(onToggle)} ...${hands} />`
            );
          })}
        </svg>
      </div>
      <div class="graph__tools">
        <${IconButton} icon="minus" label="Zoom out" onClick=${() => view.setZoom(view.zoom / ZOOM.step)} />
        <${IconButton} icon="plus" label="Zoom in" onClick=${() => view.setZoom(view.zoom * ZOOM.step)} />
        <${IconButton} icon="fit" label="Fit" onClick=${view.fit} />
      </div>
    </div>
  `;
}

/**
 * What a node calls: the same functions for as long as the graph is shown, so that a node is drawn
 * again for its own sake only.
 *
 * @param {{
 *   layout: Layout | null, onSelect: (id: string) => void, onOpen?: (id: string) => void,
 *   onToggle?: (id: string) => void
 * }} graph
 */
function useHands(graph) {
  const latest = useRef(graph);
  latest.current = graph;
  return useMemo(
    () => ({
      onPick: (/** @type {string} */ id) => {
        latest.current.onSelect(id);
        latest.current.onToggle?.(id);
      },
      onKey: (/** @type {KeyboardEvent} */ event, /** @type {string} */ id) => {
        const { layout, onSelect, onOpen, onToggle } = latest.current;
        if (layout) handleKey(event, { id, layout, onSelect, onOpen, act: onToggle ?? onSelect });
      },
    }),
    [],
  );
}

/**
 * @param {KeyboardEvent} event
 * @param {{
 *   id: string, layout: Layout, onSelect: (id: string) => void, onOpen?: (id: string) => void,
 *   act: (id: string) => void
 * }} node
 */
function handleKey(event, { id, layout, onSelect, onOpen, act }) {
  const next = nodeByKey(layout.nodes, layout.edges, id, event.key);
  if (next) {
    onSelect(next);
    const drawing = /** @type {Element} */ (event.currentTarget).parentElement;
    const target = drawing?.querySelector(`[data-node="${CSS.escape(next)}"]`);
    if (target instanceof SVGElement) target.focus();
  } else if (event.key === "Enter" && onOpen) onOpen(id);
  else if (event.key === "Enter" || event.key === " ") act(id);
  else if (!event.key.startsWith("Arrow")) return;
  event.preventDefault();
}

/**
 * @param {readonly GraphItem[]} items
 * @returns {Layout | null} null until it is there; the one before stays while the next is made
 */
function useLayout(items) {
  const [layout, setLayout] = useState(/** @type {Layout | null} */ (null));
  const shape = JSON.stringify(items.map(({ id, needs }) => [id, needs]));
  useEffect(() => {
    let wanted = true;
    layOut(items).then((made) => wanted && setLayout(made));
    return () => {
      wanted = false;
    };
  }, [shape]);
  return layout;
}

/**
 * Zoom by buttons, pan by drag. At first as large as fits, but never too small to read.
 *
 * @param {Layout | null} layout
 */
function useView(layout) {
  const ref = useRef(/** @type {HTMLElement | null} */ (null));
  const [zoom, setZoom] = useState(1);
  const drag = useRef(/** @type {{ x: number, y: number } | null} */ (null));
  const limit = (/** @type {number} */ value) => Math.min(ZOOM.most, Math.max(ZOOM.least, value));
  const fitting = () => (ref.current && layout ? ref.current.clientWidth / layout.width : 1);
  useEffect(() => setZoom(Math.min(1, Math.max(ZOOM.first, fitting()))), [layout]);
  return {
    ref,
    zoom,
    setZoom: (/** @type {number} */ value) => setZoom(limit(value)),
    fit: () => setZoom(Math.min(1, limit(fitting()))),
    drag: {
      onPointerDown: (/** @type {PointerEvent} */ event) => {
        if (event.pointerType === "mouse") drag.current = { x: event.clientX, y: event.clientY };
      },
      onPointerMove: (/** @type {PointerEvent} */ event) => {
        if (!drag.current || !ref.current) return;
        ref.current.scrollBy(drag.current.x - event.clientX, drag.current.y - event.clientY);
        drag.current = { x: event.clientX, y: event.clientY };
      },
      onPointerUp: () => {
        drag.current = null;
      },
      onPointerLeave: () => {
        drag.current = null;
      },
    },
  };
}

/**
 * The edges with their looks; those that stand out come last, so that no other covers them.
 *
 * @param {readonly PlacedEdge[]} edges
 * @param {Map<string, GraphItem>} byId
 */
function inFront(edges, byId) {
  const drawn = edges.map((edge) => ({
    ...edge,
    look: edgeLook(byId.get(edge.from), byId.get(edge.to)),
  }));
  const rank = { faded: 0, plain: 1, critical: 2, chosen: 3, failed: 4 };
  return drawn.sort((a, b) => rank[a.look] - rank[b.look]);
}

/**
 * @param {GraphItem} [from]
 * @param {GraphItem} [to]
 * @returns {"plain" | "failed" | "chosen" | "faded" | "critical"}
 */
function edgeLook(from, to) {
  if (to?.part) {
    const runs = (/** @type {Part | undefined} */ part) => part === "chosen" || part === "needed";
    if (runs(from?.part) && runs(to.part)) return "chosen";
    return to.part === "not_part" ? "faded" : "plain";
  }
  const broken = from?.status === "failed" || from?.status === "not_run";
  if (broken && to?.status === "not_run") return "failed";
  return from?.critical && to?.critical ? "critical" : "plain";
}

const EdgeLine = memo(
  /** @param {{ points: PlacedEdge["points"], look: string }} props */
  ({ points, look }) => {
    const end = points.at(-1);
    if (!end) return null;
    return html`
    <g class="graph__edge graph__edge--${look}">
      <path class="graph__line" d=${elbowPath(points)} />
      <path class="graph__arrow" d="M${end.x} ${end.y}l-7 -4v8z" />
    </g>
  `;
  },
);

const Node = memo(GraphNode);

/**
 * @param {{
 *   item: GraphItem, x: number, y: number, selected: boolean, focusable: boolean, choosing: boolean,
 *   onPick: (id: string) => void, onKey: (event: KeyboardEvent, id: string) => void
 * }} props
 */
function GraphNode({ item, x, y, selected, focusable, choosing, onPick, onKey }) {
  const { id, text, status, part } = item;
  const look = part
    ? `graph__node--${part}`
    : `graph__node--${status} tone--${statusTone(status ?? "unknown")}`;
  const role = choosing
    ? { role: "checkbox", "aria-checked": part === "chosen" ? "true" : "false" }
    : { role: "button", "aria-pressed": selected ? "true" : "false" };
  return html`
    <g class="graph__node ${look} ${selected ? "graph__node--selected" : ""}" transform="translate(${x} ${y})" data-node=${id}
      ...${role} aria-label="${id}, ${text}" tabindex=${focusable ? 0 : -1} onClick=${() => onPick(id)} onKeyDown=${(/** @type {KeyboardEvent} */ event) => onKey(event, id)}>
      <title>${id}</title>
      <rect class="graph__ring" x="-4" y="-4" width=${NODE.width + 8} height=${NODE.height + 8} rx="7" />
      <rect class="graph__box" width=${NODE.width} height=${NODE.height} rx="4" />
      ${!part && html`<path class="graph__edge-start" d="M4 0H5V48H4A4 4 0 0 1 0 44V4A4 4 0 0 1 4 0Z" />`}
      <${NodeShape} status=${status} part=${part} />
      <text class="graph__name" x="38" y="20">${cut(id, NAME_LENGTH)}</text>
      <text class="graph__text" x="38" y="37">${cut(text, TEXT_LENGTH)}</text>
    </g>
  `;
}

/** @param {{ status?: DisplayStatus, part?: Part }} props */
function NodeShape({ status, part }) {
  if (!part)
    return html`<svg x="14" y="16" width="16" height="16"><${StatusShape} status=${status ?? "unknown"} /></svg>`;
  const symbol = part === "active" ? "waiting" : part;
  return html`<use class="graph__part" href="${SPRITE}#${symbol}" x="14" y="16" width="16" height="16" />`;
}

/**
 * The title of the node and what is shown of the selected one have the whole text.
 *
 * @param {string} text
 * @param {number} length
 */
function cut(text, length) {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}
