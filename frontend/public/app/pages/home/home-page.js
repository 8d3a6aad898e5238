/** Home: the reader's own work, what needs him first; for visitors what this is. */

import { user } from "../../state/session.js";
import { html } from "../../ui.js";
import { OwnHome } from "./own-home.js";
import { VisitorHome } from "./visitor-home.js";

export default function HomePage() {
  return user.value ? html`<${OwnHome} />` : html`<${VisitorHome} />`;
}
