/**
 * The pipeline as a graph, for looking and for choosing. Arrow keys follow the edges, Enter opens,
 * the space bar chooses; the list beside it offers the same to those who cannot see it.
 */

import { elbowPath, neighbourhood, nodeByKey } from "../lib/graph-layout.js";
import { formatNumber } from "../lib/numbers.js";
import { statusTone } from "../lib/statuses.js";
import { html, memo, useEffect, useLayoutEffect, useMemo, useRef, useState } from "../ui.js";
import { IconButton } from "./button.js";
import { useGradually } from "./gradually.js";
import { layOut, NODE } from "./graph-layout.js";
import { SPRITE } from "./icon.js";
import { Loading } from "./loading.js";
import { StatusShape } from "./status.js";

/** @import { DisplayStatus } from "../api/types" */
/** @import { Point } from "../lib/graph-layout.js" */
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

/** Measured with 300 jobs: one that moves takes 70 ms of a processor in all, in several tasks. */
const MOST_NODES = 300;
/** A layout of so many is made sooner than a worker is started; that of 300 may take seconds. */
const LAID_OUT_HERE = 30;
const ZOOM = { least: 0.4, most: 1.6, step: 1.25, legible: 0.6 };
const NAME_LENGTH = 24;
const TEXT_LENGTH = 28;

/**
 * @typedef {{
 *   label: string, items: readonly GraphItem[], selected: string | null,
 *   onSelect: (id: string) => void, onOpen?: (id: string) => void, onToggle?: (id: string) => void
 * }} GraphProps With `onToggle` each node is a tick box
 *
 * @param {GraphProps} props Above 300 nodes only the neighbours of the selected one are drawn
 */
export function Graph({ items, selected, ...props }) {
  const many = items.length > MOST_NODES;
  const centre = selected ?? items[0]?.id;
  const shown = useMemo(
    () => (many ? neighbourhood(items, centre) : items),
    [items, many && centre],
  );
  const layout = useLayout(shown);
  if (!layout) return html`<${Loading} label="The graph is being drawn…" />`;
  return html`
    <div class="graph">
      ${many && html`<p class="graph__note">${formatNumber(items.length)} actions are too many to draw; here are the neighbours of <code>${centre}</code>.</p>`}
      <${Drawing} ...${props} items=${shown} selected=${selected} layout=${layout} />
    </div>
  `;
}

