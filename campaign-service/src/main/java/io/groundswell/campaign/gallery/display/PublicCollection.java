package io.groundswell.campaign.gallery.display;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.groundswell.campaign.rights.licence.Channel;
import io.groundswell.kit.paging.PageLinks;

/** A published collection as the public sees it. */
@Schema(name = "PublicCollection")
public record PublicCollection(String title, Channel channel, List<PublicItem> items, PageLinks page) {

    public PublicCollection {
        items = List.copyOf(items);
    }
}
