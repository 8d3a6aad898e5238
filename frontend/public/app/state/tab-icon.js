/** The icon of the tab says how the page's request or job stands, for those who look at another tab. */

import { isUnfinished } from "../lib/statuses.js";
import { useEffect } from "../ui.js";

/** @import { AnyStatus } from "../lib/statuses.js" */

const USUAL = "/images/favicon.svg";

/** @param {AnyStatus} status */
function iconOf(status) {
  if (["running", "succeeded", "failed", "unknown"].includes(status)) {
    return `/images/favicon-${status}.svg`;
  }
  return isUnfinished(status) ? "/images/favicon-waiting.svg" : USUAL;
}

/** @param {AnyStatus} status shown until the page is left */
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
