package io.groundswell.campaign.listening.live;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Posts that were deleted a short while ago. A server that sends events out of order, or a page that was read before the deletion
 * came, must not bring them back. What was kept when it was deleted needs no such memory: it stays withdrawn.
 */
final class RecentDeletions {
    private static final int MOST = 20_000;

    private final Map<String, Boolean> ids = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST;
        }
    };

    void add(String id) {
        ids.put(id, Boolean.TRUE);
    }

    boolean contains(String id) {
        return ids.containsKey(id);
    }
}
