package io.groundswell.campaign.listening.live;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What was told of some posts a short while ago. A server that sends events out of order, or a page that was read before a deletion
 * came, must not bring a post back; what was kept when it was deleted needs no such memory, it stays withdrawn.
 */
final class Recent<V> {
    private static final int MOST = 20_000;

    private final Map<String, V> values = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
            return size() > MOST;
        }
    };

    void put(String id, V value) {
        values.put(id, value);
    }

    boolean contains(String id) {
        return values.containsKey(id);
    }

    @Nullable
    V get(String id) {
        return values.get(id);
    }
}
