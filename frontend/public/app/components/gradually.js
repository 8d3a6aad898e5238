/** Long lists in steps, so that the browser can answer its reader between them. */

import { useEffect, useRef, useState } from "../ui.js";

const FIRST = 40;
const STEP = 40;

/**
 * How many rows of a list are drawn by now: at first about a screen of them, then some more after each
 * frame. Once all are, it stays at all of them. Until then the list should be `aria-busy`.
 *
 * @param {number} total
 */
export function useGradually(total) {
  const [drawn, setDrawn] = useState(FIRST);
  const complete = useRef(false);
  complete.current ||= drawn >= total;
  useEffect(() => {
    if (!complete.current) setDrawn(drawn + STEP);
  }, [drawn]);
  return complete.current ? total : drawn;
}
