/** Entry: takes up what the reader chose, asks who he is, and mounts the page. */

import { App } from "./app.js";
import { watchLocation } from "./state/location.js";
import { loadPreferences } from "./state/preferences.js";
import { sessionResource } from "./state/session.js";
import { html, render } from "./ui.js";

loadPreferences();
watchLocation();
sessionResource.refresh();
render(html`<${App} />`, /** @type {Element} */ (document.querySelector("#app")));
