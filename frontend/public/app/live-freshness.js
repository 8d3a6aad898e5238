/** How fresh what a page shows is. Apart from the pages, which need no drawing when this ticks. */

import { Freshness } from "./components/freshness.js";
import { followed, freshnessOf, freshnessOfAll } from "./state/resource.js";
import { html } from "./ui.js";

/** @import { Resource } from "./state/resource.js" */

/** @param {{ resource: Resource<any> }} props one that is live */
export function LiveFreshness({ resource }) {
  return html`<${Freshness} ...${freshnessOf(resource)} />`;
}

/** Among the facts of every page that follows something. */
export function PageFreshness() {
  const facts = freshnessOfAll(followed.value);
  return facts && html`<li class="page-head__fact"><${Freshness} ...${facts} /></li>`;
}
