/** Lays out a graph from left to right: layers by longest path, order inside them by medians. */

import { edgesOf } from "../lib/graph-layout.js";
import { loadDagre } from "../ui.js";

/** @import { Edge, GraphNode, Placed, Point } from "../lib/graph-layout.js" */

export const NODE = { width: 228, height: 48 };

const GAP = { layers: 52, nodes: 12, margin: 24 };

/**
 * What the library knows a node by. It keeps nodes in plain objects, which have no room for an
 * action that is called `__proto__`.
 *
 * @param {string} id
 */
const keyOf = (id) => `node ${id}`;

/** @typedef {Edge & { points: Point[] }} PlacedEdge */
/** @typedef {{ nodes: Placed[], edges: PlacedEdge[], width: number, height: number }} Layout */

/**
 * The same nodes give the same layout every time.
 *
 * The edges go in reversed and the drawing runs from right to left: the library counts the longest
 * path from the end, and ours counts from the start, so that what needs nothing stands first.
 *
 * @param {readonly GraphNode[]} nodes
 * @returns {Promise<Layout>}
 */
export async function layOut(nodes) {
  const dagre = await loadDagre();
  const graph = new dagre.Graph();
  graph.setGraph({
    rankdir: "RL",
    ranker: "longest-path",
    nodesep: GAP.nodes,
    ranksep: GAP.layers,
    marginx: GAP.margin,
    marginy: GAP.margin,
  });
  for (const { id } of nodes) graph.setNode(keyOf(id), { ...NODE });
  for (const { from, to } of edgesOf(nodes)) graph.setEdge(keyOf(to), keyOf(from), {});
  dagre.layout(graph);

  const columns = [...new Set(nodes.map(({ id }) => Math.round(graph.node(keyOf(id)).x)))];
  columns.sort((a, b) => a - b);
  const placed = nodes.map(({ id }) => {
    const { x, y } = graph.node(keyOf(id));
    return { id, x, y, layer: columns.indexOf(Math.round(x)) };
  });
  const byId = new Map(placed.map((node) => [node.id, node]));
  const edges = edgesOf(nodes).map(({ from, to }) => {
    const bends = /** @type {Point[]} */ (graph.edge(keyOf(to), keyOf(from)).points).toReversed();
    return { from, to, points: route({ from: byId.get(from), to: byId.get(to), bends, columns }) };
  });
  const { width, height } = graph.graph();
  return { nodes: placed, edges, width: width ?? 0, height: height ?? 0 };
}

/**
 * From the end of one node to the start of another, level through each layer on the way.
 *
 * @param {{ from?: Placed, to?: Placed, bends: Point[], columns: number[] }} edge `bends` from left
 *   to right; those in the middle of a layer say where the edge passes it
 */
function route({ from, to, bends, columns }) {
  if (!from || !to) return [];
  const half = NODE.width / 2;
  const passes = columns.slice(from.layer + 1, to.layer).flatMap((x) => {
    const bend = bends.find((point) => Math.abs(point.x - x) < 2);
    return bend
      ? [
          { x: x - half, y: bend.y },
          { x: x + half, y: bend.y },
        ]
      : [];
  });
  return [{ x: from.x + half, y: from.y }, ...passes, { x: to.x - half, y: to.y }];
}
