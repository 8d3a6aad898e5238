/** The keyboard of a field that offers a list below it. */

import { useLayoutEffect, useRef, useState } from "../ui.js";

/**
 * Which line is chosen: by arrow keys, which go round, and opened by Enter. It is the first one
 * again whenever something else is typed. The element of a line has the id `<id>-<key>`.
 *
 * @param {{ id: string, text: string, options: readonly { key: string }[] }} props
 */
export function useChoice({ id, text, options }) {
  const [chosen, setChosen] = useState({ text, index: 0 });
  const byKey = useRef(false);
  const wanted = chosen.text === text ? chosen.index : 0;
  const active = Math.min(wanted, Math.max(options.length - 1, 0));
  const setActive = (/** @type {number} */ index) => setChosen({ text, index });
  const element = () => document.getElementById(`${id}-${options[active]?.key}`);
  useLayoutEffect(() => {
    // Under the pointer a line is in sight; moving it away would choose another one.
    if (byKey.current) element()?.scrollIntoView({ block: "nearest" });
    byKey.current = false;
  }, [active]);
  /** @param {KeyboardEvent} event */
  const handleKey = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.isComposing || (!step && event.key !== "Enter")) return;
    event.preventDefault();
    if (step && options.length) {
      byKey.current = true;
      setActive((active + step + options.length) % options.length);
    } else if (event.key === "Enter") element()?.click();
  };
  return { active, setActive, handleKey };
}
