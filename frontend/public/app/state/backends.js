/** The backends, for the notices under the app bar and for pages that show them. */

import { listBackends } from "../api/backends.js";
import { computed } from "../ui.js";
import { createResource } from "./resource.js";

/** The list of backends. The shell keeps it current. */
export const backends = createResource(listBackends);

/** Backends that were heard once and are silent now; nobody waits for those that are switched off. */
export const silentBackends = computed(() =>
  (backends.data.value?.results ?? []).filter(
    (backend) => backend.is_active && backend.contact === "silent",
  ),
);
