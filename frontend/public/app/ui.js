/**
 * The only file that imports vendor/: what draws the page, under names without versions.
 * Modules that few pages need load on demand through a function here.
 */

import htm from "../vendor/htm-3.1.1.js";
import { Component, h } from "../vendor/preact-11.2.0.js";

export { Component, createContext, Fragment, h, render } from "../vendor/preact-11.2.0.js";
export {
  useCallback,
  useContext,
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

/**
 * A component that is drawn again only when one of its props is another: for what stands on a page
 * hundreds of times.
 *
 * @template {object} P
 * @param {(props: P) => any} component
 * @returns {(props: P) => any}
 */
export function memo(component) {
  class Memo extends Component {
    /** @param {any} next */
    shouldComponentUpdate(next) {
      const known = /** @type {any} */ (this.props);
      const keys = Object.keys(next);
      return (
        keys.length !== Object.keys(known).length || keys.some((key) => next[key] !== known[key])
      );
    }
    /** @param {any} props */
    render(props) {
      return h(/** @type {any} */ (component), props);
    }
  }
  return /** @type {any} */ (Memo);
}

/** Loads the drawing of charts; 22 kB that only pages with one pay for. */
export const loadUPlot = async () => (await import("../vendor/uplot-1.6.32.js")).default;

/** Loads the layout of directed graphs; 17 kB that only pages with a graph pay for. */
export const loadDagre = () => import("../vendor/dagre-3.1.3.js");
