// The types of ui.js. The compiler reads this file in place of ui.js, because the vendored modules
// carry no types; they come from the packages of the same versions in node_modules.

import type { ComponentChild, ComponentType, VNode } from "preact";

export type { ComponentChildren, ComponentType, RefObject, VNode } from "preact";
export { Component, createContext, Fragment, h, render } from "preact";
export {
  useCallback,
  useContext,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "preact/hooks";
export type { ReadonlySignal, Signal } from "@preact/signals";
export {
  batch,
  computed,
  effect,
  signal,
  untracked,
  useComputed,
  useSignal,
  useSignalEffect,
} from "@preact/signals";

export declare function html(strings: TemplateStringsArray, ...values: unknown[]): VNode;
export declare function memo<P extends object>(component: (props: P) => unknown): ComponentType<P>;
export declare function loadUPlot(): Promise<typeof import("uplot")>;
export declare function loadDagre(): Promise<typeof import("@dagrejs/dagre")>;

export type Child = ComponentChild;
