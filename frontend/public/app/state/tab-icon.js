/** The icon of the tab says how the page's request or job stands, for those who look at another tab. */

import { useEffect } from "../ui.js";

/** @import { DisplayStatus, RequestDisplayStatus } from "../api/types" */
/** @typedef {DisplayStatus | RequestDisplayStatus} Shown */

const USUAL = "/images/favicon.svg";

/** @type {Record<Shown, string>} */
const ICONS = {
  succeeded: "succeeded",
  running: "running",
  waiting: "waiting",
  held: "waiting",
  failed: "failed",
  not_run: "not_run",
  cancelled: "cancelled",
  nothing_to_do: "nothing_to_do",
  unknown: "unknown",
};

/**
 * The path of a state's icon; of a state that is none of ours, that of what is not known.
 *
 * @param {Shown} status
 */
export function iconOf(status) {
  return `/images/favicon-${ICONS[status] ?? ICONS.unknown}.svg`;
}

/** @param {Shown} status shown until the page is left */
export function useTabIcon(status) {
  useEffect(() => {
    show(iconOf(status));
    return () => show(USUAL);
  }, [status]);
}

/** @param {string} path */
function show(path) {
  document.querySelector('link[rel="icon"]')?.setAttribute("href", path);
}
