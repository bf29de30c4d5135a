package io.groundswell.campaign.post;

import java.util.List;

import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Hears what people answer to posts: live connectors and webhooks tell it, whoever needs replies implements it. */
public interface ReplyListener {

    /**
     * Takes replies within the transaction that stores how far listening has come. The same reply may be told again, a deletion
     * of one that was never told too. A failure takes back what else the transaction does, so what is not acceptable is passed
     * over and no failure.
     */
    Uni<Void> heard(SqlConnection transaction, Workspace workspace, List<HeardReply> replies);
}
