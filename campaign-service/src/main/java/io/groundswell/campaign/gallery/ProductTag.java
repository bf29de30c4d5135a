package io.groundswell.campaign.gallery;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A product that can be seen in a post, and where to buy it. */
public record ProductTag(
        @Schema(description = "The shop's number, 1 to 64 characters", examples = "SPR-250", required = true) String sku,
        @Schema(description = "1 to 200 characters", examples = "Spring roast, 250 g", required = true) String title,
        @Schema(description = "An https address on the public internet", examples = "https://shop.example.com/spring-roast", required = true) String url,
        @Nullable Price price,
        @Schema(description = "An https address on the public internet", examples = "https://shop.example.com/spring-roast.jpg") @Nullable String imageUrl) {

    public ProductTag {
        sku = Texts.line("sku", sku, 64);
        title = Texts.line("title", title, 200);
        url = WebAddress.required("url", url);
        imageUrl = imageUrl == null ? null : WebAddress.required("imageUrl", imageUrl);
    }
}
