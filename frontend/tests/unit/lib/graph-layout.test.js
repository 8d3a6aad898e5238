import assert from "node:assert/strict";
import { test } from "node:test";
import { layOut, NODE } from "../../../public/app/components/graph-layout.js";
import {
  edgesOf,
  elbowPath,
  neighbourhood,
  nodeByKey,
} from "../../../public/app/lib/graph-layout.js";

/** A study: two datasets, a measure of its own, a report at the end. */
const STUDY = Object.entries({
  dataset: [],
  measures: [],
  cohort: ["dataset"],
  plot: ["measures"],
  model: ["cohort"],
  table: ["cohort"],
  report: ["model", "plot"],
}).map(([id, needs]) => ({ id, needs }));

const ids = (nodes) => nodes.map(({ id }) => id);

test("a need that names no node, or is written twice, makes no edge of its own", () => {
  const nodes = [
    { id: "a", needs: [] },
    { id: "b", needs: ["a", "a", "gone"] },
  ];

  assert.deepEqual(edgesOf(nodes), [{ from: "a", to: "b" }]);
});

test("the neighbourhood is one edge wide", () => {
  assert.deepEqual(ids(neighbourhood(STUDY, "cohort")), ["dataset", "cohort", "model", "table"]);
});

test("level edges are a line, others turn twice with round corners", () => {
  assert.equal(
    elbowPath([
      { x: 0, y: 5 },
      { x: 40, y: 5 },
    ]),
    "M0 5H40",
  );
  assert.equal(
    elbowPath([
      { x: 0, y: 0 },
      { x: 40, y: 100 },
    ]),
    "M0 0H12Q20 0 20 8V92Q20 100 28 100H40",
  );
});

test("layers count from the start: what needs nothing stands first", async () => {
  const { nodes } = await layOut(STUDY);
  const layers = Object.fromEntries(nodes.map(({ id, layer }) => [id, layer]));

  assert.deepEqual(layers, {
    dataset: 0,
    measures: 0,
    cohort: 1,
    plot: 1,
    model: 2,
    table: 2,
    report: 3,
  });
});

test("no two nodes overlap, and the same study looks the same every time", async () => {
  const { nodes } = await layOut(STUDY);
  const again = await layOut(STUDY);

  for (const a of nodes) {
    for (const b of nodes) {
      const apart = Math.abs(a.x - b.x) >= NODE.width || Math.abs(a.y - b.y) >= NODE.height;
      assert.ok(a === b || apart, `${a.id} lies on ${b.id}`);
    }
  }
  assert.deepEqual(again.nodes, nodes);
});

test("an edge runs from the end of one node to the start of the other", async () => {
  const { nodes, edges } = await layOut(STUDY);
  const plot = nodes.find(({ id }) => id === "plot");
  const report = nodes.find(({ id }) => id === "report");

  const { points } = edges.find(({ from, to }) => from === "plot" && to === "report");

  assert.deepEqual(points[0], { x: plot.x + NODE.width / 2, y: plot.y });
  assert.deepEqual(points.at(-1), { x: report.x - NODE.width / 2, y: report.y });
  assert.equal(points.length, 4, "it passes the layer between them level");
});

test("arrow keys follow edges, and move inside a layer", async () => {
  const { nodes, edges } = await layOut(STUDY);
  const by = (key, id) => nodeByKey(nodes, edges, id, key);

  assert.equal(by("ArrowRight", "dataset"), "cohort");
  assert.equal(by("ArrowLeft", "cohort"), "dataset");
  assert.equal(by("ArrowLeft", "dataset"), null);
  assert.equal(by("Enter", "dataset"), null);
  const [upper, lower] = nodes.filter(({ layer }) => layer === 2).sort((a, b) => a.y - b.y);
  assert.equal(by("ArrowDown", upper.id), lower.id);
  assert.equal(by("ArrowUp", upper.id), null);
});

test("an action may be called like a property of every object", async () => {
  const { nodes, edges } = await layOut([
    { id: "__proto__", needs: [] },
    { id: "constructor", needs: ["__proto__"] },
    { id: "toString", needs: ["constructor"] },
  ]);

  assert.deepEqual(
    nodes.map(({ id, layer }) => [id, layer]),
    [
      ["__proto__", 0],
      ["constructor", 1],
      ["toString", 2],
    ],
  );
  assert.ok(edges.every(({ points }) => points.length === 2));
});
