/** What stands in a field, once the reader pauses. */

import { useEffect, useState } from "../ui.js";

/**
 * @param {string} text
 * @param {{ pauseMs?: number }} [options]
 */
export function useSettled(text, { pauseMs = 400 } = {}) {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
