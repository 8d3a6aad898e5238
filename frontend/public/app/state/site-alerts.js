/** The notices of the staff, for the banners under the app bar and for the page that writes them. */

import { listSiteAlerts } from "../api/site-alerts.js";
import { createResource } from "./resource.js";

/** The newest first. The shell keeps them current for everybody who is signed in. */
export const siteAlerts = createResource(listSiteAlerts);
