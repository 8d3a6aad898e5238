/** The geometry of a graph: its edges, elbows and what the arrow keys reach. */

/**
 * @typedef {{ id: string, needs: readonly string[] }} GraphNode
 * @typedef {{ from: string, to: string }} Edge
 * @typedef {{ x: number, y: number }} Point
 * @typedef {{ id: string, x: number, y: number, layer: number }} Placed centre of a node
 */

const CORNER = 8;

/**
 * The edges between nodes that are there; a need that names no node has none.
 *
 * @param {readonly GraphNode[]} nodes
 * @returns {Edge[]}
 */
export function edgesOf(nodes) {
  const ids = new Set(nodes.map((node) => node.id));
  return nodes.flatMap(({ id, needs }) =>
    [...new Set(needs)].filter((need) => ids.has(need)).map((need) => ({ from: need, to: id })),
  );
}

/**
 * The nodes at most one edge from a node, itself among them; what is shown of a large graph.
 *
 * @template {GraphNode} Node
 * @param {readonly Node[]} nodes
 * @param {string} id
 * @returns {Node[]}
 */
export function neighbourhood(nodes, id) {
  const near = new Set([id]);
  for (const { from, to } of edgesOf(nodes)) {
    if (from === id) near.add(to);
    if (to === id) near.add(from);
  }
  return nodes.filter((node) => near.has(node.id));
}

/**
 * The drawing of an edge: level through the layers, upright between them, round corners.
 *
 * @param {readonly Point[]} points start, one point a layer on the way, end
 */
export function elbowPath(points) {
  let path = `M${points[0].x} ${points[0].y}`;
  for (let i = 1; i < points.length; i += 1) {
    const a = points[i - 1];
    const b = points[i];
    const rise = b.y - a.y;
    if (Math.abs(rise) < 1) {
      path += `H${b.x}`;
      continue;
    }
    const turn = (a.x + b.x) / 2;
    const r = Math.min(CORNER, Math.abs(rise) / 2, (b.x - a.x) / 2);
    const down = Math.sign(rise) * r;
    path += `H${turn - r}Q${turn} ${a.y} ${turn} ${a.y + down}`;
    path += `V${b.y - down}Q${turn} ${b.y} ${turn + r} ${b.y}H${b.x}`;
  }
  return path;
}

/**
 * The node that an arrow key reaches: left and right along edges, up and down inside a layer.
 *
 * @param {readonly Placed[]} placed
 * @param {readonly Edge[]} edges
 * @param {string} id of the node with the focus
 * @param {string} key name of the key
 * @returns {string | null} null where the key leads nowhere
 */
export function nodeByKey(placed, edges, id, key) {
  const here = placed.find((node) => node.id === id);
  if (!here) return null;
  const level = (/** @type {Placed} */ node) => Math.abs(node.y - here.y);
  const nearest = (/** @type {Placed[]} */ nodes) =>
    nodes.sort((a, b) => level(a) - level(b) || a.y - b.y)[0]?.id ?? null;
  const among = (/** @type {string[]} */ ids) =>
    nearest(placed.filter((node) => ids.includes(node.id)));

  if (key === "ArrowRight") return among(edges.filter((e) => e.from === id).map((e) => e.to));
  if (key === "ArrowLeft") return among(edges.filter((e) => e.to === id).map((e) => e.from));
  const layer = placed.filter((node) => node.layer === here.layer && node.id !== id);
  if (key === "ArrowDown") return nearest(layer.filter((node) => node.y > here.y));
  if (key === "ArrowUp") return nearest(layer.filter((node) => node.y < here.y));
  return null;
}
