package io.groundswell.campaign.gallery;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.groundswell.kit.problem.InvalidValue;

/** The products of one post in one collection. */
public record ProductTags(
        @Schema(description = "At most 20, of different sku, in the order in which they are shown; none: removes all", required = true) List<ProductTag> products) {
    private static final int MOST = 20;

    public ProductTags {
        InvalidValue.require(products, "products");
        for (int i = 0; i < products.size(); i++) {
            InvalidValue.require(products.get(i), "products." + i);
        }
        products = List.copyOf(products);
        if (products.size() > MOST) {
            throw new InvalidValue("products", "too-many", "A post may have %d products at most.".formatted(MOST));
        }
        if (products.stream().map(ProductTag::sku).distinct().count() < products.size()) {
            throw new InvalidValue("products", "duplicate-sku", "Each sku may come once.");
        }
    }
}
