/**
 * Where the reader is, and how to go elsewhere. Pages use this; the router listens to it.
 * What belongs in the URL (filters, cursor, open tab) lives in the URL.
 */

import { queryString } from "../lib/paths.js";
import { computed, signal } from "../ui.js";

/** @import { QueryValues } from "../lib/paths.js" */

/**
 * The current address. `cause` says how it was reached: by "load" of the page, by "push" (a link),
 * by "replace" (the same place, other query) or by "pop" (back, forward).
 */
export const location = signal(read("load"));

/** The query alone, for what depends on nothing else. */
export const query = computed(() => new URLSearchParams(location.value.search));

/**
 * Goes to a path of this site.
 *
 * @param {string} to path with query and hash
 * @param {{ replace?: boolean }} [options] without a new entry in the history
 */
export function navigate(to, { replace = false } = {}) {
  if (replace) {
    history.replaceState(history.state, "", to);
  } else {
    rememberScroll();
    history.pushState(null, "", to);
  }
  location.value = read(replace ? "replace" : "push");
}

/**
 * Changes some values of the query: null removes one, a list gives several.
 *
 * @param {QueryValues} changes
 * @param {{ replace?: boolean }} [options]
 */
export function changeQuery(changes, options = { replace: true }) {
  /** @type {QueryValues} */
  const values = {};
  for (const name of new Set(query.value.keys())) values[name] = query.value.getAll(name);
  const { pathname } = location.value;
  navigate(pathname + queryString({ ...values, ...changes }), options);
}

/** The path of the reader's place, for links that lead back to it. */
export function herePath() {
  const { pathname, search } = location.value;
  return pathname + search;
}

/**
 * Follows back and forward, and links within this site.
 *
 * @returns {() => void} ends it
 */
export function watchLocation() {
  const handlePop = () => {
    const { pathname, search } = location.value;
    const here = window.location;
    // A jump to an anchor of the same page is the browser's own affair.
    if (here.pathname !== pathname || here.search !== search) location.value = read("pop");
  };
  history.scrollRestoration = "manual";
  addEventListener("popstate", handlePop);
  addEventListener("pagehide", rememberScroll);
  document.addEventListener("click", handleClick);
  return () => {
    removeEventListener("popstate", handlePop);
    removeEventListener("pagehide", rememberScroll);
    document.removeEventListener("click", handleClick);
  };
}

/** How far the entry of the history that is shown now was scrolled when it was left. */
export function rememberedScroll() {
  return /** @type {number} */ (history.state?.scrollY ?? 0);
}

function rememberScroll() {
  history.replaceState({ ...history.state, scrollY: window.scrollY }, "");
}

/**
 * Follows a link without loading the page anew, where that is what the reader meant. A link with
 * `data-replace` makes no entry in the history; one with `data-scroll="top"` shows the top of a list.
 *
 * @param {MouseEvent} event
 */
function handleClick(event) {
  const link = /** @type {Element} */ (event.target).closest?.("a[href]");
  if (!(link instanceof HTMLAnchorElement) || !isOurs(event, link)) return;
  event.preventDefault();
  navigate(link.pathname + link.search + link.hash, { replace: "replace" in link.dataset });
  if (link.dataset.scroll === "top") window.scrollTo(0, 0);
}

/**
 * @param {MouseEvent} event
 * @param {HTMLAnchorElement} link
 */
function isOurs(event, link) {
  const plain = !event.defaultPrevented && event.button === 0;
  const modified = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  const inPlace = !link.target && !link.hasAttribute("download");
  const ofServer = /^\/(api|accounts|_allauth|admin|static|health-check|status\/.)/.test(
    link.pathname,
  );
  const anchor =
    link.hash &&
    link.pathname === window.location.pathname &&
    link.search === window.location.search;
  return (
    plain && !modified && inPlace && link.origin === window.location.origin && !ofServer && !anchor
  );
}

/** @param {"load" | "push" | "replace" | "pop"} cause */
function read(cause) {
  const { pathname, search, hash } = window.location;
  return { pathname, search, hash, cause };
}
