/** What has come to a list since it was drawn, until the reader lets it in. */

import { plural } from "../lib/text.js";
import { html } from "../ui.js";
import { Button } from "./button.js";

/**
 * @param {{ waiting: number, onShow: () => void, word?: string, words?: string }} props `word` for one of them
 */
export function NewRows({ waiting, onShow, word = "row", words }) {
  if (!waiting) return null;
  return html`
    <p class="new-rows"><${Button} small icon="arrow-up" onClick=${onShow}>${plural(waiting, `new ${word}`, words && `new ${words}`)}<//></p>
  `;
}
