/** How many notices wait in the reader's inbox, for the app bar and for the page that shows them. */

import { countUnreadNotices } from "../api/notices.js";
import { computed } from "../ui.js";
import { createResource } from "./resource.js";

/** The shell keeps it current for everybody who is signed in. */
export const unreadNotices = createResource(countUnreadNotices);

/** The topic that moves with the reader's inbox; none before it is known. */
export const inboxTopics = computed(() => {
  const known = unreadNotices.data.value;
  return known ? [known.topic] : [];
});