/** @param {GraphProps & { layout: Layout }} props */
function Drawing({ label, items, selected, layout, onSelect, onOpen, onToggle }) {
  const view = useView(layout, selected);
  const hands = useHands({ layout, onSelect, onOpen, onToggle });
  const drawn = useGradually(layout.nodes.length);
  const byId = new Map(items.map((item) => [item.id, item]));
  const focusable = byId.has(selected ?? "") ? selected : items[0]?.id;
  return html`
    <div class="graph__view" ref=${view.ref} ...${view.drag}>
      <svg class="graph__drawing" role="group" aria-label=${label} width=${layout.width * view.zoom} height=${layout.height * view.zoom}
        viewBox="0 0 ${layout.width} ${layout.height}" aria-busy=${drawn < layout.nodes.length ? "true" : undefined}>
        <${Edges} layout=${layout} byId=${byId} />
        ${layout.nodes.slice(0, drawn).map(({ id, x, y }) => {
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
      <${IconButton} icon="minus" label="Zoom out" onClick=${() => view.zoomTo(view.zoom / ZOOM.step)} />
      <${IconButton} icon="plus" label="Zoom in" onClick=${() => view.zoomTo(view.zoom * ZOOM.step)} />
      <${IconButton} icon="fit" label="Fit" onClick=${view.fit} />
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
 * Large graphs are laid out in a worker, so that the page answers meanwhile.
 *
 * @param {readonly GraphItem[]} items
 * @returns {Layout | null} null until it is there; the one before stays while the next is made
 */
function useLayout(items) {
  const [layout, setLayout] = useState(/** @type {Layout | null} */ (null));
  const shape = JSON.stringify(items.map(({ id, needs }) => ({ id, needs })));
  useEffect(() => {
    if (items.length > LAID_OUT_HERE) {
      const worker = new Worker(new URL("./graph-layout-worker.js", import.meta.url), {
        type: "module",
      });
      worker.onmessage = ({ data: made }) => setLayout(made);
      worker.postMessage(JSON.parse(shape));
      return () => worker.terminate();
    }
    let wanted = true;
    layOut(items).then((made) => wanted && setLayout(made));
    return () => {
      wanted = false;
    };
  }, [shape]);
  return layout;
}

/**
 * Zoom by buttons, pan by drag. At first all of it where that can be read, else a part in full size;
 * the selected node is brought into sight, and what is in the middle stays there as the zoom changes.
 *
 * @param {Layout} layout
 * @param {string | null} selected
 */
function useView(layout, selected) {
  const ref = useRef(/** @type {HTMLElement | null} */ (null));
  const [{ zoom, middle }, setLook] = useState({
    zoom: 1,
    middle: /** @type {Point | null} */ (null),
  });
  const drag = useRef(/** @type {{ x: number, y: number } | null} */ (null));
  const fitting = () => (ref.current ? Math.min(1, ref.current.clientWidth / layout.width) : 1);
  const zoomTo = (/** @type {number} */ wanted) => {
    const least = Math.min(ZOOM.least, fitting());
    setLook({
      zoom: Math.min(ZOOM.most, Math.max(least, wanted)),
      middle: ref.current && middleOf(ref.current, zoom),
    });
  };
  const chosen = layout.nodes.find(({ id }) => id === selected) ?? null;
  useLayoutEffect(() => {
    const all = fitting();
    setLook({ zoom: all < ZOOM.legible ? 1 : all, middle: chosen });
  }, [layout]);
  useLayoutEffect(() => {
    setLook((look) => {
      const isSeen = !ref.current || !chosen || isInSight(ref.current, chosen, look.zoom);
      return isSeen ? look : { zoom: look.zoom, middle: chosen };
    });
  }, [selected]);
  useLayoutEffect(() => {
    const { current: view } = ref;
    if (!view || !middle) return;
    view.scrollTo(middle.x * zoom - view.clientWidth / 2, middle.y * zoom - view.clientHeight / 2);
  }, [zoom, middle]);
  return {
    ref,
    zoom,
    zoomTo,
    fit: () => zoomTo(fitting()),
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
 * What is in the middle of a view, as a point of the drawing.
 *
 * @param {HTMLElement} view
 * @param {number} zoom
 */
function middleOf({ scrollLeft, scrollTop, clientWidth, clientHeight }, zoom) {
  return { x: (scrollLeft + clientWidth / 2) / zoom, y: (scrollTop + clientHeight / 2) / zoom };
}

/**
 * Whether the middle of a node is to be seen in a view.
 *
 * @param {HTMLElement} view
 * @param {Point} node
 * @param {number} zoom
 */
function isInSight(view, node, zoom) {
  const { x, y } = middleOf(view, zoom);
  return (
    Math.abs(node.x - x) * zoom < view.clientWidth / 2 &&
    Math.abs(node.y - y) * zoom < view.clientHeight / 2
  );
}

/** The looks of edges; those that stand out come last, so that no other covers them. */
const LOOKS = /** @type {const} */ (["faded", "plain", "critical", "chosen", "failed"]);

/**
 * The edges: one element for all that look the same, as hundreds cost the browser more to draw.
 *
 * @param {{ layout: Layout, byId: Map<string, GraphItem> }} props
 */
function Edges({ layout, byId }) {
  const edges = useMemo(() => layout.edges.map(drawnEdge), [layout]);
  const looks = edges.map(({ from, to }) => edgeLook(byId.get(from), byId.get(to)));
  return html`
    <g aria-hidden="true">
      ${LOOKS.map((look) => {
        const alike = edges.filter((_, i) => looks[i] === look);
        return html`
          <g key=${look} class="graph__edge graph__edge--${look}">
            <path class="graph__line" d=${alike.map(({ line }) => line).join("")} />
            <path class="graph__arrow" d=${alike.map(({ arrow }) => arrow).join("")} />
          </g>
        `;
      })}
    </g>
  `;
}

/** @param {PlacedEdge} edge */
function drawnEdge({ from, to, points }) {
  const end = points[points.length - 1];
  return { from, to, line: elbowPath(points), arrow: `M${end.x} ${end.y}l-7 -4v8z` };
}

/**
 * @param {GraphItem} [from]
 * @param {GraphItem} [to]
 * @returns {typeof LOOKS[number]}
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
