package io.groundswell.creator.creator;

import java.util.List;

/**
 * Rows about creators that a feature keeps in tables of its own. Every feature that has such a table has a bean of this type,
 * so that no access export leaves it out and no erasure leaves it behind.
 *
 * <p>All statements have two parameters: {@code ?1} the workspace's key, {@code ?2} the creator's id. The creator's accounts
 * and posts are still there when they run.
 */
public interface PersonalData {
    /** Names the rows in an access export, in camelCase, such as {@code notes}. */
    String section();

    /** Returns the query whose rows an access export shows, with columns named as in the table or as in the API. */
    String export();

    /** Returns the statements by which an erasure deletes the rows, in order. */
    List<String> erasure();
}
