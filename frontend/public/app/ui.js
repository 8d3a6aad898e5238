/**
 * The only file that imports vendor/: what draws the page, under names without versions.
 * Modules that few pages need load on demand through a function here.
 */

import htm from "../vendor/htm-3.1.1.js";
import { h } from "../vendor/preact-11.2.0.js";

export { Component, Fragment, h, render } from "../vendor/preact-11.2.0.js";
export {
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "../vendor/preact-hooks-11.2.0.js";
export {
  batch,
  computed,
  effect,
  signal,
  untracked,
  useComputed,
  useSignal,
  useSignalEffect,
} from "../vendor/signals-2.11.4.js";

export const html = htm.bind(h);

/** Loads the drawing of charts; 22 kB that only pages with one pay for. */
export const loadUPlot = async () => (await import("../vendor/uplot-1.6.32.js")).default;

/** Loads the layout of directed graphs; 17 kB that only pages with a graph pay for. */
export const loadDagre = () => import("../vendor/dagre-3.1.3.js");
